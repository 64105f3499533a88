import { Hono } from 'hono'
import { notFound } from '#platform/errors.ts'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { setSelang, takePemantauan } from './commands/pemantauan.ts'
import { PemantauanCetak, PemantauanView } from './pages/pemantauan.tsx'
import { PemantauanListView } from './pages/pemantauan-list.tsx'
import { planCrumbs, PlanFrame } from './pages/plan-frame.tsx'
import { pemantauanForm, selangForm } from './pemantauan-forms.ts'
import { selangLabels } from './pemantauan-labels.ts'
import { onePemantauanForStaff, pemantauanForStaff } from './queries/pemantauan.ts'
import { idOf, problemOf, refusalOf } from './staff-form.ts'
import { planUrl } from './urls.ts'

/** Monitoring a plan at fixed intervals. */
export const staffPemantauan = new Hono<HubEnv>()

staffPemantauan.get('/:id/pemantauan', async (c) => {
  const page = await pemantauanForStaff(c.get('caller'), idOf(c))
  const { head } = page
  return staffPage(
    c,
    { title: `Pemantauan ${head.judul}`, crumbs: planCrumbs(head).slice(0, 1), year: head.tahun },
    <PlanFrame head={head} tab="pemantauan">
      <PemantauanListView page={page} />
    </PlanFrame>,
  )
})

staffPemantauan.post('/:id/pemantauan', async (c) => {
  const form = await readForm(c, selangForm)
  const url = planUrl(idOf(c), 'pemantauan')
  if (!form.ok) {
    setFlash(c, form.problems[0]?.message ?? 'Pilih selang pemantauan.', 'late')
    return c.redirect(url, 303)
  }
  await setSelang(c.get('caller'), { rencanaId: idOf(c), ...form.values })
  setFlash(c, `Rencana dipantau ${selangLabels[form.values.selang].toLowerCase()}.`)
  return c.redirect(url, 303)
})

const onePage = (c: HubContext) =>
  onePemantauanForStaff(c.get('caller'), { id: idOf(c), kode: c.req.param('periode') ?? '' })

staffPemantauan.get('/:id/pemantauan/:periode', (c) => periodPage(c, {}, []))

async function periodPage(
  c: HubContext,
  typed: Typed,
  problems: readonly Problem[],
  status: 200 | 409 | 422 = 200,
) {
  const page = await onePage(c)
  const { head, periode } = page
  const crumbs = planCrumbs(head, { href: planUrl(head.id, 'pemantauan'), label: 'Pemantauan' })
  return staffPage(
    c,
    { title: `Pemantauan ${periode.nama} ${head.tahun}`, crumbs, year: head.tahun, status },
    <PemantauanView page={page} typed={typed} problems={problems} />,
  )
}

staffPemantauan.post('/:id/pemantauan/:periode', async (c) => {
  const form = await readForm(c, pemantauanForm)
  if (!form.ok) return periodPage(c, form.typed, form.problems, 422)
  const target = { rencanaId: idOf(c), periode: c.req.param('periode') }
  const refusal = await refusalOf(() =>
    takePemantauan(c.get('caller'), { ...target, ...form.values }),
  )
  if (refusal) return periodPage(c, form.typed, problemOf(refusal, 'hambatan'), 409)
  setFlash(c, 'Pemantauan disimpan dan angkanya dibekukan.')
  return c.redirect(planUrl(target.rencanaId, 'pemantauan', target.periode), 303)
})

staffPemantauan.get('/:id/pemantauan/:periode/cetak', async (c) => {
  const page = await onePage(c)
  if (!page.taken) throw notFound('Pemantauan')
  return c.html(<PemantauanCetak page={page} taken={page.taken} />)
})
