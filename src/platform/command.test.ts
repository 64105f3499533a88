import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { command, publicQuery, query } from './command.ts'
import { allow, refuseIf } from './errors.ts'
import { systemActor } from './identity/actor.ts'

const hub = testHub()

const rename = command(
  'uji.rename',
  async (
    ctx,
    input: { satkerKode: string; id: string; nama: string; ending?: 'refuse' | 'forbid' | 'crash' },
  ) => {
    await ctx.tx
      .updateTable('pengguna')
      .set({ nama: input.nama })
      .where('satker_kode', '=', input.satkerKode)
      .where('id', '=', input.id)
      .execute()
    await ctx.record(
      'diganti',
      { satkerKode: input.satkerKode, benda: 'pengguna', id: input.id },
      { nama: input.nama },
    )
    await ctx.later('uji.kabari', { id: input.id })
    refuseIf(input.ending === 'refuse', 'Tidak sekarang.')
    allow(input.ending !== 'forbid')
    if (input.ending === 'crash') throw new Error('mati')
  },
)

const namesOf = query(async ({ tx }, satkerKode: string) => {
  const rows = await tx
    .selectFrom('pengguna')
    .select('nama')
    .where('satker_kode', '=', satkerKode)
    .execute()
  return rows.map((row) => row.nama)
})

describe('a command', () => {
  it('writes the change, its audit row and its job together', async () => {
    const actor = await hub.actor('3508', 'admin_satker', { nama: 'Lama' })
    const before = await hub.counts()
    await rename(hub.as(actor), { satkerKode: '3508', id: actor.id, nama: 'Baru' })
    const after = await hub.counts()
    expect(await namesOf(hub.as(actor), '3508')).toContain('Baru')
    expect(after['audit_log']).toBe((before['audit_log'] ?? 0) + 1)
    expect(after['graphile_worker._private_jobs']).toBe(
      (before['graphile_worker._private_jobs'] ?? 0) + 1,
    )
  })

  it.each(['refuse', 'forbid', 'crash'] as const)(
    'that ends in %s leaves no row of any kind',
    async (ending) => {
      const actor = await hub.actor('3508', 'admin_satker', { nama: `Tetap ${ending}` })
      const before = await hub.counts('pengguna')
      await expect(
        rename(hub.as(actor), { satkerKode: '3508', id: actor.id, nama: 'X', ending }),
      ).rejects.toThrow()
      expect(await hub.counts('pengguna')).toEqual(before)
      expect(await namesOf(hub.as(actor), '3508')).toContain(`Tetap ${ending}`)
    },
  )

  it('asks who calls', async () => {
    await expect(
      rename(hub.as(null), { satkerKode: '3508', id: 'x', nama: 'x' }),
    ).rejects.toMatchObject({ status: 401 })
  })

  it('cannot write an audit row of an office outside its reach', async () => {
    const actor = await hub.actor('3508', 'admin_satker')
    await expect(
      rename(hub.as(actor), { satkerKode: '5203', id: actor.id, nama: 'X' }),
    ).rejects.toThrow('di luar wilayah')
  })

  it('tries again when two of them collide', async () => {
    const actor = await hub.actor('3508', 'admin_satker')
    let tries = 0
    const flaky = command('uji.flaky', async (ctx) => {
      tries++
      if (tries === 1)
        await sql`do $$ begin raise exception 'tabrakan' using errcode = '40P01'; end $$`.execute(
          ctx.tx,
        )
      return 'selesai'
    })
    expect(await flaky(hub.as(actor), undefined)).toBe('selesai')
    expect(tries).toBe(2)
  })
})

describe('a query', () => {
  it('sees the own office and those below, nothing beside or above', async () => {
    await hub.actor('52', [], { nama: 'Provinsi' })
    await hub.actor('5203', [], { nama: 'Kabupaten' })
    await hub.actor('5271', [], { nama: 'Kota' })
    const all = query(async ({ tx }) =>
      (await tx.selectFrom('pengguna').select('satker_kode').execute()).map((r) => r.satker_kode),
    )
    const seenBy = async (kode: string) => new Set(await all(hub.as(systemActor(kode)), undefined))
    expect(await seenBy('5203')).toEqual(new Set(['5203']))
    expect(await seenBy('52')).toEqual(new Set(['52', '5203', '5271']))
    expect([...(await seenBy('00'))].length).toBeGreaterThanOrEqual(4)
  })

  it('cannot write', async () => {
    const actor = await hub.actor('3508')
    const writing = query(async ({ tx }) => tx.updateTable('pengguna').set({ nama: 'x' }).execute())
    await expect(writing(hub.as(actor), undefined)).rejects.toThrow('read-only')
  })

  it('of the public sees no row of an office, only what is published', async () => {
    await hub.actor('3508')
    const people = publicQuery(async ({ tx }) => tx.selectFrom('pengguna').select('id').execute())
    expect(await people(hub.as(null), undefined).catch(() => [])).toEqual([])
    const plans = publicQuery(async ({ tx }) =>
      tx.selectFrom('publik.rencana').select('id').execute(),
    )
    expect(await plans(hub.as(null), undefined)).toEqual([])
  })
})

describe('the audit chain', () => {
  it('stays whole under many writers, and shows where someone changed, cut or forged it', async () => {
    const actor = await hub.actor('1501', 'admin_satker')
    const note = command('uji.note', async (ctx, n: number) =>
      ctx.record('dicatat', { satkerKode: '1501', benda: 'uji', id: String(n) }),
    )
    await Promise.all(Array.from({ length: 20 }, (_, n) => note(hub.as(actor), n)))
    const broken = async () =>
      (
        await hub.services.ownerPool.query(
          "select nomor, sebab from hub.periksa_audit() where satker_kode = '1501'",
        )
      ).rows
    expect(await broken()).toEqual([])

    const owner = hub.services.ownerPool
    await owner.query('alter table audit_log disable trigger audit_log_tetap')
    await owner.query(
      "update audit_log set actor_nama = 'Orang lain' where satker_kode = '1501' and nomor = 7",
    )
    expect(await broken()).toEqual([{ nomor: 7, sebab: 'isi tidak cocok dengan hash' }])
    await owner.query("delete from audit_log where satker_kode = '1501' and nomor in (7, 20)")
    expect(await broken()).toEqual([
      { nomor: 8, sebab: 'baris sebelumnya hilang' },
      { nomor: 20, sebab: 'ekor rantai hilang' },
    ])
    await owner.query(
      "delete from audit_log where satker_kode = '1501'; delete from audit_kepala where satker_kode = '1501'",
    )
    await owner.query('alter table audit_log enable trigger audit_log_tetap')
  })
})
