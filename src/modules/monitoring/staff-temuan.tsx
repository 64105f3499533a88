import { Hono } from 'hono'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { staffPage } from '#ui/page.tsx'
import { placeTemuan, queueTemuan, unqueueTemuan } from './commands/lanjut.ts'
import { addRekomendasi, createTemuan, editTemuan } from './commands/temuan.ts'
import { LanjutView, TemuanFormView } from './pages/temuan-form.tsx'
import { TemuanListView } from './pages/temuan-list.tsx'
import { TemuanView } from './pages/temuan.tsx'
import {
  lanjutForStaff,
  temuanChoices,
  type TemuanForm,
  temuanFormForStaff,
  temuanForStaff,
} from './queries/temuan-detail.ts'
import { listTemuan } from './queries/temuan.ts'
import { askedId, idOf, oneOf, satkerOf, type Status, tried, yearOf } from './staff-form.ts'
import { sumberList } from './temuan.ts'
import { lanjutForm, placeForm, rekomendasiForm, temuanForm } from './temuan-forms.ts'
import { temuanListUrl, temuanUrl } from './urls.ts'

/** Findings, their recommendations, and their way into the next plan. */
export const staffTemuan = new Hono<HubEnv>()

const crumbs = [{ href: temuanListUrl, label: 'Temuan dan RATL' }]

export const areaOf = (c: HubContext): number | null => {
  const area = c.req.query('area') ?? ''
  return /^[1-8]$/.test(area) ? Number(area) : null
}

staffTemuan.get('/', async (c) => {
  const page = await listTemuan(c.get('caller'), {
    sumber: oneOf(sumberList, c.req.query('sumber')),
    keadaan: oneOf(['unplanned', 'running', 'done'], c.req.query('keadaan')),
    lanjut: oneOf(['none', 'queued', 'proposed', 'placed'], c.req.query('lanjut')),
    area: areaOf(c),
    tahun: yearOf(c),
    satker: satkerOf(c),
    page: pageOf(c),
  })
  return staffPage(c, { title: 'Temuan dan tindak lanjut' }, <TemuanListView page={page} />)
})

staffTemuan.get('/baru', async (c) => {
  const { now } = c.get('caller')
  const [laporanId, rapatId, butirId] = ['laporan', 'rapat', 'butir'].map((name) =>
    askedId(c, name),
  )
  const typed: Typed = {
    tahun: c.req.query('tahun') ?? String(now.getUTCFullYear()),
    areaBaku: c.req.query('area') ?? '',
    ...(laporanId ? { sumber: 'putaran', laporanId } : {}),
    ...(rapatId ? { sumber: 'rapat', rapatId } : {}),
    ...(butirId ? { butirId } : {}),
  }
  return newPage(c, satkerOf(c), typed, [])
})

async function newPage(
  c: HubContext,
  satker: string,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const choices = await temuanChoices(c.get('caller'), satker || actorOf(c).satkerKode)
  return staffPage(
    c,
    { title: 'Catat temuan', crumbs, status },
    <TemuanFormView
      title="Catat temuan"
      action={temuanUrl('baru')}
      back={temuanListUrl}
      draft="temuan-baru"
      typed={{ tanggal: choices.today, ...typed }}
      isNew
      {...{ choices, problems }}
    />,
  )
}

staffTemuan.post('/baru', async (c) => {
  const form = await readForm(c, temuanForm)
  const typedSatker = typedText(form.typed, 'satker')
  const satker = /^\d{2}(\d{2})?$/.test(typedSatker) ? typedSatker : actorOf(c).satkerKode
  if (!form.ok) return newPage(c, satker, form.typed, form.problems, 422)
  const { versi: _, ...facts } = form.values
  const made = await tried(createTemuan(c.get('caller'), { satkerKode: satker, ...facts }))
  if (!made.ok) return newPage(c, satker, form.typed, made.problems, 409)
  setFlash(c, 'Temuan dicatat. Susun rekomendasi dan RATL-nya.')
  return c.redirect(temuanUrl(made.value.id), 303)
})

staffTemuan.get('/:id', (c) => temuanPage(c))

async function temuanPage(c: HubContext, problem?: string, status: Status = 200) {
  const page = await temuanForStaff(c.get('caller'), idOf(c))
  return staffPage(
    c,
    { title: 'Temuan', crumbs, year: page.temuan.tahun, status },
    <TemuanView page={page} problem={problem} />,
  )
}

staffTemuan.get('/:id/ubah', async (c) => {
  const page = await temuanFormForStaff(c.get('caller'), idOf(c))
  return editPage(c, page, typedOf(page.temuan), [])
})

const typedOf = (temuan: TemuanForm['temuan']): Typed => {
  const { sumber, tanggal, uraian, rujukan, laporanId, rapatId, butirId } = temuan
  const { kriteria, sebab, akibat, areaBaku, tahun, versi } = temuan
  const maybe = { rujukan, laporanId, rapatId, butirId, kriteria, sebab, akibat, areaBaku }
  return {
    sumber,
    tanggal,
    uraian,
    tahun: String(tahun),
    versi: String(versi),
    ...Object.fromEntries(
      Object.entries(maybe).map(([name, value]) => [name, String(value ?? '')]),
    ),
  }
}

async function editPage(
  c: HubContext,
  { temuan, choices }: TemuanForm,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  return staffPage(
    c,
    { title: 'Ubah temuan', crumbs: crumbsOf(temuan.id), status },
    <TemuanFormView
      title="Ubah temuan"
      action={temuanUrl(temuan.id, 'ubah')}
      back={temuanUrl(temuan.id)}
      draft={`temuan-${temuan.id}`}
      {...{ choices, typed, problems }}
    />,
  )
}

const crumbsOf = (id: string) => [...crumbs, { href: temuanUrl(id), label: 'Temuan' }]

staffTemuan.post('/:id/ubah', async (c) => {
  const form = await readForm(c, temuanForm)
  const page = await temuanFormForStaff(c.get('caller'), idOf(c))
  if (!form.ok) return editPage(c, page, form.typed, form.problems, 422)
  const { rekomendasi: _, ...facts } = form.values
  const changed = await tried(editTemuan(c.get('caller'), { temuanId: idOf(c), ...facts }))
  if (!changed.ok) {
    const typed = { ...form.typed, versi: String(page.temuan.versi) }
    return editPage(c, page, typed, changed.problems, 409)
  }
  setFlash(c, 'Temuan disimpan.')
  return c.redirect(temuanUrl(idOf(c)), 303)
})

staffTemuan.post('/:id/rekomendasi', async (c) => {
  const form = await readForm(c, rekomendasiForm)
  if (!form.ok) return temuanPage(c, form.problems[0]?.message, 422)
  const added = await tried(addRekomendasi(c.get('caller'), { temuanId: idOf(c), ...form.values }))
  return after(c, added, 'Rekomendasi ditambahkan.')
})

staffTemuan.post('/:id/antre', async (c) => {
  const form = await readForm(c, lanjutForm)
  if (!form.ok) return temuanPage(c, form.problems[0]?.message, 422)
  const queued = await tried(queueTemuan(c.get('caller'), { temuanId: idOf(c), ...form.values }))
  return after(c, queued, 'Temuan menunggu rencana tahun berikutnya.')
})

staffTemuan.post('/:id/keluar-antrean', async (c) => {
  const out = await tried(unqueueTemuan(c.get('caller'), { temuanId: idOf(c) }))
  return after(c, out, 'Temuan dikeluarkan dari antrean.')
})

type Tried = Awaited<ReturnType<typeof tried<unknown>>>

function after(c: HubContext, done: Tried, message: string) {
  if (!done.ok) return temuanPage(c, done.problems[0]?.message, 409)
  setFlash(c, message)
  return c.redirect(temuanUrl(idOf(c)), 303)
}

staffTemuan.get('/:id/lanjut', (c) => lanjutPage(c, {}, []))

async function lanjutPage(
  c: HubContext,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const page = await lanjutForStaff(c.get('caller'), idOf(c))
  return staffPage(
    c,
    { title: `Masukkan ke rencana ${page.temuan.tahun + 1}`, crumbs: crumbsOf(idOf(c)), status },
    <LanjutView {...{ page, typed, problems }} />,
  )
}

staffTemuan.post('/:id/lanjut', async (c) => {
  const form = await readForm(c, placeForm)
  if (!form.ok) return lanjutPage(c, form.typed, form.problems, 422)
  const { tujuan, ...row } = form.values
  const placed = await tried(placeTemuan(c.get('caller'), { temuanId: idOf(c), ...tujuan, ...row }))
  if (!placed.ok) return lanjutPage(c, form.typed, placed.problems, 409)
  setFlash(c, 'Temuan masuk ke rencana tahun berikutnya.')
  return c.redirect(temuanUrl(idOf(c)), 303)
})
