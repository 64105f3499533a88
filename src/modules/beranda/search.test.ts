import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { query } from '#platform/command.ts'
import type { Actor } from '#platform/identity/actor.ts'
import { uuidv7 } from '#platform/id.ts'
import { testHub } from '#test/support/hub.ts'
import { aButir, aPlan } from '../rencana-aksi/rencana.fixture.ts'
import { visit } from './beranda.fixture.ts'
import { searchForStaff } from './queries/search.ts'

const hub = testHub()
let people: Record<'nation' | 'province' | 'office' | 'sibling' | 'reader', Actor>

beforeAll(async () => {
  people = {
    nation: await hub.actor('00', 'pengawas_nasional', { nama: 'Gita Nasional' }),
    province: await hub.actor('52', 'verifikator_provinsi', { nama: 'Gita Provinsi' }),
    office: await hub.actor('5203', 'admin_satker', { nama: 'Gita Lombok' }),
    sibling: await hub.actor('5204', 'admin_satker', { nama: 'Gita Sumbawa' }),
    reader: await hub.actor('5203', 'pembaca', { nama: 'Gita Pembaca' }),
  }
  for (const kode of ['5203', '5204', '3508']) {
    const butir = [aButir(`Gebyar gratifikasi 100% di ${kode}`), aButir('Rapat biasa')]
    await aPlan(hub, kode, 'approved', { tahun: 2026, jenis: 'RB', butir })
    await hub.services.ownerPool.query(
      `insert into keputusan (satker_kode, id, penerbit, nomor, tahun, judul, tanggal, created_at)
       values ($1, $2, 'KPU', '77', 2026, 'Gebyar Zona Integritas', '2026-01-05', now())`,
      [kode, uuidv7()],
    )
  }
})

const find = (actor: Actor, text: string) => searchForStaff(hub.as(actor), text)

describe('the search', () => {
  it('finds butir only within reach', async () => {
    const offices = async (actor: Actor) =>
      (await find(actor, 'gratifikasi gebyar'))?.butir.map(({ uraian }) => uraian?.slice(-4))
    expect(await offices(people.office)).toEqual(['5203'])
    expect(await offices(people.sibling)).toEqual(['5204'])
    expect(await offices(people.province)).toEqual(['5203', '5204'])
    expect((await offices(people.nation))?.toSorted()).toEqual(['3508', '5203', '5204'])
  })

  it('finds decrees only within reach, by number or title', async () => {
    const offices = async (actor: Actor, text: string) =>
      (await find(actor, text))?.keputusan.map(({ satkerKode }) => satkerKode)
    expect(await offices(people.office, 'zona integritas')).toEqual(['5203'])
    expect(await offices(people.province, '77 zona')).toEqual(['5203', '5204'])
    expect(await offices(people.nation, 'zona')).toHaveLength(3)
  })

  it('finds people only where the list of people may be read', async () => {
    const names = async (actor: Actor) =>
      (await find(actor, 'gita'))?.pengguna.map(({ nama }) => nama)
    expect(await names(people.office)).toEqual(['Gita Lombok', 'Gita Pembaca'])
    expect(await names(people.reader)).toEqual([])
    expect(await names(people.province)).toEqual([
      'Gita Provinsi',
      'Gita Lombok',
      'Gita Pembaca',
      'Gita Sumbawa',
    ])
    expect(await names(people.nation)).toContain('Gita Nasional')
  })

  it('finds offices of the reach by their names', async () => {
    expect((await find(people.province, 'lombok'))?.satker).toHaveLength(4)
    expect((await find(people.office, 'lombok'))?.satker).toEqual([
      { kode: '5203', nama: 'KPU Kabupaten Lombok Timur' },
    ])
  })

  it('takes % and _ as they were typed', async () => {
    expect((await find(people.office, '100% gebyar'))?.butir).toHaveLength(1)
    expect((await find(people.office, 'gra_ifikasi'))?.butir).toEqual([])
  })

  it('leaves out what was taken from the plan', async () => {
    await hub.services.ownerPool.query(
      "update rencana_butir set removed_at = now() where satker_kode = '3508' and uraian like 'Gebyar%'",
    )
    const found = await find(people.nation, 'gebyar gratifikasi')
    expect(found?.butir.map(({ uraian }) => uraian?.slice(-4))).toEqual(['5203', '5204'])
  })

  it('works the same where pg_trgm is missing', async () => {
    await hub.services.ownerPool.query('drop extension pg_trgm cascade')
    expect((await find(people.province, 'gebyar'))?.butir).toHaveLength(2)
  })
})

describe('the search functions of the database', () => {
  const keys = (name: string) =>
    query(async ({ tx }) => {
      const { rows } = await sql<{ satker_kode: string }>`
        select satker_kode from hub.${sql.raw(name)}(array['%g%'], 1000)`.execute(tx)
      return [...new Set(rows.map((row) => row.satker_kode))]
    })

  it.each(['cari_butir', 'cari_keputusan', 'cari_pengguna'])(
    '%s keeps to the range by itself',
    async (name) => {
      expect(await keys(name)(hub.as(people.office), undefined)).toEqual(['5203'])
      expect((await keys(name)(hub.as(people.province), undefined)).toSorted()).not.toContain(
        '3508',
      )
      // A fresh connection knows no range and refuses; one used before has an empty one and finds nothing.
      const without = sql`select * from hub.${sql.raw(name)}(array['%g%'], 10)`
      const found = await without.execute(hub.services.db).then(
        ({ rows }) => rows,
        () => [],
      )
      expect(found).toEqual([])
    },
  )
})

describe('the page of the search', () => {
  it('shows what was found by kind, with links', async () => {
    const page = await visit(hub, '/kerja/cari?q=gebyar', people.office)
    expect(page.table('Butir rencana aksi').map(([title]) => title)).toEqual([
      'Gebyar gratifikasi 100% di 5203',
    ])
    expect(page.table('Keputusan')[0]?.[0]).toBe('Nomor 77 Tahun 2026: Gebyar Zona Integritas')
    expect(page.statements).toBeLessThanOrEqual(8)
  })

  it('asks for more letters, says when nothing fits, and escapes what was typed', async () => {
    expect((await visit(hub, '/kerja/cari?q=a', people.office)).text).toContain(
      'paling sedikit tiga huruf',
    )
    const nothing = await visit(hub, '/kerja/cari?q=%3Cscript%3Ealert(1)', people.office)
    expect(nothing.text).toContain('Tidak ada yang cocok')
    expect(nothing.html).not.toContain('<script>alert')
  })
})
