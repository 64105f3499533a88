import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/identity/actor.ts'
import { testHub } from '#test/support/hub.ts'
import { setSel } from '../rencana-aksi/commands/sel.ts'
import { aPlan, type Plan } from '../rencana-aksi/rencana.fixture.ts'
import { visit } from './beranda.fixture.ts'

const hub = testHub()
let nation: Actor
let province: Actor
let plan: Plan

beforeAll(async () => {
  nation = await hub.actor('00', 'pengawas_nasional')
  province = await hub.actor('52', 'verifikator_provinsi')
  plan = await aPlan(hub, '5203', 'approved', { tahun: 2026, jenis: 'RB' })
  await aPlan(hub, '5271', 'approved', { tahun: 2026, jenis: 'ZI' })
  await aPlan(hub, '3508', 'approved', { tahun: 2026, jenis: 'RB' })
  await aPlan(hub, '3509', 'draft', { tahun: 2026, jenis: 'RB' })
})

const wilayah = '/kerja/beranda/wilayah'
const heat = 'Terlambat, per area dan provinsi'
const row = (rows: string[][], name: string) => rows.find(([first]) => first === name)

describe('the national heat table', () => {
  it('adds up each province with its offices and leads down to them', async () => {
    const page = await visit(hub, `${wilayah}?ukuran=terlambat`, nation)
    const rows = page.table(heat)
    expect(rows).toHaveLength(39)
    expect(row(rows, 'Nusa Tenggara Barat')).toEqual([
      'Nusa Tenggara Barat',
      '12',
      '–',
      '–',
      '–',
      '8',
      '–',
      '–',
      '4',
      '–',
      '2/11',
    ])
    expect(row(rows, 'Jawa Timur')?.[1]).toBe('6')
    expect(row(rows, 'Bali')?.slice(1, 3)).toEqual(['–', '–'])
    expect(page.links).toContain(`${wilayah}?tahun=2026&provinsi=52&ukuran=terlambat`)
  })

  it('shows the offices of a province, each leading to its own dashboard', async () => {
    const page = await visit(hub, `${wilayah}?provinsi=52`, nation)
    const rows = page.table('Selesai, per area dan satuan kerja')
    expect(rows).toHaveLength(11)
    expect(page.links).toContain('/kerja/beranda/satker/5203?tahun=2026')
    expect((await visit(hub, `${wilayah}?provinsi=99`, nation)).status).toBe(404)
  })

  it('can be narrowed to a kind of plan and sorted by a column', async () => {
    const page = await visit(hub, `${wilayah}?ukuran=terlambat&jenis=ZI&urut=-semua`, nation)
    const rows = page.table(heat)
    expect(rows[0]?.slice(0, 2)).toEqual(['Nusa Tenggara Barat', '6'])
    expect(row(rows, 'Jawa Timur')?.[1]).toBe('–')
  })

  it('shows a mark at the very next request [P.19]', async () => {
    const before = await visit(hub, wilayah, nation)
    expect(before.figure('Terlambat')).toBe('18')
    await setSel(plan.admin, {
      rencanaId: plan.id,
      butirId: plan.butirIds[0] ?? '',
      bulan: 2,
      versi: 1,
      status: 'done',
      catatan: null,
      alasan: null,
      doneOn: '2026-02-10',
    })
    const after = await visit(hub, wilayah, nation)
    expect(after.figure('Terlambat')).toBe('17')
    expect(after.figure('Satuan kerja berencana')).toBe('3')
  })

  it('lists all 553 offices on one light page', async () => {
    const page = await visit(hub, `${wilayah}/semua`, nation)
    const offices = page.links.filter((href) => href.startsWith('/kerja/beranda/satker/'))
    expect(offices).toHaveLength(553)
    expect(page.gzipKilobytes).toBeLessThan(30)
  })

  it('is the home of those without a plan of their own, in at most eight statements', async () => {
    const home = await visit(hub, '/kerja', nation)
    expect(home.root.querySelector('h1')?.text).toBe('Capaian nasional, 2026')
    const page = await visit(hub, wilayah, nation)
    expect(page.statements).toBeLessThanOrEqual(8)
    expect(page.gzipKilobytes).toBeLessThan(30)
  })
})

describe('the heat table of a province', () => {
  it('holds its own offices, whatever province is asked for', async () => {
    for (const asked of ['', '?provinsi=35']) {
      const page = await visit(hub, `${wilayah}${asked}`, province)
      expect(page.table('Selesai, per area dan satuan kerja')).toHaveLength(11)
      expect(page.text).not.toContain('Lumajang')
    }
  })
})

describe('the CSV file', () => {
  it('holds the same figures for every office in reach', async () => {
    const file = await visit(hub, `${wilayah}.csv?tahun=2026`, province)
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(file.headers.get('content-disposition')).toContain('capaian-52-2026.csv')
    const lines = file.html.trimEnd().split('\r\n')
    expect(lines).toHaveLength(1 + 2 + 2 + 9)
    expect(lines).toContain('5271;KPU Kota Mataram;2026;RB dan ZI;Pengawasan;2;0;0;0;2;0;0;0')
    expect(file.html).not.toContain('Lumajang')
  })
})
