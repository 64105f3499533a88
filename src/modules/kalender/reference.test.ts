import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { setHariLibur } from './commands/nasional.ts'
import { loadKalender } from './reference.ts'

const hub = testHub()
const rows = async (text: string): Promise<Record<string, unknown>[]> =>
  (await hub.services.ownerPool.query(text)).rows

describe('the calendar as shipped', () => {
  it('has every day with its decree, its source, and how sure we are', async () => {
    const kinds = `select extract(year from tanggal)::int as tahun, jenis, count(*)::int as hari from hari_libur
      group by 1, 2 order by 1, 2 desc`
    expect((await rows(kinds)).map(({ hari }) => hari)).toEqual([17, 11, 17, 8, 18, 8])
    expect(await rows("select from hari_libur where dasar not like 'SKB 3 Menteri%'")).toEqual([])
    const unsure = await rows("select tahun_hijriah from ramadan where keyakinan = 'ingatan'")
    expect(unsure).toEqual([{ tahun_hijriah: 1448 }])
  })

  it('gives the weeks that Perpres 21/2023 asks for: 37.5 hours, in Ramadan 32.5', async () => {
    const weeks = `select masa, sum(cardinality(hari) * extract(epoch from
        (selesai - mulai) - (istirahat_selesai - istirahat_mulai)) / 3600)::float as jam
      from jam_kerja where sampai is null group by masa order by masa`
    expect(await rows(weeks)).toEqual([
      { masa: 'biasa', jam: 37.5 },
      { masa: 'ramadan', jam: 32.5 },
    ])
  })

  it('is not loaded over what KPU RI has corrected', async () => {
    await setHariLibur(hub.as(await hub.actor('00', 'admin_satker')), {
      tanggal: '2026-12-24',
      jenis: 'libur_nasional',
      nama: 'Menjelang Natal',
      dasar: 'SKB perubahan',
      sumber: 'JDIH',
      keyakinan: 'terverifikasi',
      versi: 1,
    })
    await rows("update hari_libur set nama = 'Usang' where tanggal = '2026-12-25'")
    await rows("delete from hub.rujukan where nama = 'kalender'")
    await loadKalender(hub.services)
    const names =
      "select nama from hari_libur where tanggal >= '2026-12-24' order by tanggal limit 2"
    expect(await rows(names)).toEqual([
      { nama: 'Menjelang Natal' },
      { nama: 'Kelahiran Yesus Kristus' },
    ])
  })
})

describe('the national tables', () => {
  const tables = ['hari_libur', 'jam_kerja', 'kalender_aturan', 'kalender_tahun', 'ramadan']

  /** Works with the rights of the product, for one office, past every policy of the code. */
  const within = <T>(dari: string, work: (run: (text: string) => Promise<bigint>) => Promise<T>) =>
    hub.services.db.transaction().execute(async (tx) => {
      await sql`select set_config('hub.dari', ${dari}, true),
        set_config('hub.sampai', ${`${dari}~`}, true)`.execute(tx)
      return work(async (text) => (await sql.raw(text).execute(tx)).numAffectedRows ?? 0n)
    })

  it('change for no office but KPU RI: the database itself refuses', async () => {
    for (const table of tables)
      expect(await within('5203', (run) => run(`update ${table} set sumber = 'x'`)), table).toBe(0n)
    const add = `insert into ramadan (tahun_hijriah, dari, sampai, sumber, keyakinan)
      values (1500, '2076-09-01', '2076-09-30', 'x', 'ingatan')`
    await expect(within('52', (run) => run(add))).rejects.toThrow('row-level security')
    await expect(within('0', (run) => run('delete from ramadan'))).rejects.toThrow('permission')
    expect(await within('0', (run) => run("update ramadan set sumber = sumber || ''"))).toBe(3n)
  })
})
