import { describe, expect, it } from 'vitest'
import { query } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { aPlan } from '../rencana-aksi/rencana.fixture.ts'
import { capaianBy, capaianOf } from './rekap.ts'
import { approvedSums, publicSums } from './queries/sums.ts'

const hub = testHub()

const byOffice = query(async ({ tx, now }, tahun: number) => {
  const scope = { now, tahun, dari: '0', sampai: '~', jenis: '' as const }
  const staff = approvedSums(tx, scope).select('p.satker_kode as kode').groupBy('p.satker_kode')
  const open = publicSums(tx, scope).select('p.satker_kode as kode').groupBy('p.satker_kode')
  return { staff: await staff.execute(), open: await open.execute() }
})

describe('sums over offices', () => {
  it('count late by the date at each office', async () => {
    for (const kode of ['3508', '5271', '9171']) await aPlan(hub, kode, 'approved', { tahun: 2026 })
    const nation = await hub.actor('00', 'pengawas_nasional')
    // 23.30 WIB on the last day of February is the first of March in Mataram and Jayapura.
    const { staff } = await byOffice(hub.as(nation, new Date('2026-02-28T16:30:00Z')), 2026)
    const late = [...capaianBy(staff, ({ kode }) => kode)].map(
      ([kode, c]) => `${kode} ${c.terlambat}`,
    )
    expect(late.toSorted((a, b) => a.localeCompare(b))).toEqual(['3508 0', '5271 3', '9171 3'])
  })

  it('leave out what is not approved, for staff as for the public', async () => {
    await aPlan(hub, '1101', 'draft', { tahun: 2031 })
    await aPlan(hub, '1102', 'proposed', { tahun: 2031 })
    await aPlan(hub, '1103', 'approved', { tahun: 2031 })
    await aPlan(hub, '1104', 'closed', { tahun: 2031 })
    const nation = await hub.actor('00', 'pengawas_nasional')
    const { staff, open } = await byOffice(hub.as(nation), 2031)
    expect(new Set(staff.map(({ kode }) => kode))).toEqual(new Set(['1103', '1104']))
    expect(capaianOf(open)).toEqual(capaianOf(staff))
  })

  it('never reach beyond the range of the actor', async () => {
    await aPlan(hub, '1201', 'approved', { tahun: 2032 })
    const other = await hub.actor('1202', 'admin_satker')
    expect((await byOffice(hub.as(other), 2032)).staff).toEqual([])
  })
})
