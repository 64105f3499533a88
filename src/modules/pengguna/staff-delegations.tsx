import { Hono } from 'hono'
import { notFound } from '#platform/errors.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { staffPage } from '#ui/page.tsx'
import { delegatePeran, revokeDelegasi } from './commands/delegasi.ts'
import { delegationForm } from './forms.ts'
import { DelegatePage, DelegationsPage } from './pages/delegations.tsx'
import { delegationsForStaff } from './queries/delegations.ts'
import { satkerOf } from './staff-people.tsx'
import { tried } from './tried.ts'

export const staffDelegations = new Hono<HubEnv>()

const start = '/kerja/pengguna/delegasi'

staffDelegations.get('/pengguna/delegasi', async (c) => {
  const asked = { satkerKode: satkerOf(c), page: pageOf(c, 'hal') }
  const list = await delegationsForStaff(c.get('caller'), asked)
  return staffPage(c, { title: 'Plh. dan Plt.' }, <DelegationsPage list={list} />)
})

staffDelegations.get('/pengguna/delegasi/baru', (c) => delegatePage(c, {}))

staffDelegations.post('/pengguna/delegasi/baru', async (c) => {
  const form = await readForm(c, delegationForm)
  const { satkerKode } = actorOf(c)
  const given = form.ok
    ? await tried(delegatePeran(c.get('caller'), { satkerKode, ...form.values }))
    : null
  if (given?.ok) {
    setFlash(c, 'Penunjukan tersimpan.')
    return c.redirect(start, 303)
  }
  const problems = given ? [{ field: '', message: given.message }] : form.ok ? [] : form.problems
  return delegatePage(c, form.typed, problems)
})

staffDelegations.post('/pengguna/delegasi/:id/cabut', async (c) => {
  await revokeDelegasi(c.get('caller'), { id: c.req.param('id') })
  setFlash(c, 'Pelimpahan dicabut.')
  return c.redirect(start, 303)
})

async function delegatePage(c: HubContext, typed: Typed, problems: readonly Problem[] = []) {
  const asked = { satkerKode: actorOf(c).satkerKode, page: 1 }
  const list = await delegationsForStaff(c.get('caller'), asked)
  if (!list.can.manage) throw notFound('Halaman')
  const crumbs = [{ href: start, label: 'Plh. dan Plt.' }]
  const status = problems.length > 0 ? 422 : 200
  const page = <DelegatePage list={list} typed={typed} problems={problems} />
  return staffPage(c, { title: 'Tunjuk Plh. atau Plt.', crumbs, status }, page)
}
