import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { refusals } from '#test/support/refused.ts'
import { runJobs } from '#test/support/run-jobs.ts'
import { signIn } from '#test/support/sign-in.ts'
import type { Actor } from '#platform/identity/actor.ts'
import { actorFromRequest } from '../auth/actor.ts'
import { eraseFactors, factorsOf } from '../faktor/factors.ts'
import { confirmTotp, offeredTotp, offerTotp } from '../faktor/totp-store.ts'
import { stepOf, totpCode } from '../faktor/totp.ts'
import { jobs } from '../jobs.ts'
import { peranList } from '../peran.ts'
import { resetFaktor, setWajibFaktor } from './faktor.ts'

const hub = testHub()
const refusedAs = refusals(hub, 'pengguna', 'wajib_faktor', 'auth.totp', 'auth.session')
const alasan = 'Telepon hilang, dilaporkan langsung pagi ini'

/** Someone who has signed in and set up the app; `cookie` holds the session. */
async function enrolled(satkerKode: string, peran = 'koordinator_area') {
  const actor = await hub.actor(satkerKode, peran)
  const cookie = await signIn(hub.services, actor)
  const userId = await userIdOf(actor)
  await offerTotp(hub.services, userId)
  const key = await offeredTotp(hub.services, userId)
  await confirmTotp(
    hub.services,
    userId,
    totpCode(key ?? Buffer.alloc(0), stepOf(hub.services.clock())),
  )
  return { actor, userId, cookie }
}

const userIdOf = async (actor: Actor): Promise<string> =>
  (await hub.services.ownerPool.query('select user_id from pengguna where id = $1', [actor.id]))
    .rows[0].user_id

const input = (id: string) => ({
  id,
  alasan,
  erase: (userId: string) => eraseFactors(hub.services, userId),
})

describe('resetting a lost second factor', () => {
  it('needs someone signed in', async () => {
    const { actor } = await enrolled('5203')
    await refusedAs('not-signed-in', () => resetFaktor(hub.as(null), input(actor.id)))
  })

  it('is not permitted to colleagues, to those above, nor to an admin for himself', async () => {
    const { actor } = await enrolled('5203')
    for (const who of [
      await hub.actor('5203', ['ketua', 'sekretaris']),
      await hub.actor('52', ['admin_satker', 'verifikator_provinsi']),
    ])
      await refusedAs('forbidden', () => resetFaktor(hub.as(who), input(actor.id)))
    const { actor: admin } = await enrolled('5203', 'admin_satker')
    await refusedAs('forbidden', () => resetFaktor(hub.as(admin), input(admin.id)))
  })

  it('does not see a person of another office', async () => {
    const { actor } = await enrolled('5203')
    const stranger = await hub.actor('3508', 'admin_satker')
    await refusedAs('not-found', () => resetFaktor(hub.as(stranger), input(actor.id)))
  })

  it('is refused where there is nothing to reset', async () => {
    const admin = await hub.actor('5203', 'admin_satker')
    const never = await hub.actor('5203', 'pembaca')
    await refusedAs('refused', () => resetFaktor(hub.as(admin), input(never.id)))
    await signIn(hub.services, never)
    await refusedAs('refused', () => resetFaktor(hub.as(admin), input(never.id)))
  })

  it('is refused for who works also for an office above: that one decides', async () => {
    const admin = await hub.actor('5203', 'admin_satker')
    const { actor, userId } = await enrolled('5203')
    const above = await hub.actor('52', 'pembaca')
    await hub.services.ownerPool.query('update pengguna set user_id = $1 where id = $2', [
      userId,
      above.id,
    ])
    const refusal = await refusedAs('refused', () => resetFaktor(hub.as(admin), input(actor.id)))
    expect(refusal.message).toContain('KPU Provinsi Nusa Tenggara Barat')
    const provincial = await hub.actor('52', 'admin_satker')
    await resetFaktor(hub.as(provincial), input(above.id))
    expect((await factorsOf(hub.services, userId)).totpSince).toBeNull()
  })

  it('is done: factors and sessions are gone, a new one is owed at once, three people are told', async () => {
    const admin = await hub.actor('3508', 'admin_satker', { nama: 'Bayu Admin' })
    await hub.actor('3508', 'ketua')
    await hub.actor('3508', 'sekretaris')
    const { actor, userId, cookie } = await enrolled('3508')
    await runJobs(hub.services, jobs)
    hub.letters.length = 0
    await resetFaktor(hub.as(admin), input(actor.id))
    expect(await factorsOf(hub.services, userId)).toMatchObject({ totpSince: null, codesLeft: 0 })
    const before = await actorFromRequest(hub.services, new Headers({ cookie }))
    expect(before.actor).toBeNull()
    const again = await signIn(hub.services, actor)
    const { session } = await actorFromRequest(hub.services, new Headers({ cookie: again }))
    expect(session?.enrolBy).toEqual(new Date(0))
    await runJobs(hub.services, jobs)
    expect(hub.letters).toHaveLength(3)
    for (const letter of hub.letters) {
      expect(letter.text).toContain('Bayu Admin')
      expect(letter.text).toContain(alasan)
    }
  })

  it('helps an admin too, from above', async () => {
    const { actor, userId } = await enrolled('3508', 'admin_satker')
    const provincial = await hub.actor('35', 'admin_satker')
    await resetFaktor(hub.as(provincial), input(actor.id))
    expect((await factorsOf(hub.services, userId)).totpSince).toBeNull()
  })
})

describe('saying which roles must have one', () => {
  const policy = (wajibSejak: string | null) =>
    peranList.map((peran) => ({ peran, wajibSejak, tenggangHari: 7 }))

  it('needs someone signed in', async () => {
    await refusedAs('not-signed-in', () => setWajibFaktor(hub.as(null), policy(null)))
  })

  it('is for the admin of KPU RI alone', async () => {
    for (const who of [
      await hub.actor('5203', 'admin_satker'),
      await hub.actor('52', 'admin_satker'),
      await hub.actor('00', 'ketua'),
    ])
      await refusedAs('forbidden', () => setWajibFaktor(hub.as(who), policy('2026-01-01')))
  })

  it('is written by nobody else, whatever the code says', async () => {
    await expect(
      hub.services.db.transaction().execute(async (tx) => {
        const { sql } = await import('kysely')
        await sql`select set_config('hub.dari', '5203', true), set_config('hub.sampai', '5203~', true)`.execute(
          tx,
        )
        await tx.insertInto('wajib_faktor').values({ peran: 'pembaca' }).execute()
      }),
    ).rejects.toThrow(/row-level security/)
  })

  it('is done, and counts for everyone from the next request', async () => {
    const sari = await hub.actor('5203', 'pembaca')
    const cookie = await signIn(hub.services, sari)
    const due = async () =>
      (await actorFromRequest(hub.services, new Headers({ cookie }))).session?.enrolBy
    expect(await due()).toBeNull()
    await setWajibFaktor(hub.as(await hub.actor('00', 'admin_satker')), policy('2026-11-01'))
    expect(await due()).toEqual(new Date(hub.services.clock().getTime() + 7 * 86_400_000))
    await setWajibFaktor(hub.as(await hub.actor('00', 'admin_satker')), policy('2026-12-01'))
    expect(await due()).toBeNull()
  })
})
