import { Hono } from 'hono'
import { berkasOfForm } from '#modules/berkas'
import { allow } from '#platform/errors.ts'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { isUuid } from '#platform/id.ts'
import { staffPage } from '#ui/page.tsx'
import { attachBerkasRapat, detachBerkasRapat } from './commands/berkas-rapat.ts'
import { addKeputusanRapat, removeKeputusanRapat } from './commands/keputusan-rapat.ts'
import { addPeserta, markHadir } from './commands/peserta.ts'
import { writeNotula } from './commands/rapat.ts'
import { BerkasRapatView, NotulaView, PesertaView } from './pages/rapat-parts.tsx'
import { pesertaForStaff, rapatHeadForStaff } from './queries/rapat-detail.ts'
import { berkasForm, hadirForm, keputusanForm, notulaForm, pesertaForm } from './rapat-forms.ts'
import { idOf, type Status, tried } from './staff-form.ts'
import { crumbsOf, rapatPage } from './staff-rapat.tsx'
import { rapatUrl } from './urls.ts'

/** What fills the pack of a meeting: people, notes, decisions and files. */
export const staffRapatIsi = new Hono<HubEnv>()

const shut = 'Rapat ini tidak dapat Anda ubah sekarang.'

async function openRapat(c: HubContext) {
  const page = await rapatHeadForStaff(c.get('caller'), idOf(c))
  allow(page.can.change, shut)
  return page
}

staffRapatIsi.get('/:id/notula', async (c) => {
  const { rapat } = await openRapat(c)
  const { pembahasan, simpulan, penilaian, nomorBeritaAcara } = rapat
  const facts = { pembahasan, simpulan, penilaian, nomorBeritaAcara }
  const typed = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, value ?? '']),
  )
  return notulaPage(c, typed, [])
})

async function notulaPage(
  c: HubContext,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const page = await openRapat(c)
  return staffPage(
    c,
    { title: 'Notula rapat', crumbs: crumbsOf(page), status },
    <NotulaView page={page} typed={typed} problems={problems} />,
  )
}

staffRapatIsi.post('/:id/notula', async (c) => {
  const form = await readForm(c, notulaForm)
  if (!form.ok) return notulaPage(c, form.typed, form.problems, 422)
  const kept = await tried(writeNotula(c.get('caller'), { rapatId: idOf(c), ...form.values }))
  if (!kept.ok) {
    const { versi: _, ...typed } = form.typed
    return notulaPage(c, typed, kept.problems, 409)
  }
  setFlash(c, 'Notula disimpan.')
  return c.redirect(rapatUrl(idOf(c)), 303)
})

staffRapatIsi.get('/:id/peserta', (c) => pesertaPage(c, {}, []))

async function pesertaPage(
  c: HubContext,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const page = await pesertaForStaff(c.get('caller'), idOf(c))
  allow(page.can.change, shut)
  return staffPage(
    c,
    { title: 'Peserta dan kehadiran', crumbs: crumbsOf(page), status },
    <PesertaView {...{ page, typed, problems }} />,
  )
}

staffRapatIsi.post('/:id/peserta', async (c) => {
  const form = await readForm(c, pesertaForm)
  if (!form.ok) return pesertaPage(c, form.typed, form.problems, 422)
  const { nama, orang } = form.values
  const penggunaIds = orang.filter(isUuid)
  const added = await tried(addPeserta(c.get('caller'), { rapatId: idOf(c), penggunaIds, nama }))
  if (!added.ok) return pesertaPage(c, form.typed, added.problems, 409)
  setFlash(c, `${added.value.added} peserta ditambahkan.`)
  return c.redirect(rapatUrl(idOf(c), 'peserta'), 303)
})

staffRapatIsi.post('/:id/hadir', async (c) => {
  const form = await readForm(c, hadirForm)
  if (!form.ok) return pesertaPage(c, {}, form.problems, 422)
  const hadirIds = form.values.hadir.filter(isUuid)
  const hapusIds = form.values.hapus.filter(isUuid)
  const marked = await tried(markHadir(c.get('caller'), { rapatId: idOf(c), hadirIds, hapusIds }))
  if (!marked.ok) return pesertaPage(c, {}, marked.problems, 409)
  setFlash(c, 'Kehadiran disimpan.')
  return c.redirect(rapatUrl(idOf(c)), 303)
})

staffRapatIsi.post('/:id/keputusan', async (c) => {
  const form = await readForm(c, keputusanForm)
  if (!form.ok) return rapatPage(c, form.problems[0]?.message, 422)
  const { uraian } = form.values
  const added = await tried(addKeputusanRapat(c.get('caller'), { rapatId: idOf(c), uraian }))
  if (!added.ok) return rapatPage(c, added.problems[0]?.message, 409)
  setFlash(c, 'Keputusan rapat dicatat.')
  return c.redirect(`${rapatUrl(idOf(c))}#keputusan`, 303)
})

staffRapatIsi.post('/:id/keputusan/:keputusan/hapus', async (c) => {
  const target = { rapatId: idOf(c), keputusanId: idOf(c, 'keputusan') }
  const removed = await tried(removeKeputusanRapat(c.get('caller'), target))
  if (!removed.ok) return rapatPage(c, removed.problems[0]?.message, 409)
  setFlash(c, 'Keputusan rapat dihapus.')
  return c.redirect(`${rapatUrl(idOf(c))}#keputusan`, 303)
})

staffRapatIsi.get('/:id/berkas', (c) => berkasPage(c, {}, [], []))

type Received = Awaited<ReturnType<typeof berkasOfForm>>['received']

async function berkasPage(
  c: HubContext,
  typed: Typed,
  problems: readonly Problem[],
  received: Received,
  status: Status = 200,
) {
  const page = await openRapat(c)
  return staffPage(
    c,
    { title: 'Unggah dokumen rapat', crumbs: crumbsOf(page), status },
    <BerkasRapatView {...{ page, typed, problems, received }} />,
  )
}

staffRapatIsi.post('/:id/berkas', async (c) => {
  await openRapat(c)
  const files = await berkasOfForm(c, 'berkas')
  const form = await readForm(c, berkasForm)
  const problems = [...files.problems, ...(form.ok ? [] : form.problems)]
  if (files.ids.length === 0 && files.problems.length === 0)
    problems.push({ field: 'berkas', message: 'Pilih paling sedikit satu berkas.' })
  if (!form.ok || problems.length > 0)
    return berkasPage(c, form.typed, problems, files.received, 422)
  const { dokumen } = form.values
  const attached = await tried(
    attachBerkasRapat(c.get('caller'), { rapatId: idOf(c), dokumen, berkasIds: files.ids }),
  )
  if (!attached.ok) return berkasPage(c, form.typed, attached.problems, files.received, 409)
  setFlash(c, 'Berkas masuk ke paket.')
  return c.redirect(rapatUrl(idOf(c)), 303)
})

staffRapatIsi.post('/:id/berkas/:berkas/keluarkan', async (c) => {
  const target = { rapatId: idOf(c), berkasId: idOf(c, 'berkas') }
  const out = await tried(detachBerkasRapat(c.get('caller'), target))
  if (!out.ok) return rapatPage(c, out.problems[0]?.message, 409)
  setFlash(c, 'Berkas dikeluarkan dari paket; berkasnya sendiri tetap tersimpan.')
  return c.redirect(rapatUrl(idOf(c)), 303)
})
