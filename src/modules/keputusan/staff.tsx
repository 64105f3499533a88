import { Hono } from 'hono'
import { allow } from '#platform/errors.ts'
import { actorOf, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { staffPage } from '#ui/page.tsx'
import { correctKeputusan } from './commands/correct-keputusan.ts'
import { checkDasarHukum } from './dasar-hukum.ts'
import { keputusanForm } from './forms.ts'
import { nomorKeputusan } from './nomor.ts'
import { DetailPage } from './pages/detail.tsx'
import { EditPage } from './pages/edit.tsx'
import { ListPage } from './pages/list.tsx'
import {
  keputusanDetail,
  type KeputusanDetail,
  keputusanForStaff,
  keputusanPageSize,
} from './queries/keputusan.ts'
import { registerOf } from './queries/register.ts'

export const staff = new Hono<HubEnv>()

/** Importing belongs to a module above this one; the menu tells who may. */
const importUrl = '/kerja/impor'

const listCrumb = { href: '/kerja/keputusan', label: 'Keputusan' }

staff.get('/', async (c) => {
  const { cari = '', tahun = '' } = c.req.query()
  const filter = {
    cari: cari.trim(),
    tahun: /^\d{4}$/.test(tahun) ? Number(tahun) : null,
    halaman: pageOf(c),
  }
  const list = await keputusanForStaff(c.get('caller'), filter)
  const href = (page: number) =>
    `/kerja/keputusan?${new URLSearchParams({ cari, tahun, halaman: String(page) })}`
  const actor = actorOf(c)
  return staffPage(
    c,
    { title: 'Keputusan' },
    <ListPage
      list={list}
      filter={filter}
      pages={Math.ceil(list.total / keputusanPageSize)}
      href={href}
      manyOffices={actor.satkerKode.length === 2}
      canImport={c.get('menu').some(({ items }) => items.some(({ href }) => href === importUrl))}
    />,
  )
})

staff.get('/:satker/:id', async (c) => {
  const { satker: satkerKode, id } = c.req.param()
  const detail = await keputusanDetail(c.get('caller'), { satkerKode, id })
  const register = await registerOf(c.get('caller'), c.get('services').config.projectRoot)
  const { keputusan: k, mengingat } = detail
  const temuan = checkDasarHukum({ tanggal: k.tanggal, mengingat, bobot: [] }, register)
  return staffPage(
    c,
    { title: `Keputusan ${nomorKeputusan(k)}`, crumbs: [listCrumb] },
    <DetailPage detail={detail} temuan={temuan} />,
  )
})

staff.on(['GET', 'POST'], '/:satker/:id/ubah', async (c) => {
  const { satker: satkerKode, id } = c.req.param()
  const detail = await keputusanDetail(c.get('caller'), { satkerKode, id })
  allow(detail.can.correct)
  const href = `/kerja/keputusan/${satkerKode}/${id}`
  const form = c.req.method === 'POST' ? await readForm(c, keputusanForm) : null
  if (!form?.ok) {
    const page = {
      title: 'Perbaiki keputusan',
      crumbs: [listCrumb],
      status: form ? (422 as const) : (200 as const),
    }
    const values = form?.typed ?? factsOf(detail)
    return staffPage(
      c,
      page,
      <EditPage href={href} values={values} problems={form?.problems ?? []} />,
    )
  }
  await correctKeputusan(c.get('caller'), { satkerKode, id, facts: form.values })
  setFlash(c, 'Keputusan diperbaiki.')
  return c.redirect(href, 303)
})

const factsOf = ({ keputusan: k }: KeputusanDetail): Typed => ({
  nomor: k.nomor,
  tahun: String(k.tahun),
  judul: k.judul,
  tanggal: k.tanggal,
  tempat: k.tempat ?? '',
  ketua: k.ketua ?? '',
  penyalin_nama: k.penyalin_nama ?? '',
  penyalin_jabatan: k.penyalin_jabatan ?? '',
  berita_acara: k.berita_acara ?? '',
  mengubah_nomor: k.mengubah_nomor ?? '',
  versi: String(k.versi),
})
