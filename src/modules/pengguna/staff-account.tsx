import { Hono } from 'hono'
import { notFound } from '#platform/errors.ts'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { changePassword } from './auth/account.ts'
import { membershipsOf } from './auth/actor.ts'
import { endOtherSessions, endSession } from './auth/sessions.ts'
import { chooseSatker, doorOf, keepCookies, lockedMessage } from './browser.ts'
import { enqueue } from './enqueue.ts'
import { changePasswordForm, chooseSatkerForm } from './forms.ts'
import { AccountPage, ChangePasswordPage } from './pages/account.tsx'
import { passwordProblem } from './password-rules.ts'
import { ownAccount } from './queries/own-account.ts'
import { accountOf, secureOwn, sessionOf, userIdOf } from './staff-own.ts'
import { tried } from './tried.ts'

export const staffAccount = new Hono<HubEnv>()

const crumbs = [{ href: '/kerja/akun', label: 'Akun saya' }]

staffAccount.get('/akun', async (c) => {
  const account = await ownAccount(c.get('caller'), null)
  return staffPage(c, { title: 'Akun saya' }, <AccountPage account={account} />)
})

staffAccount.post('/akun/satker', async (c) => {
  const form = await readForm(c, chooseSatkerForm)
  const memberships = await membershipsOf(c.get('services'), userIdOf(c))
  const chosen = memberships.find((m) => form.ok && m.satker_kode === form.values.satker)
  if (!chosen) throw notFound('Satuan kerja')
  chooseSatker(c, chosen.satker_kode)
  setFlash(c, `Anda sekarang bekerja untuk ${chosen.satker_nama}.`)
  return c.redirect('/kerja', 303)
})

staffAccount.get('/akun/sandi', (c) => passwordPage(c))

staffAccount.post('/akun/sandi', async (c) => {
  const services = c.get('services')
  const account = await accountOf(c)
  const form = await readForm(c, changePasswordForm)
  if (!form.ok) return passwordPage(c, form.problems)
  const { lama, sandi } = form.values
  const weak = passwordProblem(sandi, account)
  if (weak) return passwordPage(c, [{ field: 'sandi', message: weak }])
  const changed = await changePassword(
    services,
    {
      userId: account.id,
      email: account.email,
      sessionId: sessionOf(c).id,
      current: lama,
      next: sandi,
    },
    doorOf(c),
  )
  if (!changed.ok) {
    const wrong = 'Kata sandi sekarang tidak cocok. Ketik ulang.'
    const message = changed.reason === 'locked' ? lockedMessage(c, changed.until) : wrong
    return passwordPage(c, [{ field: 'lama', message }])
  }
  keepCookies(c, changed.cookies)
  await secureOwn(c, { peristiwa: 'akun.sandi_diganti' })
  await enqueue(services, 'pengguna.tellPasswordChanged', { userId: account.id })
  setFlash(c, 'Kata sandi diganti. Perangkat lain sudah dikeluarkan.')
  return c.redirect('/kerja/akun/keamanan', 303)
})

staffAccount.post('/akun/sesi/lain/akhiri', async (c) => {
  await secureOwn(c, {
    peristiwa: 'akun.sesi_diakhiri',
    rincian: { yang: 'semua perangkat lain' },
    act: async () => {
      await endOtherSessions(c.get('services'), userIdOf(c), sessionOf(c).id)
      return true
    },
  })
  setFlash(c, 'Semua perangkat lain dikeluarkan.')
  return c.redirect('/kerja/akun/keamanan', 303)
})

staffAccount.post('/akun/sesi/:id/akhiri', async (c) => {
  const ended = await tried(
    secureOwn(c, {
      peristiwa: 'akun.sesi_diakhiri',
      act: () => endSession(c.get('services'), userIdOf(c), c.req.param('id')),
    }),
  )
  if (!ended.ok) throw notFound('Perangkat')
  setFlash(c, 'Perangkat itu dikeluarkan.')
  return c.redirect('/kerja/akun/keamanan', 303)
})

async function passwordPage(c: HubContext, problems: readonly Problem[] = []) {
  const { email } = await accountOf(c)
  const status = problems.length > 0 ? 422 : 200
  const page = <ChangePasswordPage email={email} problems={problems} />
  return staffPage(c, { title: 'Ganti kata sandi', crumbs, status }, page)
}
