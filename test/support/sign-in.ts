import type { Actor } from '#platform/identity/actor.ts'
import type { Services } from '#platform/services.ts'
import { createAccount, findAccount } from '../../src/modules/pengguna/auth/account.ts'
import { checkPassword } from '../../src/modules/pengguna/auth/sign-in.ts'

export const testPassword = 'sandi-untuk-uji-saja'

/**
 * Gives a stored person of `hub.actor(…)` an account, signs him in, and returns the `cookie` header:
 * `app.request('/kerja', { headers: { cookie: await signIn(hub.services, actor) } })`.
 */
export async function signIn(services: Services, actor: Actor): Promise<string> {
  const { rows } = await services.ownerPool.query('select email from pengguna where id = $1', [
    actor.id,
  ])
  const email: string = rows[0].email
  const userId =
    (await findAccount(services, email))?.id ??
    (await createAccount(services, { email, nama: actor.nama, password: testPassword }))
  await services.ownerPool.query('update pengguna set user_id = $1 where id = $2', [
    userId,
    actor.id,
  ])
  const door = { address: '127.0.0.1', userAgent: 'uji' }
  const signed = await checkPassword(services, { email, password: testPassword }, door)
  if (!signed.ok) throw new Error(`test person ${email} could not sign in: ${signed.reason}`)
  return signed.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}
