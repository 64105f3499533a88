import { Hono } from 'hono'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import { portalPage } from '#ui/page.tsx'
import { createAccount, findAccount } from './auth/account.ts'
import { checkPassword, type SignedIn } from './auth/sign-in.ts'
import { chooseSatker, doorOf, leadIn, lockedMessage, noStore } from './browser.ts'
import { acceptUndangan } from './commands/undangan.ts'
import { acceptForm, joinForm } from './forms.ts'
import { labelTugas } from './labels.ts'
import { AcceptPage, InvitationDeadPage, JoinPage } from './pages/invitation.tsx'
import { passwordProblem } from './password-rules.ts'
import { type GuestInvitation, invitationByToken } from './queries/invitation-by-token.ts'
import { tried } from './tried.ts'

/** /undangan/:token: the invited make an account, or join one more office with the one they have. */
export const portalInvitation = new Hono<HubEnv>()

portalInvitation.use('/undangan/:token', noStore)
portalInvitation.post('/undangan/:token', rateLimit({ most: 60, perSeconds: 60 }))

portalInvitation.get('/undangan/:token', async (c) => {
  const undangan = await invitationByToken(c.get('services'), c.req.param('token'))
  if (undangan?.state !== 'waiting') return deadPage(c, undangan)
  const known = await findAccount(c.get('services'), undangan.email)
  return known ? joinPage(c, undangan) : acceptPage(c, undangan, { nama: undangan.nama })
})

portalInvitation.post('/undangan/:token', async (c) => {
  const undangan = await invitationByToken(c.get('services'), c.req.param('token'))
  if (undangan?.state !== 'waiting') return deadPage(c, undangan)
  const known = await findAccount(c.get('services'), undangan.email)
  return known ? join(c, undangan, known.nama) : accept(c, undangan)
})

/** With a new account: a name and a password. */
async function accept(c: HubContext, undangan: GuestInvitation) {
  const services = c.get('services')
  const form = await readForm(c, acceptForm)
  if (!form.ok) return acceptPage(c, undangan, form.typed, form.problems)
  const { nama, sandi } = form.values
  const weak = passwordProblem(sandi, { nama, email: undangan.email })
  if (weak) return acceptPage(c, undangan, form.typed, [{ field: 'sandi', message: weak }])
  await createAccount(services, { email: undangan.email, nama, password: sandi })
  const signed = await checkPassword(
    services,
    { email: undangan.email, password: sandi },
    doorOf(c),
  )
  return enter(c, undangan, signed, nama)
}

/** With the account that the address has already: its password proves who it is. */
async function join(c: HubContext, undangan: GuestInvitation, nama: string) {
  const form = await readForm(c, joinForm)
  if (!form.ok) return joinPage(c, undangan, form.problems)
  const given = { email: undangan.email, password: form.values.sandi }
  return enter(c, undangan, await checkPassword(c.get('services'), given, doorOf(c)), nama)
}

async function enter(c: HubContext, undangan: GuestInvitation, signed: SignedIn, nama: string) {
  if (!signed.ok) {
    const message =
      signed.reason === 'locked'
        ? lockedMessage(c, signed.until)
        : 'Kata sandi tidak cocok dengan akun ini. Periksa, atau atur ulang kata sandi Anda.'
    return joinPage(c, undangan, [{ field: 'sandi', message }])
  }
  const { id, caller } = undangan
  const accepted = await tried(acceptUndangan(caller, { id, userId: signed.userId, nama }))
  if (!accepted.ok) return joinPage(c, undangan, [{ field: '', message: accepted.message }])
  chooseSatker(c, undangan.satkerKode)
  setFlash(c, `Selamat datang di KPU HUB ${undangan.satkerNama}.`)
  return leadIn(c, signed, '/kerja')
}

const acceptPage = (
  c: HubContext,
  undangan: GuestInvitation,
  typed: Typed,
  problems: readonly Problem[] = [],
) =>
  portalPage(
    c,
    { title: 'Terima undangan', office: undangan.satkerNama, status: statusOf(problems) },
    <AcceptPage {...shown(undangan)} typed={typed} problems={problems} />,
  )

const joinPage = (c: HubContext, undangan: GuestInvitation, problems: readonly Problem[] = []) =>
  portalPage(
    c,
    { title: 'Terima undangan', office: undangan.satkerNama, status: statusOf(problems) },
    <JoinPage {...shown(undangan)} problems={problems} />,
  )

const deadPage = (c: HubContext, undangan: GuestInvitation | null) =>
  portalPage(
    c,
    { title: 'Undangan tidak berlaku', status: undangan ? 409 : 404 },
    <InvitationDeadPage state={undangan?.state ?? 'unknown'} />,
  )

const shown = (undangan: GuestInvitation) => ({
  satkerNama: undangan.satkerNama,
  peran: labelTugas(undangan),
  email: undangan.email,
})

const statusOf = (problems: readonly Problem[]) => (problems.length > 0 ? 422 : 200)
