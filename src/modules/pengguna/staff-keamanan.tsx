import { Hono } from 'hono'
import { notFound } from '#platform/errors.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, typedText } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { signInOf } from './auth/account.ts'
import { forgetTickets } from './auth/enter.ts'
import { isLinked } from './auth/linked.ts'
import { markProven, ownSessions } from './auth/sessions.ts'
import { provePassword } from './auth/sign-in.ts'
import { doorOf, lockedMessage } from './browser.ts'
import { factorsOf } from './faktor/factors.ts'
import { confirmForm } from './forms-keamanan.ts'
import { localPath } from './local-path.ts'
import { SecurityPage } from './pages/keamanan.tsx'
import { ProofPage } from './pages/proof.tsx'
import { ownSecurityEvents } from './queries/security-events.ts'
import { accountOf, secureOwn, sessionOf, userIdOf } from './staff-own.ts'

/** /kerja/akun/keamanan: one's own ways in, devices and what happened, on one page. */
export const staffKeamanan = new Hono<HubEnv>()

const crumbs = [{ href: '/kerja/akun', label: 'Akun saya' }]

staffKeamanan.get('/akun/keamanan', async (c) => {
  const services = c.get('services')
  const userId = userIdOf(c)
  const signIn = await signInOf(services, userId)
  if (!signIn) throw notFound('Akun')
  const session = sessionOf(c)
  const { oidc } = services.config
  const page = (
    <SecurityPage
      {...signIn}
      zonaWaktu={actorOf(c).zonaWaktu}
      now={c.get('caller').now}
      session={session}
      factors={await factorsOf(services, userId)}
      office={oidc && { label: oidc.label, linked: await isLinked(services, userId) }}
      sessions={await ownSessions(services, { userId, currentId: session.id })}
      events={await ownSecurityEvents(c.get('caller'), null)}
    />
  )
  return staffPage(c, { title: 'Keamanan akun', crumbs }, page)
})

staffKeamanan.post('/akun/keamanan/peramban/lupakan', async (c) => {
  await secureOwn(c, {
    peristiwa: 'akun.peramban_dilupakan',
    act: async () => {
      await forgetTickets(c.get('services'), userIdOf(c))
      return true
    },
  })
  setFlash(c, 'Peramban yang diingat sudah dilupakan. Langkah kedua diminta lagi di sana.')
  return c.redirect('/kerja/akun/keamanan', 303)
})

staffKeamanan.get('/akun/konfirmasi', (c) => proofPage(c, c.req.query('ke') ?? ''))

staffKeamanan.post('/akun/konfirmasi', async (c) => {
  const services = c.get('services')
  const { email } = await accountOf(c)
  const form = await readForm(c, confirmForm)
  const ke = typedText(form.typed, 'ke')
  if (!form.ok) return proofPage(c, ke, form.problems)
  const proven = await provePassword(services, { email, password: form.values.sandi }, doorOf(c))
  if (!proven.ok) {
    const wrong = 'Kata sandi tidak cocok. Ketik ulang.'
    const message = proven.reason === 'locked' ? lockedMessage(c, proven.until) : wrong
    return proofPage(c, ke, [{ field: 'sandi', message }])
  }
  await markProven(services, sessionOf(c).id, c.get('caller').now)
  return c.redirect(localPath(ke), 303)
})

async function proofPage(c: HubContext, ke: string, problems: readonly Problem[] = []) {
  const { email } = await accountOf(c)
  const status = problems.length > 0 ? 422 : 200
  const page = <ProofPage email={email} ke={localPath(ke)} problems={problems} />
  return staffPage(c, { title: 'Pastikan ini Anda', crumbs, status }, page)
}
