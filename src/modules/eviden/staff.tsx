import { Hono } from 'hono'
import { localDate } from '#platform/date.ts'
import { allow, notFound, Refusal } from '#platform/errors.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { staffPage } from '#ui/page.tsx'
import { editEviden, lockEviden, removeEviden } from './commands/change.ts'
import { addManyEviden } from './commands/create.ts'
import { bentukList, masaOf, mediaList } from './eviden.ts'
import { factsForm, masaTyped } from './forms.ts'
import { type EvidenOfForm, evidenOfForm } from './of-form.ts'
import { DetailView } from './pages/detail.tsx'
import { DocumentPage } from './pages/document.tsx'
import { EditView, NewView, RemoveView } from './pages/form.tsx'
import { LibraryView } from './pages/library.tsx'
import { MediaView } from './pages/media.tsx'
import { canKeepEviden } from './policy.ts'
import { type EvidenPage, evidenForStaff } from './queries/detail.ts'
import { type LibraryFilter, libraryForStaff } from './queries/library.ts'
import { evidenUrl, listUrl } from './urls.ts'

/** The evidence of an office: the library, one evidence, the register of media. */
export const staff = new Hono<HubEnv>()

const crumb = { href: listUrl, label: 'Eviden' }

staff.get('/', async (c) => {
  const page = await libraryForStaff(c.get('caller'), filterOf(c))
  return staffPage(c, { title: 'Eviden' }, <LibraryView page={page} />)
})

staff.get('/media', async (c) => {
  const filter = filterOf(c)
  const media = filter.media === '' ? ('semua' as const) : filter.media
  const page = await libraryForStaff(c.get('caller'), { ...filter, media })
  return staffPage(c, { title: 'Register media', crumbs: [crumb] }, <MediaView page={page} />)
})

function filterOf(c: HubContext): LibraryFilter {
  const {
    cari = '',
    bentuk = '',
    tahun = '',
    keadaan = '',
    media = '',
    satker = '',
  } = c.req.query()
  const states = ['unused', 'pending', 'accepted', 'returned'] as const
  return {
    cari: cari.slice(0, 200),
    bentuk: bentukList.find((one) => one === bentuk) ?? '',
    tahun: /^\d{4}$/.test(tahun) ? Number(tahun) : null,
    keadaan: states.find((one) => one === keadaan) ?? '',
    media: mediaList.find((one) => one === media) ?? '',
    satker,
    page: pageOf(c),
  }
}

const todayOf = (c: HubContext) => localDate(c.get('caller').now, actorOf(c).zonaWaktu)

staff.get('/baru', (c) => {
  const typed = { bentuk: 'berkas', tanggal: todayOf(c) }
  return newPage(c, { typed, problems: [], received: [] })
})

type New = Pick<EvidenOfForm, 'typed' | 'problems' | 'received'>

function newPage(c: HubContext, state: New, status: 200 | 409 | 422 = 200) {
  const actor = actorOf(c)
  allow(canKeepEviden(actor, actor.satkerKode), 'Eviden ditambah oleh orang yang bekerja di sini.')
  const tahun = Number(todayOf(c).slice(0, 4))
  return staffPage(
    c,
    { title: 'Tambah eviden', crumbs: [crumb], status },
    <NewView {...state} tahun={tahun} />,
  )
}

staff.post('/baru', async (c) => {
  const form = await evidenOfForm(c)
  if (form.problems.length > 0) return newPage(c, form, 422)
  const { satkerKode } = actorOf(c)
  const made = await orRefusal(() =>
    addManyEviden(c.get('caller'), { satkerKode, baru: form.baru }),
  )
  if (made instanceof Refusal)
    return newPage(c, { ...form, problems: [{ field: '', message: made.message }] }, 409)
  const [first] = made.ids
  setFlash(c, made.ids.length === 1 ? 'Eviden disimpan.' : `${made.ids.length} eviden disimpan.`)
  return c.redirect(made.ids.length === 1 && first ? evidenUrl(first) : listUrl, 303)
})

async function orRefusal<T>(run: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'refused') return error
    throw error
  }
}

const pageIn = (c: HubContext) => evidenForStaff(c.get('caller'), c.req.param('id') ?? '')

staff.get('/:id', async (c) => {
  const page = await pageIn(c)
  return staffPage(
    c,
    { title: page.eviden.judul, crumbs: [crumb] },
    <DetailView page={page} zona={actorOf(c).zonaWaktu} />,
  )
})

staff.get('/:id/dokumen', async (c) => {
  const { eviden, document, satkerNama } = await pageIn(c)
  if (!document) throw notFound('Dokumen')
  return c.html(<DocumentPage id={eviden.id} {...document} satkerNama={satkerNama} />)
})

staff.get('/:id/ubah', async (c) => {
  const page = await pageIn(c)
  return editPage(c, page, typedOf(page), [])
})

const crumbsTo = ({ eviden }: EvidenPage) => [
  crumb,
  { href: evidenUrl(eviden.id), label: eviden.judul },
]

function editPage(
  c: HubContext,
  page: EvidenPage,
  typed: Typed,
  problems: readonly Problem[],
  status: 200 | 409 | 422 = 200,
) {
  allow(page.can.edit)
  return staffPage(
    c,
    { title: 'Ubah keterangan eviden', crumbs: crumbsTo(page), status },
    <EditView id={page.eviden.id} typed={typed} problems={problems} />,
  )
}

function typedOf({ eviden }: EvidenPage): Typed {
  const { judul, tanggal, sumber, keterangan, media, sasaran, berlaku, versi } = eviden
  return {
    judul,
    tanggal,
    sumber: sumber ?? '',
    keterangan: keterangan ?? '',
    media: media ?? '',
    sasaran: sasaran ?? '',
    berlakuDari: berlaku.dari,
    berlakuSampai: berlaku.sampai,
    alasanBerlaku: berlaku.alasan ?? '',
    versi: String(versi),
  }
}

staff.post('/:id/ubah', async (c) => {
  const page = await pageIn(c)
  const form = await readForm(c, factsForm)
  if (!form.ok) return editPage(c, page, form.typed, form.problems, 422)
  const { berlakuDari: _, berlakuSampai: __, alasanBerlaku: ___, ...facts } = form.values
  const berlaku = masaTyped(facts.tanggal, form.values) ?? masaOf(facts.tanggal)
  const { id } = page.eviden
  const refusal = await orRefusal(() => editEviden(c.get('caller'), { ...facts, id, berlaku }))
  if (refusal instanceof Refusal) {
    const typed = { ...form.typed, versi: String(page.eviden.versi) }
    return editPage(c, page, typed, [{ field: '', message: refusal.message }], 409)
  }
  setFlash(c, 'Keterangan eviden disimpan.')
  return c.redirect(evidenUrl(id), 303)
})

staff.get('/:id/hapus', async (c) => removePage(c, await pageIn(c), []))

function removePage(
  c: HubContext,
  page: EvidenPage,
  problems: readonly Problem[],
  status: 200 | 409 = 200,
) {
  allow(page.can.edit)
  return staffPage(
    c,
    { title: 'Hapus eviden', crumbs: crumbsTo(page), status },
    <RemoveView id={page.eviden.id} judul={page.eviden.judul} problems={problems} />,
  )
}

staff.post('/:id/hapus', async (c) => {
  const page = await pageIn(c)
  const { id } = page.eviden
  const refusal = await orRefusal(() => removeEviden(c.get('caller'), { id }))
  if (refusal instanceof Refusal)
    return removePage(c, page, [{ field: '', message: refusal.message }], 409)
  setFlash(c, 'Eviden dihapus dari pustaka.')
  return c.redirect(listUrl, 303)
})

staff.post('/:id/kunci', async (c) => {
  const { eviden } = await pageIn(c)
  const refusal = await orRefusal(() => lockEviden(c.get('caller'), { id: eviden.id }))
  const refused = refusal instanceof Refusal
  setFlash(c, refused ? refusal.message : 'Data dikunci.', refused ? 'late' : 'ok')
  return c.redirect(evidenUrl(eviden.id), 303)
})
