import { Hono } from 'hono'
import { allow } from '#platform/errors.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { staffPage } from '#ui/page.tsx'
import { createRapat, editRapat } from './commands/rapat.ts'
import { jenisRapat } from './jenis-rapat.ts'
import { RapatFormView } from './pages/rapat-form.tsx'
import { RapatListView } from './pages/rapat-list.tsx'
import { RapatView } from './pages/rapat.tsx'
import { listRapat } from './queries/rapat.ts'
import {
  rapatChoices,
  type RapatForm,
  rapatFormForStaff,
  rapatForStaff,
  type RapatHead,
} from './queries/rapat-detail.ts'
import { rapatForm } from './rapat-forms.ts'
import { askedId, idOf, oneOf, satkerOf, type Status, tried, yearOf } from './staff-form.ts'
import { rapatListUrl, rapatUrl } from './urls.ts'

/** Meetings: the list, what and when, and the page of one. */
export const staffRapat = new Hono<HubEnv>()

export const rapatCrumbs = [{ href: rapatListUrl, label: 'Rapat' }]

staffRapat.get('/', async (c) => {
  const page = await listRapat(c.get('caller'), {
    jenis: oneOf(
      jenisRapat.map(({ kode }) => kode),
      c.req.query('jenis'),
    ),
    keadaan: oneOf(['open', 'closed', 'cancelled'], c.req.query('keadaan')),
    tahun: yearOf(c),
    satker: satkerOf(c),
    page: pageOf(c),
  })
  return staffPage(c, { title: 'Rapat' }, <RapatListView page={page} />)
})

staffRapat.get('/baru', (c) => {
  const laporanId = askedId(c, 'laporan')
  const typed: Typed = laporanId ? { jenis: 'monev', laporanId } : {}
  return newPage(c, typed, [])
})

async function newPage(
  c: HubContext,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const choices = await rapatChoices(c.get('caller'), actorOf(c).satkerKode)
  allow(choices.can.write)
  return staffPage(
    c,
    { title: 'Catat rapat', crumbs: rapatCrumbs, status },
    <RapatFormView
      title="Catat rapat"
      action={rapatUrl('baru')}
      back={rapatListUrl}
      draft="rapat-baru"
      {...{ choices, typed, problems }}
    />,
  )
}

staffRapat.post('/baru', async (c) => {
  const form = await readForm(c, rapatForm)
  if (!form.ok) return newPage(c, form.typed, form.problems, 422)
  const { versi: _, ...facts } = form.values
  const { satkerKode } = actorOf(c)
  const made = await tried(createRapat(c.get('caller'), { satkerKode, ...facts }))
  if (!made.ok) return newPage(c, form.typed, made.problems, 409)
  setFlash(c, 'Rapat dicatat. Susun pesertanya.')
  return c.redirect(rapatUrl(made.value.id), 303)
})

staffRapat.get('/:id', (c) => rapatPage(c))

/** The page of a meeting; with the sentence of a rule that refused what was asked. */
export async function rapatPage(c: HubContext, problem?: string, status: Status = 200) {
  const page = await rapatForStaff(c.get('caller'), idOf(c))
  return staffPage(
    c,
    { title: page.rapat.judul, crumbs: rapatCrumbs, status },
    <RapatView page={page} problem={problem} />,
  )
}

staffRapat.get('/:id/ubah', async (c) => {
  const page = await rapatFormForStaff(c.get('caller'), idOf(c))
  return editPage(c, page, typedOf(page.rapat), [])
})

const typedOf = (rapat: RapatHead['rapat']): Typed => {
  const { jenis, judul, tanggal, versi } = rapat
  const { jamMulai, jamSelesai, tempat, tautan, nomorUndangan, agenda, laporanId } = rapat
  const { pimpinanId, pimpinanNama, notulisId, notulisNama } = rapat
  const maybe = { tempat, tautan, nomorUndangan, agenda, laporanId }
  const people = { pimpinanId, pimpinanNama, notulisId, notulisNama }
  return {
    jenis,
    judul,
    tanggal,
    versi: String(versi),
    jamMulai: jamMulai.slice(0, 5),
    jamSelesai: jamSelesai?.slice(0, 5) ?? '',
    ...Object.fromEntries(
      Object.entries({ ...maybe, ...people }).map(([name, value]) => [name, value ?? '']),
    ),
  }
}

async function editPage(
  c: HubContext,
  page: RapatForm,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const { rapat, can, choices } = page
  allow(can.change, 'Rapat ini tidak dapat Anda ubah sekarang.')
  return staffPage(
    c,
    { title: 'Ubah rapat', crumbs: crumbsOf(page), status },
    <RapatFormView
      title="Ubah rapat"
      action={rapatUrl(rapat.id, 'ubah')}
      back={rapatUrl(rapat.id)}
      draft={`rapat-${rapat.id}`}
      {...{ choices, typed, problems }}
    />,
  )
}

export const crumbsOf = ({ rapat }: Pick<RapatHead, 'rapat'>) => [
  ...rapatCrumbs,
  { href: rapatUrl(rapat.id), label: rapat.judul },
]

staffRapat.post('/:id/ubah', async (c) => {
  const form = await readForm(c, rapatForm)
  const page = await rapatFormForStaff(c.get('caller'), idOf(c))
  if (!form.ok) return editPage(c, page, form.typed, form.problems, 422)
  const changed = await tried(editRapat(c.get('caller'), { rapatId: idOf(c), ...form.values }))
  if (!changed.ok) {
    // Who sends the same words again has seen the warning, and means them.
    const typed = { ...form.typed, versi: String(page.rapat.versi) }
    return editPage(c, page, typed, changed.problems, 409)
  }
  setFlash(c, 'Rapat disimpan.')
  return c.redirect(rapatUrl(idOf(c)), 303)
})
