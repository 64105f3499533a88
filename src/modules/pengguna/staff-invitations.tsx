import { Hono } from 'hono'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import { staffPage } from '#ui/page.tsx'
import { inviteOrang, resendUndangan, revokeUndangan } from './commands/undangan.ts'
import { inviteForm } from './forms.ts'
import { InvitationsPage } from './pages/invitations.tsx'
import { withSatker } from './pages/parts.tsx'
import { InvitePage } from './pages/person-forms.tsx'
import { invitationsForStaff } from './queries/invitations.ts'
import { officeToInviteTo } from './queries/office.ts'
import { satkerOf } from './staff-people.tsx'
import { tried } from './tried.ts'

export const staffInvitations = new Hono<HubEnv>()

const start = '/kerja/pengguna/undangan'

/** Each of these writes to an address that anyone may have typed. */
const letters = rateLimit({ most: 100, perSeconds: 3600 })

staffInvitations.get('/pengguna/undangan', async (c) => {
  const asked = { satkerKode: satkerOf(c), page: pageOf(c, 'hal') }
  const list = await invitationsForStaff(c.get('caller'), asked)
  return staffPage(c, { title: 'Undangan' }, <InvitationsPage list={list} />)
})

staffInvitations.get('/pengguna/undangan/baru', (c) => invitePage(c, satkerOf(c), {}))

staffInvitations.post('/pengguna/undangan/baru', letters, async (c) => {
  const form = await readForm(c, inviteForm)
  const satkerKode = typedText(form.typed, 'satker') || satkerOf(c)
  const invited = form.ok
    ? await tried(inviteOrang(c.get('caller'), { satkerKode, ...form.values }))
    : null
  if (invited?.ok) {
    setFlash(c, `Undangan untuk ${typedText(form.typed, 'nama')} sedang dikirim.`)
    return c.redirect(withSatker(start, satkerKode), 303)
  }
  const problems = invited
    ? [{ field: 'email', message: invited.message }]
    : form.ok
      ? []
      : form.problems
  return invitePage(c, satkerKode, form.typed, problems)
})

staffInvitations.post('/pengguna/undangan/:id/kirim-ulang', letters, async (c) => {
  const satkerKode = await resendUndangan(c.get('caller'), { id: c.req.param('id') })
  setFlash(c, 'Undangan dikirim ulang dengan tautan baru. Tautan yang lama tidak berlaku lagi.')
  return c.redirect(withSatker(start, satkerKode), 303)
})

staffInvitations.post('/pengguna/undangan/:id/cabut', async (c) => {
  const satkerKode = await revokeUndangan(c.get('caller'), { id: c.req.param('id') })
  setFlash(c, 'Undangan dicabut.')
  return c.redirect(withSatker(start, satkerKode), 303)
})

async function invitePage(
  c: HubContext,
  satkerKode: string,
  typed: Typed,
  problems: readonly Problem[] = [],
) {
  const { office, assignable } = await officeToInviteTo(c.get('caller'), { satkerKode })
  const crumbs = [{ href: withSatker(start, office.kode), label: 'Undangan' }]
  const status = problems.length > 0 ? 422 : 200
  const page = <InvitePage office={office} roles={assignable} typed={typed} problems={problems} />
  return staffPage(c, { title: 'Undang orang', crumbs, status }, page)
}
