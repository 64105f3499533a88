import { Hono } from 'hono'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { staffPage } from '#ui/page.tsx'
import { setSasaran, tiePetaJalan } from './commands/peta-jalan.ts'
import { GapView, PetaJalanView } from './pages/peta-jalan.tsx'
import { planCrumbs } from './pages/plan-frame.tsx'
import { petaJalanForm, sasaranForm } from './peta-jalan-forms.ts'
import { petaJalanForStaff, petaJalanGaps } from './queries/peta-jalan.ts'
import { idOf, problemOf, refusalOf } from './staff-form.ts'
import { listUrl, planUrl } from './urls.ts'

/** Tying plans to the road map. Stands before `/:id`. */
export const staffPetaJalan = new Hono<HubEnv>()

staffPetaJalan.get('/peta-jalan', async (c) => {
  const page = await petaJalanGaps(c.get('caller'), pageOf(c))
  const crumbs = [{ href: listUrl, label: 'Rencana aksi' }]
  return staffPage(c, { title: 'Belum terikat peta jalan', crumbs }, <GapView page={page} />)
})

staffPetaJalan.get('/:id/peta-jalan', (c) => petaJalanPage(c, []))

async function petaJalanPage(
  c: HubContext,
  problems: readonly Problem[],
  status: 200 | 409 | 422 = 200,
) {
  const page = await petaJalanForStaff(c.get('caller'), idOf(c))
  const { head } = page
  return staffPage(
    c,
    { title: 'Peta jalan', crumbs: planCrumbs(head), year: head.tahun, status },
    <PetaJalanView page={page} problems={problems} />,
  )
}

staffPetaJalan.post('/:id/peta-jalan', async (c) => {
  const form = await readForm(c, petaJalanForm)
  if (!form.ok) return petaJalanPage(c, form.problems, 422)
  const input = { rencanaId: idOf(c), petaJalanKode: form.values.petaJalan }
  const refusal = await refusalOf(() => tiePetaJalan(c.get('caller'), input))
  if (refusal) return petaJalanPage(c, problemOf(refusal, 'petaJalan'), 409)
  setFlash(
    c,
    input.petaJalanKode === null
      ? 'Rencana dilepas dari peta jalan.'
      : 'Rencana terikat pada peta jalan.',
  )
  return c.redirect(planUrl(input.rencanaId, 'peta-jalan'), 303)
})

staffPetaJalan.post('/:id/peta-jalan/sasaran', async (c) => {
  const form = await readForm(c, sasaranForm)
  if (!form.ok) return petaJalanPage(c, form.problems, 422)
  let changed = 0
  const refusal = await refusalOf(async () => {
    const input = { rencanaId: idOf(c), sasaran: form.values }
    ;({ changed } = await setSasaran(c.get('caller'), input))
  })
  if (refusal) return petaJalanPage(c, problemOf(refusal), 409)
  setFlash(c, `Sasaran ${changed} butir disimpan.`)
  return c.redirect(planUrl(idOf(c), 'peta-jalan'), 303)
})
