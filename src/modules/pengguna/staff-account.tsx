import { Hono } from 'hono'
import { notFound } from '#platform/errors.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { changePassword, findAccountById } from './auth/account.ts'
import { membershipsOf } from './auth/actor.ts'
import { endOtherSessions, endSession, ownSessions } from './auth/sessions.ts'
import { chooseSatker, keepCookies, lockedMessage } from './browser.ts'
import { enqueue } from './enqueue.ts'
import { changePasswordForm, chooseSatkerForm } from './forms.ts'
import { AccountPage, ChangePasswordPage } from './pages/account.tsx'
import { passwordProblem } from './password-rules.ts'
import { ownAccount } from './queries/own-account.ts'

export const staffAccount = new Hono<HubEnv>()

const crumbs = [{ href: '/kerja/akun', label: 'Akun saya' }]

staffAccount.get('/akun', async (c) => {
  const account = await ownAccount(c.get('caller'), null)
  const sessions = await ownSessions(c.get('services'), c.req.raw.headers)
  return staffPage(c, { title: 'Akun saya' }, <AccountPage account={account} sessions={sessions} />)
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
  const account = await findAccountById(services, userIdOf(c))
  if (!account) throw notFound('Akun')
  const form = await readForm(c, changePasswordForm)
  if (!form.ok) return passwordPage(c, form.problems)
  const { lama, sandi } = form.values
  const weak = passwordProblem(sandi, account)
  if (weak) return passwordPage(c, [{ field: 'sandi', message: weak }])
  const change = { email: account.email, current: lama, next: sandi }
  const changed = await changePassword(services, c.req.raw.headers, change)
  if (!changed.ok) {
    const wrong = 'Kata sandi sekarang tidak cocok. Ketik ulang.'
    const message = changed.reason === 'locked' ? lockedMessage(c, changed.until) : wrong
    return passwordPage(c, [{ field: 'lama', message }])
  }
  keepCookies(c, changed.cookies)
  await enqueue(services, 'pengguna.tellPasswordChanged', { userId: account.id })
  setFlash(c, 'Kata sandi diganti. Perangkat lain sudah dikeluarkan.')
  return c.redirect('/kerja/akun', 303)
})

staffAccount.post('/akun/sesi/lain/akhiri', async (c) => {
  await endOtherSessions(c.get('services'), c.req.raw.headers)
  setFlash(c, 'Semua perangkat lain dikeluarkan.')
  return c.redirect('/kerja/akun', 303)
})

staffAccount.post('/akun/sesi/:id/akhiri', async (c) => {
  if (!(await endSession(c.get('services'), userIdOf(c), c.req.param('id'))))
    throw notFound('Perangkat')
  setFlash(c, 'Perangkat itu dikeluarkan.')
  return c.redirect('/kerja/akun', 303)
})

async function passwordPage(c: HubContext, problems: readonly Problem[] = []) {
  const account = await findAccountById(c.get('services'), userIdOf(c))
  const status = problems.length > 0 ? 422 : 200
  const page = <ChangePasswordPage email={account?.email ?? ''} problems={problems} />
  return staffPage(c, { title: 'Ganti kata sandi', crumbs, status }, page)
}

/** The account behind a signed-in actor; only jobs act without one. */
function userIdOf(c: HubContext): string {
  const { userId } = actorOf(c)
  if (!userId) throw notFound('Akun')
  return userId
}
