import { beforeAll, describe, expect, it } from 'vitest'
import { readFileIsolated } from '#modules/keputusan'
import { compareWithRencana } from '#modules/rencana-aksi'
import { query } from '#platform/command.ts'
import { systemActor } from '#platform/identity/actor.ts'
import { testHub } from '#test/support/hub.ts'
import { mount as pengguna } from '#mount/pengguna'
import { sampleBytes } from './impor.fixture.ts'
import { loadSampleImports } from './samples.ts'

const hub = testHub()

beforeAll(async () => {
  await pengguna.samples?.(hub.services)
  await loadSampleImports(hub.services)
}, 30_000)

describe('the sample offices', () => {
  it('have their own decrees and approved plans, proposed and approved by two people', async () => {
    const { rows } = await hub.services.ownerPool.query(
      `select r.satker_kode, r.jenis, r.tahun, k.nomor, proposed_by <> approved_by as two
       from rencana r join keputusan k on k.satker_kode = r.satker_kode and k.id = r.keputusan_id
       order by r.satker_kode`,
    )
    expect(rows).toEqual([
      { satker_kode: '15', jenis: 'RB', tahun: 2026, nomor: '10', two: true },
      { satker_kode: '3508', jenis: 'RB', tahun: 2022, nomor: '07/HK.03.1/3508/2022', two: true },
      { satker_kode: '52', jenis: 'RB', tahun: 2022, nomor: '19/ORT.07/52/2022', two: true },
      { satker_kode: '5203', jenis: 'ZI', tahun: 2025, nomor: '21', two: true },
      { satker_kode: '5271', jenis: 'ZI', tahun: 2025, nomor: '11', two: true },
    ])
  })

  it('keep the minutes of the plenary meeting that a decree rests on [P.03]', async () => {
    const { rows } = await hub.services.ownerPool.query(
      "select berita_acara from keputusan where satker_kode = '15'",
    )
    expect(rows).toEqual([{ berita_acara: '08/PK.01-BA/15/2026' }])
  })

  it('act at moments of their own story, in the order of their audit chain', async () => {
    const { rows: plans } = await hub.services.ownerPool.query(
      `select r.satker_kode, approved_at - k.tanggal < interval '3 days' as soon
       from rencana r join keputusan k on k.satker_kode = r.satker_kode and k.id = r.keputusan_id`,
    )
    expect(plans.every(({ soon }) => soon)).toBe(true)
    const { rows: backwards } = await hub.services.ownerPool.query(
      `select 1 from (select at < lag(at) over (partition by satker_kode order by nomor) as back
       from audit_log) a where back`,
    )
    expect(backwards).toEqual([])
  })

  it('have months done in time, done late, running, waived with a reason, and late', async () => {
    const { rows } = await hub.services.ownerPool.query(
      `select status, count(*)::int as n, count(*) filter (where done_on > jatuh_tempo)::int as late
       from rencana_sel group by status`,
    )
    const by = Object.fromEntries(rows.map((row) => [row.status, row]))
    expect(by['done'].n).toBeGreaterThan(by['done'].late)
    expect(by['done'].late).toBeGreaterThan(0)
    for (const status of ['planned', 'in_progress', 'waived'])
      expect(by[status].n).toBeGreaterThan(0)
  })

  it('leave a plan without months in its decree without months, but for those a person set', async () => {
    const { rows } = await hub.services.ownerPool.query(
      `select b.satker_kode, count(distinct b.id)::int as butir, count(distinct s.butir_id)::int as berjadwal
       from rencana_butir b left join rencana_sel s on s.butir_id = b.id
       where b.satker_kode in ('15', '52') group by b.satker_kode order by 1`,
    )
    expect(rows).toMatchObject([
      { satker_kode: '15', berjadwal: 24 },
      { satker_kode: '52', berjadwal: 0 },
    ])
  })

  it.each([
    ['5271', 'kota-mataram-11-2025'],
    ['5203', 'lombok-timur-21-2025'],
    ['3508', 'lumajang-07-2022'],
    ['52', 'prov-ntb-19-2022'],
  ])('%s would change nothing when its decree is read again', async (satkerKode, name) => {
    const renaksi = await readFileIsolated({ nama: name, bytes: sampleBytes(name) }, 25_000)
    const compare = query(compareWithRencana)
    const found = await compare(hub.as(systemActor(satkerKode)), { satkerKode, renaksi })
    expect(found?.diff).toEqual({ added: [], removed: [], changed: [] })
  })

  it('leave a whole audit chain', async () => {
    const { rows } = await hub.services.ownerPool.query('select * from hub.periksa_audit()')
    expect(rows).toEqual([])
  })
})
