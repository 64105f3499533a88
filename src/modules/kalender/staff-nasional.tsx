import { Hono } from 'hono'
import { allow } from '#platform/errors.ts'
import { actorOf, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { readForm, type Typed, typedText } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { cancelHariLibur, loadTahun, setHariLibur, setRamadan } from './commands/nasional.ts'
import { batalForm, hariLiburForm, ramadanForm, tahunForm } from './forms.ts'
import { fullDate } from './labels.ts'
import { BatalPage, HariLiburPage, RamadanPage, TahunPage } from './pages/nasional-forms.tsx'
import { canSetNational } from './policy.ts'
import { hariLiburForEdit, ramadanForEdit } from './queries/edit.ts'
import { addDays, yearOf } from './tanggal.ts'
import { kalenderUrl, pageUrl } from './urls.ts'

/** What KPU RI keeps for all: national holidays, a new year's decree, Ramadan. */
export const staffNasional = new Hono<HubEnv>()

const crumbs = [{ href: kalenderUrl, label: 'Kalender kerja' }]
const status = (form: unknown) => (form ? (422 as const) : (200 as const))

/** What the person had before him when he began, so that a change in between is still seen. */
const shownVersi = (typed: Typed, versi: number) => Number(typedText(typed, 'versi')) || versi

staffNasional.on(['GET', 'POST'], '/hari-libur/baru', async (c) => {
  allow(canSetNational(actorOf(c)))
  const form = c.req.method === 'POST' ? await readForm(c, hariLiburForm) : null
  if (form?.ok) {
    await setHariLibur(c.get('caller'), form.values)
    setFlash(c, `${form.values.nama}, ${fullDate(form.values.tanggal)}, ditambahkan.`)
    return c.redirect(pageUrl('', { tahun: yearOf(form.values.tanggal) }), 303)
  }
  const page = { title: 'Tambah hari libur nasional', crumbs, status: status(form) }
  const typed = form?.typed ?? { keyakinan: 'terverifikasi' }
  return staffPage(
    c,
    page,
    <HariLiburPage typed={typed} problems={form?.problems ?? []} versi={0} />,
  )
})

staffNasional.on(['GET', 'POST'], '/hari-libur/:tanggal', async (c) => {
  const hari = await hariLiburForEdit(c.get('caller'), c.req.param('tanggal'))
  const { tanggal, versi, jenis, nama, dasar, sumber, keyakinan } = hari
  const form = c.req.method === 'POST' ? await readForm(c, hariLiburForm) : null
  if (form?.ok) {
    await setHariLibur(c.get('caller'), { ...form.values, tanggal })
    setFlash(c, `${fullDate(tanggal)} diperbaiki.`)
    return c.redirect(pageUrl('', { tahun: yearOf(tanggal) }), 303)
  }
  const typed: Typed = form?.typed ?? { jenis, nama, dasar, sumber, keyakinan }
  const page = { title: `Perbaiki ${nama}`, crumbs, status: status(form) }
  const said = { typed, problems: form?.problems ?? [] }
  return staffPage(
    c,
    page,
    <HariLiburPage {...said} tanggal={tanggal} versi={shownVersi(typed, versi)} />,
  )
})

staffNasional.on(['GET', 'POST'], '/hari-libur/:tanggal/batal', async (c) => {
  const hari = await hariLiburForEdit(c.get('caller'), c.req.param('tanggal'))
  const { tanggal, nama, versi } = hari
  const form = c.req.method === 'POST' ? await readForm(c, batalForm) : null
  if (form?.ok) {
    await cancelHariLibur(c.get('caller'), { tanggal, batal: form.values })
    setFlash(c, `${nama}, ${fullDate(tanggal)}, dibatalkan.`)
    return c.redirect(pageUrl('', { tahun: yearOf(tanggal) }), 303)
  }
  const typed: Typed = form?.typed ?? {}
  const said = { typed, problems: form?.problems ?? [] }
  const page = { title: `Batalkan ${nama}`, crumbs, status: status(form) }
  return staffPage(
    c,
    page,
    <BatalPage {...said} tanggal={tanggal} nama={nama} versi={shownVersi(typed, versi)} />,
  )
})

staffNasional.on(['GET', 'POST'], '/tahun/baru', async (c) => {
  allow(canSetNational(actorOf(c)))
  const form = c.req.method === 'POST' ? await readForm(c, tahunForm) : null
  if (form?.ok) {
    await loadTahun(c.get('caller'), form.values)
    setFlash(c, `${form.values.hari.length} hari dari SKB ${form.values.tahun} dimuat.`)
    return c.redirect(pageUrl('', { tahun: form.values.tahun }), 303)
  }
  const typed = form?.typed ?? { tahun: c.req.query('tahun') ?? '' }
  const page = { title: 'Muat SKB tahun baru', crumbs, status: status(form) }
  return staffPage(c, page, <TahunPage typed={typed} problems={form?.problems ?? []} />)
})

staffNasional.on(['GET', 'POST'], '/ramadan/baru', async (c) => {
  allow(canSetNational(actorOf(c)))
  const form = c.req.method === 'POST' ? await readForm(c, ramadanForm) : null
  if (form?.ok) {
    await setRamadan(c.get('caller'), form.values)
    setFlash(c, `Ramadan ${form.values.tahunHijriah} H ditambahkan.`)
    return c.redirect(pageUrl('/jam', {}), 303)
  }
  const page = { title: 'Tambah Ramadan', crumbs, status: status(form) }
  const typed = form?.typed ?? { keyakinan: 'terverifikasi' }
  return staffPage(c, page, <RamadanPage typed={typed} problems={form?.problems ?? []} versi={0} />)
})

staffNasional.on(['GET', 'POST'], '/ramadan/:tahun', async (c) => {
  const ramadan = await ramadanForEdit(c.get('caller'), c.req.param('tahun'))
  const { tahun_hijriah: tahunHijriah, versi, dari, sumber, keyakinan } = ramadan
  const form = c.req.method === 'POST' ? await readForm(c, ramadanForm) : null
  if (form?.ok) {
    await setRamadan(c.get('caller'), { ...form.values, tahunHijriah })
    setFlash(c, `Ramadan ${tahunHijriah} H diperbaiki.`)
    return c.redirect(pageUrl('/jam', {}), 303)
  }
  const hariTerakhir = addDays(ramadan.sampai, -1)
  const typed: Typed = form?.typed ?? { dari, hariTerakhir, sumber, keyakinan }
  const page = { title: `Perbaiki Ramadan ${tahunHijriah} H`, crumbs, status: status(form) }
  const said = { typed, problems: form?.problems ?? [] }
  return staffPage(
    c,
    page,
    <RamadanPage {...said} tahunHijriah={tahunHijriah} versi={shownVersi(typed, versi)} />,
  )
})
