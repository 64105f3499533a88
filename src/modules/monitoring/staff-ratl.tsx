import { Hono } from 'hono'
import { berkasOfForm } from '#modules/berkas'
import { csvStream } from '#platform/csv.ts'
import { allow } from '#platform/errors.ts'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { staffPage } from '#ui/page.tsx'
import { createRatl, editRatl } from './commands/ratl.ts'
import { checkRatl, reportRatl, withdrawRatl } from './commands/ratl-result.ts'
import { ratlViews } from './labels-temuan.ts'
import { RatlListView } from './pages/ratl-list.tsx'
import { RatlFormView, RatlView } from './pages/ratl.tsx'
import {
  listRatl,
  newRatlForStaff,
  type RatlFilter,
  ratlForCsv,
  ratlForStaff,
  ratlOwners,
} from './queries/ratl.ts'
import { ratlCsvLines } from './ratl-csv.ts'
import { askedId, idOf, oneOf, satkerOf, type Status, tried, yearOf } from './staff-form.ts'
import { areaOf } from './staff-temuan.tsx'
import { checkForm, ratlForm, resultForm } from './temuan-forms.ts'
import { rapatUrl, ratlListUrl, ratlUrl, temuanListUrl, temuanUrl, withQuery } from './urls.ts'

/** The register of follow-up and its steps. Stands before `/:id` of the findings. */
export const staffRatl = new Hono<HubEnv>()

const crumbs = [
  { href: temuanListUrl, label: 'Temuan dan RATL' },
  { href: ratlListUrl, label: 'RATL' },
]

const filterOf = (c: HubContext): RatlFilter => ({
  keadaan: oneOf(ratlViews, c.req.query('keadaan')),
  area: areaOf(c),
  tahun: yearOf(c),
  saya: c.req.query('saya') === 'ya',
  satker: satkerOf(c),
  page: pageOf(c),
})

staffRatl.get('/', async (c) => {
  const page = await listRatl(c.get('caller'), filterOf(c))
  return staffPage(c, { title: 'RATL', crumbs: crumbs.slice(0, 1) }, <RatlListView page={page} />)
})

staffRatl.get('/unduh.csv', async (c) => {
  const rows = await ratlForCsv(c.get('caller'), filterOf(c))
  return c.body(csvStream(ratlCsvLines(rows)), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="ratl.csv"',
  })
})

const sourceOf = (c: HubContext) => ({
  rekomendasiId: askedId(c, 'rekomendasi'),
  keputusanId: askedId(c, 'keputusan'),
})

staffRatl.get('/baru', (c) => newPage(c, {}, []))

async function newPage(
  c: HubContext,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const asked = sourceOf(c)
  const { sumber, choices } = await newRatlForStaff(c.get('caller'), asked)
  const back = sumber.kind === 'rapat' ? rapatUrl(sumber.back) : temuanUrl(sumber.back)
  const parameters = {
    rekomendasi: asked.rekomendasiId ?? '',
    keputusan: asked.keputusanId ?? '',
  }
  return staffPage(
    c,
    { title: 'RATL baru', crumbs, status },
    <RatlFormView
      title="RATL baru"
      action={withQuery(ratlUrl('baru'), parameters)}
      draft={`ratl-baru-${asked.rekomendasiId ?? asked.keputusanId ?? ''}`}
      menjawab={sumber.uraian}
      {...{ back, choices, typed, problems }}
    />,
  )
}

staffRatl.post('/baru', async (c) => {
  const form = await readForm(c, ratlForm)
  if (!form.ok) return newPage(c, form.typed, form.problems, 422)
  const { rekomendasiId, keputusanId } = sourceOf(c)
  const sumber = rekomendasiId ? { rekomendasiId } : { keputusanId: keputusanId ?? idOf(c) }
  const { versi: _, ...facts } = form.values
  const made = await tried(createRatl(c.get('caller'), { sumber, ...facts }))
  if (!made.ok) return newPage(c, form.typed, made.problems, 409)
  setFlash(c, 'RATL disimpan, dan penanggung jawabnya diberi tahu.')
  return c.redirect(ratlUrl(made.value.id), 303)
})

type Shown = {
  typed?: Typed
  problems?: readonly Problem[]
  received?: Awaited<ReturnType<typeof berkasOfForm>>['received']
}

staffRatl.get('/:id', (c) => ratlPage(c, {}))

async function ratlPage(
  c: HubContext,
  { typed = {}, problems = [], received = [] }: Shown,
  status: Status = 200,
) {
  const page = await ratlForStaff(c.get('caller'), idOf(c))
  return staffPage(
    c,
    { title: 'RATL', crumbs, status },
    <RatlView {...{ page, typed, problems, received }} />,
  )
}

staffRatl.get('/:id/ubah', (c) => editPage(c, null, []))

async function editPage(
  c: HubContext,
  typed: Typed | null,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const { ratl, can } = await ratlForStaff(c.get('caller'), idOf(c))
  allow(can.change, 'RATL ini tidak dapat Anda ubah sekarang.')
  const { penanggungJawabId, unitId, aksi, keluaran, jatuhTempo, versi } = ratl
  const pemilik = penanggungJawabId ? `orang:${penanggungJawabId}` : `unit:${unitId ?? ''}`
  const stored = { aksi, keluaran: keluaran ?? '', pemilik, jatuhTempo }
  return staffPage(
    c,
    { title: 'Ubah RATL', crumbs: [...crumbs, { href: ratlUrl(ratl.id), label: 'RATL' }], status },
    <RatlFormView
      title="Ubah RATL"
      action={ratlUrl(ratl.id, 'ubah')}
      back={ratlUrl(ratl.id)}
      draft={`ratl-${ratl.id}`}
      menjawab={ratl.uraian}
      choices={await ratlOwners(c.get('caller'), ratl.satkerKode)}
      typed={{ ...(typed ?? stored), versi: String(versi) }}
      problems={problems}
    />,
  )
}

staffRatl.post('/:id/ubah', async (c) => {
  const form = await readForm(c, ratlForm)
  if (!form.ok) return editPage(c, form.typed, form.problems, 422)
  const changed = await tried(editRatl(c.get('caller'), { ratlId: idOf(c), ...form.values }))
  if (!changed.ok) return editPage(c, form.typed, changed.problems, 409)
  setFlash(c, 'RATL disimpan.')
  return c.redirect(ratlUrl(idOf(c)), 303)
})

staffRatl.post('/:id/hasil', async (c) => {
  const { can } = await ratlForStaff(c.get('caller'), idOf(c))
  allow(can.report, 'Hasil RATL ini tidak dapat Anda laporkan sekarang.')
  const files = await berkasOfForm(c, 'berkas')
  const { received } = files
  const form = await readForm(c, resultForm)
  const { typed } = form
  const problems = [...files.problems, ...(form.ok ? [] : form.problems)]
  if (!form.ok || problems.length > 0) return ratlPage(c, { typed, problems, received }, 422)
  const input = { ratlId: idOf(c), ...form.values, berkasIds: files.ids }
  const done = await tried(reportRatl(c.get('caller'), input))
  if (!done.ok) return ratlPage(c, { typed, problems: done.problems, received }, 409)
  setFlash(c, 'Hasil dilaporkan dan menunggu pemeriksaan orang lain.')
  return c.redirect(ratlUrl(idOf(c)), 303)
})

staffRatl.post('/:id/tarik', async (c) => {
  const done = await tried(withdrawRatl(c.get('caller'), { ratlId: idOf(c) }))
  if (!done.ok) return ratlPage(c, { problems: done.problems }, 409)
  setFlash(c, 'Laporan hasil ditarik; isinya tetap tersimpan.')
  return c.redirect(ratlUrl(idOf(c)), 303)
})

staffRatl.post('/:id/periksa', async (c) => {
  const form = await readForm(c, checkForm)
  const { typed } = form
  if (!form.ok) return ratlPage(c, { typed, problems: form.problems }, 422)
  const done = await tried(checkRatl(c.get('caller'), { ratlId: idOf(c), ...form.values }))
  if (!done.ok) return ratlPage(c, { typed, problems: done.problems }, 409)
  const closed = form.values.efektif === 'berhasil'
  setFlash(c, closed ? 'RATL diterima dan ditutup.' : 'RATL dikembalikan dengan catatan.')
  return c.redirect(ratlUrl(idOf(c)), 303)
})
