import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { signIn } from '#test/support/sign-in.ts'
import { createAccount, issueResetToken, ownerOfResetToken } from './auth/account.ts'
import { actorFromRequest } from './auth/actor.ts'
import { cron, jobs } from './jobs.ts'

const hub = testHub()
const count = async (table: string) =>
  Number((await hub.services.ownerPool.query(`select count(*) as n from ${table}`)).rows[0].n)

describe('clearing away at night', () => {
  it('is a job that exists', () => {
    expect(cron.map(({ job }) => Object.keys(jobs).includes(job))).toEqual([true])
  })

  it('takes what has expired and leaves what is in use', async () => {
    const account = { email: 'sari@contoh.invalid', nama: 'Sari', password: 'tiga kata berbeda' }
    const userId = await createAccount(hub.services, account)
    const live = await signIn(hub.services, await hub.actor('5203', 'ketua'))
    const old = await issueResetToken(hub.services, userId)
    await hub.services.ownerPool.query(`update auth.verification set "expiresAt" = '2026-11-19'`)
    const fresh = await issueResetToken(hub.services, userId)
    await signIn(hub.services, await hub.actor('5203', 'ketua'))
    await hub.services.ownerPool.query(
      `update auth.session set "expiresAt" = '2026-11-19' where token <> $1`,
      [decodeURIComponent(live.split('=')[1] ?? '').split('.')[0]],
    )
    await hub.services.ownerPool.query(`update auth.percobaan set sejak = '2026-11-01'`)
    await jobs['pengguna.purge']?.(hub.services, {})
    expect(await count('auth.session')).toBe(1)
    expect(await count('auth.verification')).toBe(1)
    expect(await count('auth.percobaan')).toBe(0)
    const { actor } = await actorFromRequest(hub.services, new Headers({ cookie: live }))
    expect(actor?.satkerKode).toBe('5203')
    expect(await ownerOfResetToken(hub.services, old)).toBeNull()
    expect((await ownerOfResetToken(hub.services, fresh))?.id).toBe(userId)
  })
})
