import type { CronJob, JobHandler } from '#platform/jobs.ts'
import { Refusal } from '#platform/errors.ts'
import { systemActor } from '#platform/identity/actor.ts'
import { callerOf, type Services } from '#platform/services.ts'
import { findAccount, findAccountById, issueResetToken } from './auth/account.ts'
import { authOf } from './auth/better-auth.ts'
import { newToken } from './auth/token.ts'
import { purgeUndangan, setUndanganToken } from './commands/undangan.ts'
import { securityJobs } from './jobs-keamanan.ts'
import { labelTugas } from './labels.ts'
import { invitationLetter, passwordChangedLetter, passwordLetter } from './letters.ts'

/** Writes to the invited; a retry makes a new link and lets the one before die. */
const sendInvitation: JobHandler = async (services, payload) => {
  const satkerKode = String(payload['satkerKode'])
  const token = newToken()
  const caller = callerOf(services, systemActor(satkerKode))
  const undangan = await setUndanganToken(caller, { id: String(payload['id']), token }).catch(gone)
  if (!undangan) return
  await services.mail.send(
    invitationLetter({
      to: undangan.email,
      nama: undangan.nama,
      satkerNama: undangan.office.nama,
      peran: labelTugas(undangan),
      link: invitationLink(services, token),
      expiresAt: undangan.expiresAt,
      zonaWaktu: undangan.office.zonaWaktu,
    }),
  )
}

/** An invitation that was revoked or taken up meanwhile needs no letter. */
function gone(error: unknown): null {
  if (error instanceof Refusal) return null
  throw error
}

const sendPasswordLink: JobHandler = async (services, payload) => {
  const account = await findAccount(services, String(payload['email']))
  if (!account) return
  const link = passwordLink(services, await issueResetToken(services, account.id))
  await services.mail.send(passwordLetter({ to: account.email, nama: account.nama, link }))
}

const tellPasswordChanged: JobHandler = async (services, payload) => {
  const account = await findAccountById(services, String(payload['userId']))
  if (!account) return
  const link = `${services.config.baseUrl}/lupa-sandi`
  await services.mail.send(passwordChangedLetter({ to: account.email, nama: account.nama, link }))
}

/** Clears away what has expired: sessions, links, old counts of tries, invitations never taken up. */
const purge: JobHandler = async (services) => {
  const { db } = authOf(services)
  const now = services.clock()
  await db.deleteFrom('session').where('expiresAt', '<', now).execute()
  await db.deleteFrom('verification').where('expiresAt', '<', now).execute()
  const yesterday = new Date(now.getTime() - 86_400_000)
  await db.deleteFrom('percobaan').where('sejak', '<', yesterday).execute()
  await purgeUndangan(callerOf(services, systemActor('00')), null)
}

export const invitationLink = (services: Services, token: string): string =>
  `${services.config.baseUrl}/undangan/${token}`

export const passwordLink = (services: Services, token: string): string =>
  `${services.config.baseUrl}/atur-sandi/${token}`

export const jobs: Record<string, JobHandler> = {
  ...securityJobs,
  'pengguna.sendInvitation': sendInvitation,
  'pengguna.sendPasswordLink': sendPasswordLink,
  'pengguna.tellPasswordChanged': tellPasswordChanged,
  'pengguna.purge': purge,
}

/** 02.15 WIB, when nobody works. */
export const cron: CronJob[] = [{ when: '15 19 * * *', job: 'pengguna.purge' }]
