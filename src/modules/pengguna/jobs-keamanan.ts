import type { JobHandler } from '#platform/jobs.ts'
import { systemActor } from '#platform/identity/actor.ts'
import { callerOf, type Services } from '#platform/services.ts'
import { findAccount, findAccountById } from './auth/account.ts'
import { membershipsOf } from './auth/actor.ts'
import { endOtherSessions } from './auth/sessions.ts'
import { noteOnce } from './commands/akun.ts'
import { securityEvents, type SecurityEvent } from './events.ts'
import { factorResetLetter, securityLetter } from './letters-keamanan.ts'
import { limits } from './lockout.ts'
import { factorResetReaders } from './queries/factor-reset-readers.ts'

const tellSecurity: JobHandler = async (services, payload) => {
  const account = await findAccountById(services, String(payload['userId']))
  const peristiwa = eventOf(payload['peristiwa'])
  if (!account || !peristiwa) return
  const [office] = await membershipsOf(services, account.id)
  await services.mail.send(
    securityLetter({
      to: account.email,
      nama: account.nama,
      peristiwa,
      perangkat: deviceIn(payload['rincian']),
      at: new Date(String(payload['at'])),
      zonaWaktu: office?.zona_waktu ?? 'Asia/Jakarta',
      link: `${services.config.baseUrl}/kerja/akun/keamanan`,
    }),
  )
}

const tellFactorReset: JobHandler = async (services, payload) => {
  const caller = callerOf(services, systemActor(String(payload['satkerKode'])))
  const { pemilik, zonaWaktu, readers } = await factorResetReaders(caller, {
    id: String(payload['id']),
  })
  for (const { nama, email } of readers)
    await services.mail.send(
      factorResetLetter({
        to: email,
        nama,
        pemilik,
        oleh: String(payload['oleh']),
        alasan: String(payload['alasan']),
        at: caller.now,
        zonaWaktu,
      }),
    )
}

/** A door was shut on wrong passwords. Whether there is such an account is asked only here, not by the answer. */
const noteSignInLocked: JobHandler = async (services, payload) => {
  const account = await findAccount(services, String(payload['email']))
  if (account) await note(services, account.id, 'akun.masuk_dikunci', limits.door.minutes)
}

const noteStepLocked: JobHandler = (services, payload) =>
  note(services, String(payload['userId']), 'akun.langkah_dikunci', limits.code.minutes)

async function note(
  services: Services,
  userId: string,
  peristiwa: SecurityEvent,
  minutes: number,
): Promise<void> {
  const [office] = await membershipsOf(services, userId)
  if (!office) return
  const caller = callerOf(services, systemActor(office.satker_kode))
  await noteOnce(caller, { penggunaId: office.pengguna_id, peristiwa, minutes })
}

/** Who has no office left needs no session either. */
const endSessionsOutside: JobHandler = async (services, payload) => {
  const userId = String(payload['userId'])
  if ((await membershipsOf(services, userId)).length === 0)
    await endOtherSessions(services, userId, null)
}

export const securityJobs: Record<string, JobHandler> = {
  'pengguna.tellSecurity': tellSecurity,
  'pengguna.tellFactorReset': tellFactorReset,
  'pengguna.noteSignInLocked': noteSignInLocked,
  'pengguna.noteStepLocked': noteStepLocked,
  'pengguna.endSessionsOutside': endSessionsOutside,
}

const eventOf = (text: unknown): SecurityEvent | null =>
  typeof text === 'string' && text in securityEvents ? (text as SecurityEvent) : null

function deviceIn(rincian: unknown): string {
  const perangkat =
    typeof rincian === 'object' && rincian !== null && 'perangkat' in rincian
      ? rincian.perangkat
      : ''
  return typeof perangkat === 'string' ? perangkat : ''
}
