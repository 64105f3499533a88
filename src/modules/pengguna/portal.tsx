import { Hono } from 'hono'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { readForm, typedText, type Problem } from '#platform/http/form.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import { portalPage } from '#ui/page.tsx'
import { ownerOfResetToken, setPasswordByToken } from './auth/account.ts'
import { attempt } from './auth/attempts.ts'
import { signIn, signOut } from './auth/sign-in.ts'
import { doorOf, keepCookies, leadIn, lockedMessage, noStore } from './browser.ts'
import { secureAccountOf } from './commands/akun.ts'
import { forgotForm, newPasswordForm, signInForm } from './forms.ts'
import { localPath } from './local-path.ts'
import { enqueue } from './enqueue.ts'
import { ForgotPage, LinkDeadPage, LinkSentPage, NewPasswordPage } from './pages/password.tsx'
import { SignInPage } from './pages/sign-in.tsx'
import { passwordProblem } from './password-rules.ts'

const wrongMessage = 'Surel atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.'
const noMembershipMessage =
  'Akun Anda sedang tidak terhubung dengan satuan kerja. Hubungi admin satuan kerja Anda.'

export const portal = new Hono<HubEnv>()

for (const path of ['/masuk', '/keluar', '/lupa-sandi', '/atur-sandi/*']) portal.use(path, noStore)
portal.on(
  'POST',
  ['/masuk', '/lupa-sandi', '/atur-sandi/*'],
  rateLimit({ most: 300, perSeconds: 60 }),
)

portal.get('/masuk', async (c) => {
  const ke = c.req.query('ke')
  if (c.get('caller').actor) return c.redirect(localPath(ke), 303)
  const page = <SignInPage typed={{ ke: ke ?? '' }} office={officeOf(c)} />
  return portalPage(c, { title: 'Masuk' }, page)
})

portal.post('/masuk', async (c) => {
  const form = await readForm(c, signInForm)
  if (!form.ok) return again(form.problems)
  const { email, sandi, ke } = form.values
  const signed = await signIn(c.get('services'), { email, password: sandi }, doorOf(c))
  if (signed.ok) return leadIn(c, signed, localPath(ke))
  if (signed.reason === 'wrong') return again([{ field: 'email', message: wrongMessage }])
  if (signed.reason === 'no-membership') return again([{ field: '', message: noMembershipMessage }])
  // Queued for every address alike: only the job asks whether there is an account to tell.
  if (signed.account)
    await enqueue(c.get('services'), 'pengguna.noteSignInLocked', { email }, `masuk:${email}`)
  return again([{ field: '', message: lockedMessage(c, signed.until) }])

  function again(problems: Problem[]) {
    const typed = { email: typedText(form.typed, 'email'), ke: typedText(form.typed, 'ke') }
    const page = <SignInPage typed={typed} problems={problems} office={officeOf(c)} />
    return portalPage(c, { title: 'Masuk', status: 422 }, page)
  }
})

portal.post('/keluar', async (c) => {
  keepCookies(c, await signOut(c.get('services'), c.req.raw.headers))
  setFlash(c, 'Anda sudah keluar.')
  return c.redirect('/masuk', 303)
})

portal.get('/lupa-sandi', (c) =>
  portalPage(c, { title: 'Lupa kata sandi', back }, <ForgotPage typed={{}} />),
)

portal.post('/lupa-sandi', async (c) => {
  const form = await readForm(c, forgotForm)
  if (!form.ok) {
    const page = <ForgotPage typed={form.typed} problems={form.problems} />
    return portalPage(c, { title: 'Lupa kata sandi', back, status: 422 }, page)
  }
  // Whether there is such an account is looked up in the job, so that the answer takes no longer when there is one.
  const { email } = form.values
  const services = c.get('services')
  if (!(await attempt(services, 'letter', email)))
    await enqueue(services, 'pengguna.sendPasswordLink', { email })
  return portalPage(c, { title: 'Periksa surel Anda', back }, <LinkSentPage email={email} />)
})

portal.get('/atur-sandi/:token', async (c) => {
  const owner = await ownerOfResetToken(c.get('services'), c.req.param('token'))
  if (!owner) return portalPage(c, { title: 'Tautan tidak berlaku', status: 404 }, <LinkDeadPage />)
  return portalPage(c, { title: 'Atur kata sandi' }, <NewPasswordPage email={owner.email} />)
})

portal.post('/atur-sandi/:token', async (c) => {
  const services = c.get('services')
  const token = c.req.param('token')
  const owner = await ownerOfResetToken(services, token)
  if (!owner) return portalPage(c, { title: 'Tautan tidak berlaku', status: 404 }, <LinkDeadPage />)
  const form = await readForm(c, newPasswordForm)
  const weak = form.ok ? passwordProblem(form.values.sandi, owner) : null
  if (!form.ok || weak) {
    const problems = form.ok ? [{ field: 'sandi', message: weak ?? '' }] : form.problems
    const page = <NewPasswordPage email={owner.email} problems={problems} />
    return portalPage(c, { title: 'Atur kata sandi', status: 422 }, page)
  }
  const { address } = doorOf(c)
  if (!(await setPasswordByToken(services, token, { password: form.values.sandi, address })))
    return portalPage(c, { title: 'Tautan tidak berlaku', status: 404 }, <LinkDeadPage />)
  await secureAccountOf(services, owner.id, { peristiwa: 'akun.sandi_diatur_ulang' })
  await enqueue(services, 'pengguna.tellPasswordChanged', { userId: owner.id })
  setFlash(c, 'Kata sandi baru tersimpan. Silakan masuk dengan kata sandi itu.')
  return c.redirect('/masuk', 303)
})

/** The words of the way through the organisation's own provider, where there is one. */
const officeOf = (c: HubContext) => c.get('services').config.oidc?.label

const back = { href: '/masuk', label: 'Kembali ke halaman masuk' }
