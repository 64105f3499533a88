import { Hono } from 'hono'
import { allow } from '#platform/errors.ts'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { staffPage } from '#ui/page.tsx'
import {
  correctTahunLalu,
  editIndikator,
  isNilaiConflict,
  type NilaiConflict,
  setNilaiIndikator,
} from './commands/indikator.ts'
import { indikatorStates } from './indikator.ts'
import { nilaiForm, tahunLaluForm, ukuranForm } from './indikator-forms.ts'
import { nilaiText } from './indikator-labels.ts'
import { shorten } from './labels.ts'
import { IndikatorView, typedNilai } from './pages/indikator.tsx'
import { TahunLaluView, typedUkuran, UkuranView } from './pages/indikator-form.tsx'
import { IndikatorListView } from './pages/indikator-list.tsx'
import { planCrumbs, PlanFrame } from './pages/plan-frame.tsx'
import {
  type IndikatorFilter,
  indikatorForStaff,
  oneIndikatorForStaff,
  type OneIndikatorPage,
} from './queries/indikator.ts'
import { idOf, problemOf, refusalOf } from './staff-form.ts'
import { planUrl } from './urls.ts'

/** Measuring success: the indicators of a plan and their values. */
export const staffIndikator = new Hono<HubEnv>()

type Status = 200 | 409 | 422

staffIndikator.get('/:id/indikator', async (c) => {
  const page = await indikatorForStaff(c.get('caller'), { id: idOf(c), filter: filterOf(c) })
  const { tree } = page
  return staffPage(
    c,
    { title: `Indikator ${tree.judul}`, crumbs: planCrumbs(tree).slice(0, 1), year: tree.tahun },
    <PlanFrame head={tree} tab="indikator">
      <IndikatorListView page={page} />
    </PlanFrame>,
  )
})

function filterOf(c: HubContext): IndikatorFilter {
  const { area = '', keadaan = '' } = c.req.query()
  return { area, keadaan: indikatorStates.find((one) => one === keadaan) ?? '', page: pageOf(c) }
}

const keyOf = (c: HubContext) => ({ rencanaId: idOf(c), indikatorId: idOf(c, 'indikator') })

const onePage = (c: HubContext) => {
  const { rencanaId, indikatorId } = keyOf(c)
  return oneIndikatorForStaff(c.get('caller'), { id: rencanaId, indikatorId })
}

const urlOf = (c: HubContext) => planUrl(idOf(c), 'indikator', idOf(c, 'indikator'))

const frame = ({ tree, row }: OneIndikatorPage, status: Status = 200) => ({
  title: shorten(row.indikator.teks, 80),
  crumbs: planCrumbs(tree, { href: planUrl(tree.id, 'indikator'), label: 'Indikator' }),
  year: tree.tahun,
  status,
})

staffIndikator.get('/:id/indikator/:indikator', async (c) => {
  const page = await onePage(c)
  return nilaiPage(c, page, typedNilai(page.row.nilai), [])
})

const nilaiPage = (
  c: HubContext,
  page: OneIndikatorPage,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) =>
  staffPage(c, frame(page, status), <IndikatorView page={page} typed={typed} problems={problems} />)

staffIndikator.post('/:id/indikator/:indikator', async (c) => {
  const page = await onePage(c)
  const form = await readForm(c, nilaiForm(page.row.indikator))
  if (!form.ok) return nilaiPage(c, page, form.typed, form.problems, 422)
  let changed = 0
  const refusal = await refusalOf(async () => {
    const result = await setNilaiIndikator(c.get('caller'), { ...keyOf(c), nilai: form.values })
    changed = result.changed
  })
  if (!refusal) {
    setFlash(c, changed === 0 ? 'Tidak ada nilai yang berubah.' : `${changed} nilai disimpan.`)
    return c.redirect(urlOf(c), 303)
  }
  if (!isNilaiConflict(refusal.detail))
    return nilaiPage(c, page, form.typed, problemOf(refusal), 409)
  const { typed, problems } = besideStored(page, form.typed, refusal.detail)
  return nilaiPage(c, page, typed, problems, 409)
})

/** Keeps what was typed, says what is stored, and lets the next click decide for the typed values. */
function besideStored(page: OneIndikatorPage, typed: Typed, { current }: NilaiConflict) {
  const seen = Object.fromEntries(
    current.map(({ bulan, versi }) => [`b${bulan}.versi`, String(versi)]),
  )
  const problems = current.map(({ bulan, nilai, catatan, nama }) => ({
    field: `b${bulan}.nilai`,
    message:
      `Orang lain sudah mengubahnya. Tersimpan: ${nilaiText(page.row.indikator, nilai)}` +
      `${catatan ? ` (${catatan})` : ''}${nama ? `, oleh ${nama}` : ''}. ` +
      'Simpan sekali lagi untuk memakai isian Anda.',
  }))
  return { typed: { ...typed, ...seen }, problems }
}

staffIndikator.on(['GET', 'POST'], '/:id/indikator/:indikator/ubah', async (c) => {
  const page = await onePage(c)
  allow(page.can.edit)
  const show = (typed: Typed, problems: readonly Problem[], status: Status) =>
    staffPage(c, frame(page, status), <UkuranView page={page} typed={typed} problems={problems} />)
  if (c.req.method === 'GET') return show(typedUkuran(page.row.indikator), [], 200)
  const form = await readForm(c, ukuranForm)
  if (!form.ok) return show(form.typed, form.problems, 422)
  const refusal = await refusalOf(() =>
    editIndikator(c.get('caller'), { ...keyOf(c), ...form.values }),
  )
  if (refusal) {
    const typed = { ...form.typed, versi: String(page.row.indikator.versi) }
    return show(typed, problemOf(refusal, 'jenis'), 409)
  }
  setFlash(c, 'Ukuran indikator disimpan.')
  return c.redirect(urlOf(c), 303)
})

staffIndikator.on(['GET', 'POST'], '/:id/indikator/:indikator/tahun-lalu', async (c) => {
  const page = await onePage(c)
  allow(page.can.edit)
  const show = (typed: Typed, problems: readonly Problem[], status: Status) =>
    staffPage(
      c,
      frame(page, status),
      <TahunLaluView page={page} typed={typed} problems={problems} />,
    )
  const { nilai } = page.row.tahunLalu
  if (c.req.method === 'GET')
    return show({ nilai: nilai === null ? '' : String(nilai).replace('.', ',') }, [], 200)
  const form = await readForm(c, tahunLaluForm(page.row.indikator))
  if (!form.ok) return show(form.typed, form.problems, 422)
  const refusal = await refusalOf(() =>
    correctTahunLalu(c.get('caller'), { ...keyOf(c), ...form.values }),
  )
  if (refusal) return show(form.typed, problemOf(refusal, 'nilai'), 409)
  setFlash(c, 'Nilai tahun lalu disimpan.')
  return c.redirect(urlOf(c), 303)
})
