import { Hono } from 'hono'
import type { Anggaran } from '#modules/rencana-aksi'
import { allow, notFound } from '#platform/errors.ts'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { checkForm, type Problem, readForm, readTyped, type Typed } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { reopenLaporan, returnLaporan, submitLaporan, verifyLaporan } from './commands/laporan.ts'
import { type Baris, fillLingkar } from './commands/lingkar.ts'
import { LaporanCetak } from './pages/laporan-cetak.tsx'
import { AreaView, ReopenView } from './pages/laporan-forms.tsx'
import { LaporanView } from './pages/laporan.tsx'
import {
  anggaranForm,
  lingkarForm,
  reopenForm,
  simpulanForm,
  verdictForm,
} from './putaran-forms.ts'
import { type AreaLingkar, laporanForStaff, type LaporanPage } from './queries/laporan.ts'
import { idOf, type Status, tried } from './staff-form.ts'
import { monevCrumbs } from './staff-putaran.tsx'
import { laporanUrl } from './urls.ts'

/** The report of one office in a round. */
export const staffLaporan = new Hono<HubEnv>()

const read = (c: HubContext) => laporanForStaff(c.get('caller'), idOf(c))

staffLaporan.get('/:id', (c) => laporanPage(c, {}, []))

async function laporanPage(
  c: HubContext,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const page = await read(c)
  const { judul, tahun } = page.laporan
  return staffPage(
    c,
    { title: judul, crumbs: monevCrumbs, year: tahun, status },
    <LaporanView {...{ page, typed, problems }} />,
  )
}

staffLaporan.get('/:id/cetak', async (c) => c.html(<LaporanCetak page={await read(c)} />))

staffLaporan.get('/:id/area/:area', async (c) => areaPage(c, await read(c), {}, []))

function areaIn({ plans }: LaporanPage, areaId: string): AreaLingkar {
  const area = plans.flatMap((plan) => plan.area).find((each) => each.areaId === areaId)
  if (!area) throw notFound('Area')
  return area
}

const crumbsOf = ({ laporan }: LaporanPage) => [
  ...monevCrumbs,
  { href: laporanUrl(laporan.id), label: laporan.judul },
]

function areaPage(
  c: HubContext,
  page: LaporanPage,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const area = areaIn(page, idOf(c, 'area'))
  allow(page.can.fill && area.can.fill, 'Area ini tidak dapat Anda isi sekarang.')
  return staffPage(
    c,
    { title: area.judul, crumbs: crumbsOf(page), status },
    <AreaView {...{ page, area, typed, problems }} />,
  )
}

staffLaporan.post('/:id/area/:area', async (c) => {
  const typed = await readTyped(c)
  const page = await read(c)
  const area = areaIn(page, idOf(c, 'area'))
  const { baris, problems } = barisOf(area, typed)
  if (problems.length > 0) return areaPage(c, page, typed, problems, 422)
  const target = { laporanId: idOf(c), areaId: area.areaId }
  const kept = await tried(fillLingkar(c.get('caller'), { ...target, baris }))
  if (!kept.ok) {
    // The versions of what is stored now: who sends the same words again means them.
    const words = Object.entries(typed).filter(([name]) => !name.startsWith('versi.'))
    return areaPage(c, page, Object.fromEntries(words), kept.problems, 409)
  }
  setFlash(c, `Area ${area.judul} disimpan.`)
  return c.redirect(laporanUrl(idOf(c)), 303)
})

/** The fields of the area, and of each of its late butir, told apart by what follows the dot. */
function barisOf(area: AreaLingkar, typed: Typed): { baris: Baris[]; problems: Problem[] } {
  const problems: Problem[] = []
  const baris = ['area', ...area.butir.map(({ id }) => id)].flatMap((suffix): Baris[] => {
    const form = checkForm(lingkarForm, under(typed, `.${suffix}`))
    if (form.ok) return [{ butirId: suffix === 'area' ? null : suffix, ...form.values }]
    problems.push(
      ...form.problems.map(({ field, message }) => ({ field: `${field}.${suffix}`, message })),
    )
    return []
  })
  return { baris, problems }
}

/** What was typed into fields whose name ends like this, by the name before it. */
const under = (typed: Typed, ending: string): Typed =>
  Object.fromEntries(
    Object.entries(typed)
      .filter(([name]) => name.endsWith(ending))
      .map(([name, value]) => [name.slice(0, -ending.length), value]),
  )

staffLaporan.post('/:id/kirim', async (c) => {
  const form = await readForm(c, simpulanForm)
  const page = await read(c)
  const { anggaran, problems } = anggaranOf(page, form.typed)
  if (!form.ok) return laporanPage(c, form.typed, [...form.problems, ...problems], 422)
  if (problems.length > 0) return laporanPage(c, form.typed, problems, 422)
  const { simpulan } = form.values
  const sent = await tried(
    submitLaporan(c.get('caller'), { laporanId: idOf(c), simpulan, anggaran }),
  )
  if (!sent.ok) return laporanPage(c, form.typed, sent.problems, 409)
  setFlash(c, 'Laporan dikirim dan angkanya dibekukan.')
  return c.redirect(laporanUrl(idOf(c)), 303)
})

function anggaranOf({ plans }: LaporanPage, typed: Typed) {
  const problems: Problem[] = []
  const anggaran: Record<string, Anggaran> = {}
  for (const { rencanaId } of plans) {
    const form = checkForm(anggaranForm, under(typed, `-${rencanaId}`))
    if (form.ok) anggaran[rencanaId] = form.values
    else
      problems.push(
        ...form.problems.map(({ field, message }) => ({ field: `${field}-${rencanaId}`, message })),
      )
  }
  return { anggaran, problems }
}

staffLaporan.post('/:id/periksa', async (c) => {
  const form = await readForm(c, verdictForm)
  if (!form.ok) return laporanPage(c, form.typed, form.problems, 422)
  const { putusan, catatan, hariKerja } = form.values
  const laporanId = idOf(c)
  const caller = c.get('caller')
  const decided = await tried<unknown>(
    putusan === 'terima'
      ? verifyLaporan(caller, { laporanId, catatan })
      : returnLaporan(caller, { laporanId, catatan: catatan ?? '', hariKerja }),
  )
  if (!decided.ok) return laporanPage(c, form.typed, decided.problems, 409)
  setFlash(c, putusan === 'terima' ? 'Laporan diterima.' : 'Laporan dikembalikan dengan catatan.')
  return c.redirect(laporanUrl(laporanId), 303)
})

staffLaporan.get('/:id/buka', (c) => reopenPage(c, {}, []))

async function reopenPage(
  c: HubContext,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const page = await read(c)
  allow(page.can.reopen, 'Jendela laporan ini tidak dapat Anda buka lagi sekarang.')
  return staffPage(
    c,
    { title: 'Buka lagi jendela pengisian', crumbs: crumbsOf(page), status },
    <ReopenView {...{ page, typed, problems }} />,
  )
}

staffLaporan.post('/:id/buka', async (c) => {
  const form = await readForm(c, reopenForm)
  if (!form.ok) return reopenPage(c, form.typed, form.problems, 422)
  const opened = await tried(reopenLaporan(c.get('caller'), { laporanId: idOf(c), ...form.values }))
  if (!opened.ok) return reopenPage(c, form.typed, opened.problems, 409)
  setFlash(c, 'Jendela pengisian dibuka lagi untuk satuan kerja ini.')
  return c.redirect(laporanUrl(idOf(c)), 303)
})
