import { Hono } from 'hono'
import { notFound } from '#platform/errors.ts'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import type { Change, Conflict } from './change.ts'
import { revise } from './commands/revise.ts'
import { rowForm, sectionForm, splitForm, versionForm } from './forms.ts'
import { valuesFrom } from './grid.ts'
import { imporHref } from './pages/frame.tsx'
import { RowPage, SplitPage } from './pages/row.tsx'
import { ConfirmPage, SectionPage } from './pages/section.tsx'
import { frameForReview, rowForReview, type RowView } from './queries/review.ts'
import type { Suntingan } from './suntingan.ts'
import { tried } from './tried.ts'

/** One row, area or kegiatan on a page of its own: everything works there without script. */
export const staffRow = new Hono<HubEnv>()

staffRow.get('/impor/:id/butir/:butirId', async (c) => {
  const view = await rowView(c)
  return rowPage(c, view, {})
})

staffRow.post('/impor/:id/butir/:butirId', async (c) => {
  const view = await rowView(c)
  const form = await readForm(c, rowForm)
  if (!form.ok) return rowPage(c, view, { typed: form.typed, problems: form.problems })
  const { butir } = view.place
  const { versi, label, keterangan, ...cells } = form.values
  const read = valuesFrom(cells, butir, view.suntingan.tahun)
  const problems = Object.entries(read.problems).map(([field, message]) => ({ field, message }))
  if (problems.length > 0) return rowPage(c, view, { typed: form.typed, problems })
  const nilai = { ...read.nilai, label, keterangan, diperiksa: true }
  const saved = await save(c, [{ jenis: 'butir', id: butir.id, versi, nilai }])
  if (!saved.ok) return rowPage(c, await rowView(c), conflicted(form.typed, saved), 409)
  return done(c, view, 'Butir tersimpan.')
})

staffRow.get('/impor/:id/butir/:butirId/pemecahan', async (c) => {
  const view = await rowView(c)
  return splitPage(c, view, {})
})

staffRow.post('/impor/:id/butir/:butirId/pemecahan', async (c) => {
  const view = await rowView(c)
  const form = await readForm(c, splitForm)
  if (!form.ok) return splitPage(c, view, { typed: form.typed, problems: form.problems })
  const v = form.values
  const saved = await save(c, [
    {
      jenis: 'pecah',
      id: view.place.butir.id,
      versi: v.versi,
      pertama: {
        uraian: v.uraian1,
        langkah: v.langkah1,
        indikator: v.indikator1,
        eviden: v.eviden1,
      },
      kedua: { uraian: v.uraian2, langkah: v.langkah2, indikator: v.indikator2, eviden: v.eviden2 },
    },
  ])
  if (!saved.ok) return splitPage(c, view, conflicted(form.typed, saved), 409)
  return done(c, view, 'Butir dipecah menjadi dua.')
})

staffRow.get('/impor/:id/butir/:butirId/gabungan', async (c) => {
  const view = await rowView(c)
  const { butir } = view.place
  const here = imporHref(view.id, `/butir/${butir.id}`)
  return confirmPage(c, {
    title: 'Gabung dengan butir di atasnya?',
    confirm: 'Gabung',
    action: `${here}/gabungan`,
    back: here,
    versi: butir.versi,
    children: 'Uraian, indikator, eviden, dan jadwal keduanya disatukan.',
  })
})

staffRow.post('/impor/:id/butir/:butirId/gabungan', async (c) => {
  const view = await rowView(c)
  const form = await readForm(c, versionForm)
  if (!form.ok) throw notFound('Halaman')
  await mustSave(c, { jenis: 'gabung', id: view.place.butir.id, versi: form.values.versi })
  return done(c, view, 'Kedua butir digabung.')
})

staffRow.get('/impor/:id/bagian/:nodeId', async (c) => {
  const { suntingan } = await frame(c)
  return sectionPage(c, suntingan, {})
})

staffRow.post('/impor/:id/bagian/:nodeId', async (c) => {
  const { id, suntingan } = await frame(c)
  const form = await readForm(c, sectionForm)
  if (!form.ok)
    return sectionPage(c, suntingan, { typed: form.typed, problems: form.problems }, 422)
  const saved = await save(c, [{ jenis: 'bagian', id: c.req.param('nodeId'), ...form.values }])
  if (!saved.ok) return sectionPage(c, suntingan, conflicted(form.typed, saved), 409)
  setFlash(c, 'Judul tersimpan.')
  return c.redirect(imporHref(id, `?area=${areaIdOf(suntingan, c.req.param('nodeId'))}`), 303)
})

staffRow.get('/impor/:id/hapus/:nodeId', async (c) => {
  const { id, suntingan } = await frame(c)
  const node = nodeOf(suntingan, c.req.param('nodeId'))
  return confirmPage(c, {
    title: 'Hapus bagian ini?',
    confirm: 'Hapus',
    action: imporHref(id, `/hapus/${node.id}`),
    back: imporHref(id),
    versi: node.versi,
    children: 'Bagian ini, dengan semua di dalamnya, tidak ikut menjadi rencana.',
  })
})

staffRow.post('/impor/:id/hapus/:nodeId', async (c) => {
  const { id, suntingan } = await frame(c)
  const form = await readForm(c, versionForm)
  if (!form.ok) throw notFound('Halaman')
  const nodeId = c.req.param('nodeId')
  await mustSave(c, { jenis: 'hapus', id: nodeId, versi: form.values.versi })
  setFlash(c, 'Bagian dihapus dari impor ini.')
  return c.redirect(imporHref(id, `?area=${areaIdOf(suntingan, nodeId)}`), 303)
})

const crumbs = (id: string) => [
  { href: '/kerja/impor', label: 'Impor keputusan' },
  { href: imporHref(id), label: 'Periksa butir' },
]

async function rowView(c: HubContext): Promise<RowView> {
  const [id, butirId] = [c.req.param('id') ?? '', c.req.param('butirId') ?? '']
  const view = await rowForReview(c.get('caller'), { id, butirId })
  if (!view) throw notFound('Butir')
  return view
}

async function frame(c: HubContext) {
  const review = await frameForReview(c.get('caller'), c.req.param('id') ?? '')
  if (!review) throw notFound('Bagian')
  return review
}

const revision = (c: HubContext, changes: readonly Change[]) =>
  revise(c.get('caller'), {
    imporId: c.req.param('id') ?? '',
    changes,
    projectRoot: c.get('services').config.projectRoot,
  })

const save = (c: HubContext, changes: readonly Change[]) => tried(revision(c, changes))

/** For a button without fields: what is out of date is answered with the page of a refusal. */
const mustSave = (c: HubContext, change: Change) => revision(c, [change])

function done(c: HubContext, { id, place }: RowView, sentence: string) {
  setFlash(c, sentence)
  return c.redirect(imporHref(id, `?area=${place.area.id}#${place.butir.id}`), 303)
}

type Typing = { typed?: Typed; problems?: Problem[] }

/** The page shows what stands now beside what was typed, and takes the version that stands now. */
function conflicted(
  typed: Typed,
  { message, detail }: { message: string; detail: unknown },
): Typing {
  const now = (detail as Conflict | undefined)?.sekarang
  const versi = (now as { versi?: number } | undefined)?.versi
  return {
    typed: versi === undefined ? typed : { ...typed, versi: String(versi) },
    problems: [{ field: '', message }],
  }
}

function rowPage(c: HubContext, view: RowView, typing: Typing, status?: 409) {
  const page = { title: 'Butir', crumbs: crumbs(view.id), status: statusOf(typing, status) }
  return staffPage(c, page, <RowPage view={view} {...typing} />)
}

function splitPage(c: HubContext, view: RowView, typing: Typing, status?: 409) {
  const page = { title: 'Pecah butir', crumbs: crumbs(view.id), status: statusOf(typing, status) }
  return staffPage(c, page, <SplitPage view={view} {...typing} />)
}

const statusOf = ({ problems = [] }: Typing, status?: 409): 200 | 409 | 422 =>
  status ?? (problems.length > 0 ? 422 : 200)

function sectionPage(
  c: HubContext,
  suntingan: Suntingan,
  typing: Typing,
  status: 200 | 409 | 422 = 200,
) {
  const [id, nodeId] = [c.req.param('id') ?? '', c.req.param('nodeId') ?? '']
  const area = suntingan.area.find((each) => each.id === nodeId)
  const kegiatan = suntingan.area.flatMap((each) => each.kegiatan).find((k) => k.id === nodeId)
  const section = area ?? kegiatan
  if (!section) throw notFound('Bagian')
  const what = area ? 'area' : 'kegiatan'
  return staffPage(
    c,
    { title: `Ubah ${what}`, crumbs: crumbs(id), status },
    <SectionPage imporId={id} section={section} what={what} {...typing} />,
  )
}

function confirmPage(c: HubContext, props: Parameters<typeof ConfirmPage>[0]) {
  const id = c.req.param('id') ?? ''
  return staffPage(c, { title: props.title, crumbs: crumbs(id) }, <ConfirmPage {...props} />)
}

function nodeOf(suntingan: Suntingan, nodeId: string) {
  const kegiatan = suntingan.area.flatMap((area) => area.kegiatan)
  const all = [...suntingan.area, ...kegiatan, ...kegiatan.flatMap(({ butir }) => butir)]
  const node = all.find(({ id }) => id === nodeId)
  if (!node) throw notFound('Bagian')
  return node
}

const areaIdOf = (suntingan: Suntingan, nodeId: string): string =>
  suntingan.area.find(
    (area) =>
      area.id === nodeId ||
      area.kegiatan.some((k) => k.id === nodeId || k.butir.some(({ id }) => id === nodeId)),
  )?.id ?? ''
