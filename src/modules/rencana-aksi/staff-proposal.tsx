import { Hono } from 'hono'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { decideChange } from './commands/usulan.ts'
import { decideForm } from './forms.ts'
import { usulanLabels } from './labels.ts'
import { planCrumbs } from './pages/plan-frame.tsx'
import { UsulanView } from './pages/usulan.tsx'
import { usulanForStaff } from './queries/usulan.ts'
import { idOf, problemOf, refusalOf } from './staff-form.ts'
import { planUrl } from './urls.ts'

/** A proposed change to an approved plan: both values, and the decision. */
export const staffProposal = new Hono<HubEnv>()

async function usulanPage(
  c: HubContext,
  typed: Typed,
  problems: readonly Problem[],
  status: 200 | 409 | 422 = 200,
) {
  const input = { id: idOf(c), usulanId: idOf(c, 'usulan') }
  const page = await usulanForStaff(c.get('caller'), input)
  const title = usulanLabels[page.usulan.perubahan.jenis]
  return staffPage(
    c,
    { title, crumbs: planCrumbs(page.head), year: page.head.tahun, status },
    <UsulanView page={page} typed={typed} problems={problems} />,
  )
}

staffProposal.get('/:id/usulan/:usulan', (c) => usulanPage(c, {}, []))

staffProposal.post('/:id/usulan/:usulan', async (c) => {
  const form = await readForm(c, decideForm)
  if (!form.ok) return usulanPage(c, form.typed, form.problems, 422)
  const input = {
    rencanaId: idOf(c),
    usulanId: idOf(c, 'usulan'),
    setuju: form.values.putusan === 'setuju',
    catatan: form.values.catatan,
  }
  const refusal = await refusalOf(() => decideChange(c.get('caller'), input))
  if (refusal) return usulanPage(c, form.typed, problemOf(refusal), 409)
  setFlash(c, input.setuju ? 'Perubahan disetujui; versi baru dibuat.' : 'Usulan ditolak.')
  return c.redirect(planUrl(input.rencanaId, 'tahap'), 303)
})
