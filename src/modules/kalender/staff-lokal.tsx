import { Hono } from 'hono'
import { allow } from '#platform/errors.ts'
import { actorOf, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { readForm } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { addHariLokal, addJamLokal, removeHariLokal, removeJamLokal } from './commands/lokal.ts'
import { hapusForm, hariLokalForm, jamLokalForm } from './forms.ts'
import { fullDate, hariRange } from './labels.ts'
import { HapusPage, HariLokalPage, JamLokalPage } from './pages/lokal-forms.tsx'
import { canSetLocal } from './policy.ts'
import { hariLokalForRemoval, jamLokalForRemoval } from './queries/edit.ts'
import { yearOf } from './tanggal.ts'
import { kalenderUrl, pageUrl } from './urls.ts'

/** What an office keeps itself: its own days and hours. */
export const staffLokal = new Hono<HubEnv>()

const crumbs = [{ href: kalenderUrl, label: 'Kalender kerja' }]
const jamUrl = pageUrl('/jam', {})

staffLokal.on(['GET', 'POST'], '/hari-lokal/baru', async (c) => {
  const { satkerKode, satkerNama } = actorOf(c)
  allow(canSetLocal(actorOf(c), satkerKode))
  const form = c.req.method === 'POST' ? await readForm(c, hariLokalForm) : null
  if (form?.ok) {
    await addHariLokal(c.get('caller'), { satkerKode, hari: form.values })
    setFlash(c, `${form.values.nama}, ${fullDate(form.values.tanggal)}, ditambahkan.`)
    return c.redirect(pageUrl('', { tahun: yearOf(form.values.tanggal) }), 303)
  }
  const page = {
    title: 'Tambah hari lokal',
    crumbs,
    status: form ? (422 as const) : (200 as const),
  }
  const said = { typed: form?.typed ?? {}, problems: form?.problems ?? [] }
  return staffPage(c, page, <HariLokalPage {...said} satkerNama={satkerNama} back={kalenderUrl} />)
})

staffLokal.on(['GET', 'POST'], '/hari-lokal/:id/hapus', async (c) => {
  const hari = await hariLokalForRemoval(c.get('caller'), c.req.param('id'))
  const back = pageUrl('', { tahun: yearOf(hari.tanggal) })
  const form = c.req.method === 'POST' ? await readForm(c, hapusForm) : null
  if (form?.ok) {
    const { satker_kode: satkerKode, id } = hari
    await removeHariLokal(c.get('caller'), { satkerKode, id, ...form.values })
    setFlash(c, `${hari.nama} dihapus dari kalender.`)
    return c.redirect(back, 303)
  }
  const judul = `Hapus ${hari.nama}`
  return staffPage(
    c,
    { title: judul, crumbs, status: form ? 422 : 200 },
    <HapusPage
      typed={form?.typed ?? {}}
      problems={form?.problems ?? []}
      judul={judul}
      akibat={`${fullDate(hari.tanggal)} kembali mengikuti kalender nasional.`}
      back={back}
    />,
  )
})

staffLokal.on(['GET', 'POST'], '/jam/baru', async (c) => {
  const { satkerKode, satkerNama } = actorOf(c)
  allow(canSetLocal(actorOf(c), satkerKode))
  const form = c.req.method === 'POST' ? await readForm(c, jamLokalForm) : null
  if (form?.ok) {
    await addJamLokal(c.get('caller'), { satkerKode, jam: form.values })
    setFlash(c, `Jam kerja ${hariRange(form.values.hari)} disimpan.`)
    return c.redirect(jamUrl, 303)
  }
  const page = { title: 'Atur jam satker', crumbs, status: form ? (422 as const) : (200 as const) }
  const said = { typed: form?.typed ?? { masa: 'biasa' }, problems: form?.problems ?? [] }
  return staffPage(c, page, <JamLokalPage {...said} satkerNama={satkerNama} back={jamUrl} />)
})

staffLokal.on(['GET', 'POST'], '/jam/:id/hapus', async (c) => {
  const jam = await jamLokalForRemoval(c.get('caller'), c.req.param('id'))
  const form = c.req.method === 'POST' ? await readForm(c, hapusForm) : null
  if (form?.ok) {
    const { satker_kode: satkerKode, id } = jam
    await removeJamLokal(c.get('caller'), { satkerKode, id, ...form.values })
    setFlash(c, `Jam kerja ${hariRange(jam.hari)} dihapus; jam nasional berlaku lagi.`)
    return c.redirect(jamUrl, 303)
  }
  const judul = `Hapus jam ${hariRange(jam.hari)}`
  return staffPage(
    c,
    { title: judul, crumbs, status: form ? 422 : 200 },
    <HapusPage
      typed={form?.typed ?? {}}
      problems={form?.problems ?? []}
      judul={judul}
      akibat={`Dasar: ${jam.dasar}. Hari itu kembali memakai jam nasional.`}
      back={jamUrl}
    />,
  )
})
