import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { Hono } from 'hono'
import { notFound } from '#platform/errors.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { isUuid } from '#platform/id.ts'
import { staffPage } from '#ui/page.tsx'
import { factorsOf } from './faktor/factors.ts'
import {
  mostPasskeys,
  registerPasskey,
  registrationOptions,
  removePasskey,
  renamePasskey,
} from './faktor/passkey.ts'
import { newPasskeyForm, renamePasskeyForm } from './forms-keamanan.ts'
import { PasskeysPage, RemovePasskeyPage, RenamePasskeyPage } from './pages/passkeys.tsx'
import {
  accountOf,
  recentlyProven,
  renewSession,
  secureOwn,
  sessionOf,
  userIdOf,
} from './staff-own.ts'
import { firstCodesPage } from './staff-totp.tsx'
import { tried } from './tried.ts'

/** The passkeys of one's own account. */
export const staffKunci = new Hono<HubEnv>()

const path = '/kerja/akun/keamanan/kunci'
const crumbs = [
  { href: '/kerja/akun', label: 'Akun saya' },
  { href: '/kerja/akun/keamanan', label: 'Keamanan akun' },
]
const notMade =
  'Kunci sandi belum tersimpan: jawabannya tidak cocok atau waktunya habis. Buat sekali lagi.'
const lastFactor =
  'Peran Anda wajib memakai verifikasi dua langkah. Pasang faktor lain lebih dahulu, baru hapus kunci ini.'

staffKunci.use('/akun/keamanan/kunci', recentlyProven)
staffKunci.use('/akun/keamanan/kunci/*', recentlyProven)

staffKunci.get('/akun/keamanan/kunci', (c) => listPage(c))

staffKunci.post('/akun/keamanan/kunci/mulai', async (c) =>
  c.json(await registrationOptions(c.get('services'), await accountOf(c))),
)

staffKunci.post('/akun/keamanan/kunci', async (c) => {
  const services = c.get('services')
  const userId = userIdOf(c)
  const form = await readForm(c, newPasskeyForm)
  if (!form.ok) return listPage(c, form.typed, form.problems)
  const { nama, jawaban } = form.values
  const { passkeys, codesLeft } = await factorsOf(services, userId)
  if (passkeys.length >= mostPasskeys)
    return listPage(c, form.typed, [{ field: '', message: 'Sudah ada sepuluh kunci sandi.' }])
  // The library checks every part of the answer; its type is that of a browser which tells the truth.
  const answer = jawaban as unknown as RegistrationResponseJSON
  const done = await tried(
    secureOwn(c, {
      peristiwa: 'akun.kunci_ditambah',
      rincian: { nama },
      act: () => registerPasskey(services, userId, { nama, answer }),
      refusal: notMade,
    }),
  )
  if (!done.ok) return listPage(c, form.typed, [{ field: '', message: done.message }])
  if (!sessionOf(c).hasSecondFactor) await renewSession(c, 'kunci')
  if (codesLeft === 0) return firstCodesPage(c, `Kunci sandi ${nama} sudah tersimpan.`)
  setFlash(c, `Kunci sandi ${nama} sudah tersimpan.`)
  return c.redirect(path, 303)
})

staffKunci.get('/akun/keamanan/kunci/:id/nama', async (c) => {
  const { nama } = await ownKey(c)
  return staffPage(c, { title: 'Ganti nama kunci', crumbs }, <RenamePasskeyPage nama={nama} />)
})

staffKunci.post('/akun/keamanan/kunci/:id/nama', async (c) => {
  const { id, nama } = await ownKey(c)
  const form = await readForm(c, renamePasskeyForm)
  if (!form.ok) {
    const page = <RenamePasskeyPage nama={nama} problems={form.problems} />
    return staffPage(c, { title: 'Ganti nama kunci', crumbs, status: 422 }, page)
  }
  await renamePasskey(c.get('services'), userIdOf(c), { id, nama: form.values.nama })
  setFlash(c, 'Nama kunci diganti.')
  return c.redirect(path, 303)
})

staffKunci.get('/akun/keamanan/kunci/:id/hapus', async (c) => {
  const { nama } = await ownKey(c)
  return staffPage(c, { title: 'Hapus kunci', crumbs }, <RemovePasskeyPage nama={nama} />)
})

staffKunci.post('/akun/keamanan/kunci/:id/hapus', async (c) => {
  const services = c.get('services')
  const { id, nama } = await ownKey(c)
  const { passkeys, totpSince } = await factorsOf(services, userIdOf(c))
  if (passkeys.length === 1 && totpSince === null && sessionOf(c).obliged)
    return listPage(c, {}, [{ field: '', message: lastFactor }])
  await secureOwn(c, {
    peristiwa: 'akun.kunci_dihapus',
    rincian: { nama },
    act: () => removePasskey(services, userIdOf(c), id),
  })
  setFlash(c, `Kunci sandi ${nama} dihapus.`)
  return c.redirect(path, 303)
})

/** The key that the address names, only among one's own. */
async function ownKey(c: HubContext) {
  const id = c.req.param('id') ?? ''
  const { passkeys } = await factorsOf(c.get('services'), userIdOf(c))
  const key = isUuid(id) ? passkeys.find((own) => own.id === id) : undefined
  if (!key) throw notFound('Kunci sandi')
  return key
}

async function listPage(c: HubContext, typed: Typed = {}, problems: readonly Problem[] = []) {
  const { passkeys } = await factorsOf(c.get('services'), userIdOf(c))
  const page = (
    <PasskeysPage
      passkeys={passkeys}
      zonaWaktu={actorOf(c).zonaWaktu}
      full={passkeys.length >= mostPasskeys}
      typed={typed}
      problems={problems}
    />
  )
  const status = problems.length > 0 ? 422 : 200
  return staffPage(c, { title: 'Kunci sandi', crumbs, status }, page)
}
