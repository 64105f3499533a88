import { Hono } from 'hono'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { linkPadanan, unlinkPadanan } from './commands/padanan.ts'
import { padananForm, pairsForm } from './padanan-forms.ts'
import { ButirPadananView, PlanPadananView } from './pages/padanan.tsx'
import { planCrumbs } from './pages/plan-frame.tsx'
import { padananForButir, padananForPlan } from './queries/padanan.ts'
import { idOf, problemOf, refusalOf } from './staff-form.ts'
import { planUrl } from './urls.ts'

/** Butir of ZI and RB that one piece of work fulfils. */
export const staffPadanan = new Hono<HubEnv>()

type Status = 200 | 409 | 422

staffPadanan.get('/:id/padanan', (c) => planPadanan(c, []))

async function planPadanan(c: HubContext, problems: readonly Problem[], status: Status = 200) {
  const page = await padananForPlan(c.get('caller'), idOf(c))
  const { tree } = page
  return staffPage(
    c,
    { title: 'Padanan ZI dan RB', crumbs: planCrumbs(tree), year: tree.tahun, status },
    <PlanPadananView page={page} problems={problems} />,
  )
}

staffPadanan.post('/:id/padanan', async (c) => {
  const form = await readForm(c, pairsForm)
  if (!form.ok) return planPadanan(c, form.problems, 422)
  const { pairs } = form.values
  const refusal = await refusalOf(() => linkPadanan(c.get('caller'), { rencanaId: idOf(c), pairs }))
  if (refusal) return planPadanan(c, problemOf(refusal), 409)
  setFlash(c, `${pairs.length} padanan dihubungkan.`)
  return c.redirect(planUrl(idOf(c), 'padanan'), 303)
})

staffPadanan.get('/:id/butir/:butir/padanan', (c) => butirPadanan(c, []))

async function butirPadanan(c: HubContext, problems: readonly Problem[], status: Status = 200) {
  const target = { id: idOf(c), butirId: idOf(c, 'butir') }
  const page = await padananForButir(c.get('caller'), target)
  const { tree } = page
  return staffPage(
    c,
    { title: 'Padanan butir', crumbs: planCrumbs(tree), year: tree.tahun, status },
    <ButirPadananView page={page} problems={problems} />,
  )
}

staffPadanan.post('/:id/butir/:butir/padanan', async (c) => {
  const form = await readForm(c, padananForm)
  if (!form.ok) return butirPadanan(c, form.problems, 422)
  const pairs = [{ butirId: idOf(c, 'butir'), ...form.values }]
  const refusal = await refusalOf(() => linkPadanan(c.get('caller'), { rencanaId: idOf(c), pairs }))
  if (refusal) return butirPadanan(c, problemOf(refusal, 'padananId'), 409)
  setFlash(c, 'Padanan dihubungkan.')
  return c.redirect(planUrl(idOf(c), 'butir', idOf(c, 'butir'), 'padanan'), 303)
})

staffPadanan.post('/:id/butir/:butir/padanan/lepas', async (c) => {
  const form = await readForm(c, padananForm)
  if (!form.ok) return butirPadanan(c, form.problems, 422)
  const input = { rencanaId: idOf(c), butirId: idOf(c, 'butir'), ...form.values }
  const refusal = await refusalOf(() => unlinkPadanan(c.get('caller'), input))
  if (refusal) return butirPadanan(c, problemOf(refusal), 409)
  setFlash(c, 'Padanan dilepas.')
  return c.redirect(planUrl(idOf(c), 'butir', idOf(c, 'butir'), 'padanan'), 303)
})
