import { describe, expect, it } from 'vitest'
import { query } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { rencanaTree, setSelColumn } from '#modules/rencana-aksi'
import { setSel } from '../rencana-aksi/commands/sel.ts'
import { proposeChange } from '../rencana-aksi/commands/usulan.ts'
import { aPlan, type Plan } from '../rencana-aksi/rencana.fixture.ts'
import { visit } from './beranda.fixture.ts'

const hub = testHub()
const marks = { catatan: null, alasan: 'alasan yang cukup panjang', doneOn: null }

const markFirst = (plan: Plan, status: 'done' | 'waived', doneOn: string | null = null) =>
  setSel(plan.admin, {
    rencanaId: plan.id,
    butirId: plan.butirIds[0] ?? '',
    bulan: 2,
    versi: 1,
    status,
    ...marks,
    doneOn,
  })

describe('the home of an office', () => {
  it('shows per area what is done, in time, running, late and waived [P.19] [7.02]', async () => {
    const plan = await aPlan(hub, '3508', 'approved', { tahun: 2026, jenis: 'RB' })
    await markFirst(plan, 'done', '2026-02-20')
    const home = await visit(hub, '/kerja', plan.ketua.actor ?? undefined)
    expect(home.status).toBe(200)
    expect(home.root.querySelector('h1')?.text).toBe('KPU Kabupaten Lumajang, 2026')
    expect(home.table('Capaian per area')).toEqual([
      ['Tata laksana', '4', '1', '1', '0', '3', '0', '25%'],
      ['Pengawasan', '2', '0', '0', '0', '2', '0', '0%'],
    ])
    expect(home.figure('Selesai')).toBe('17%')
    expect(home.figure('Terlambat')).toBe('5')
  })

  it('lists what is late and whose, the oldest first, each with a way to mark it [P.19]', async () => {
    const plan = await aPlan(hub, '3509', 'approved', { tahun: 2026, jenis: 'RB' })
    const home = await visit(hub, '/kerja', plan.admin.actor ?? undefined)
    const late = home.table('Terlambat (6)')
    expect(late).toHaveLength(6)
    expect(late[0]).toEqual([
      'Menyusun peta proses bisnis',
      'Tata laksana (RB)',
      'Februari',
      'Belum ditunjuk',
      '28 Februari 2026',
      '265 hari',
    ])
    expect(home.links).toContain(`/kerja/rencana-aksi/${plan.id}/sel/${plan.butirIds[0]}/2`)
  })

  it('shows a mark at the very next request [P.19]', async () => {
    const plan = await aPlan(hub, '3510', 'approved', { tahun: 2026, jenis: 'RB' })
    const actor = plan.admin.actor ?? undefined
    expect((await visit(hub, '/kerja', actor)).figure('Terlambat')).toBe('6')
    await markFirst(plan, 'waived')
    const after = await visit(hub, '/kerja', actor)
    expect(after.figure('Terlambat')).toBe('5')
    expect(after.text).toContain('0 dari 5')
  })

  it('says what waits to be approved', async () => {
    const proposed = await aPlan(hub, '3511', 'proposed', { tahun: 2026, jenis: 'ZI' })
    const home = await visit(hub, '/kerja', proposed.ketua.actor ?? undefined)
    expect(home.text).toContain('Belum ada rencana aksi yang disahkan')
    expect(home.text).toContain('Rencana diajukan')
    expect(home.links).toContain(`/kerja/rencana-aksi/${proposed.id}/tahap`)
    const plan = await aPlan(hub, '3512', 'approved', { tahun: 2026, jenis: 'RB' })
    const wish = { jenis: 'hapus_butir' as const, butirId: plan.butirIds[0] ?? '' }
    await proposeChange(plan.admin, { rencanaId: plan.id, wish, alasan: 'Sudah digabung' })
    const withChange = await visit(hub, '/kerja', plan.ketua.actor ?? undefined)
    expect(withChange.text).toContain('1 usulan perubahan')
  })

  it('lets the year be chosen, the newest approved one first', async () => {
    await aPlan(hub, '3513', 'approved', { tahun: 2022, jenis: 'RB' })
    const newer = await aPlan(hub, '3513', 'approved', { tahun: 2025, jenis: 'RB' })
    await aPlan(hub, '3513', 'draft', { tahun: 2026, jenis: 'RB' })
    const actor = newer.admin.actor ?? undefined
    const home = await visit(hub, '/kerja', actor)
    expect(home.root.querySelector('h1')?.text).toContain(', 2025')
    expect(home.links.filter((href) => href.startsWith('/kerja?tahun='))).toEqual([
      '/kerja?tahun=2025',
      '/kerja?tahun=2022',
    ])
    const older = await visit(hub, '/kerja?tahun=2022', actor)
    expect(older.root.querySelector('h1')?.text).toContain(', 2022')
  })

  it('asks the database at most eight times and stays light', async () => {
    const plan = await aPlan(hub, '3514', 'approved', { tahun: 2026, jenis: 'RB' })
    const home = await visit(hub, '/kerja', plan.admin.actor ?? undefined)
    expect(home.statements).toBeLessThanOrEqual(8)
    expect(home.gzipKilobytes).toBeLessThan(30)
  })

  it('pages everything that is late, and its count is the figure on top', async () => {
    const plan = await aPlan(hub, '3515', 'approved', { tahun: 2026, jenis: 'RB' })
    const tree = await query(rencanaTree)(plan.admin, plan.id)
    const sel = tree.area.flatMap(({ kegiatan }) =>
      kegiatan.flatMap(({ butir }) => butir.map(({ id }) => ({ butirId: id, versi: 1 }))),
    )
    const running = { rencanaId: plan.id, bulan: 2, sel, status: 'in_progress' as const, ...marks }
    await setSelColumn(plan.admin, running)
    const path = '/kerja/beranda/satker/3515/terlambat?tahun=2026'
    const page = await visit(hub, path, plan.admin.actor ?? undefined)
    expect(page.table('6 kewajiban')).toHaveLength(6)
    const home = await visit(hub, '/kerja', plan.admin.actor ?? undefined)
    expect(home.figure('Terlambat')).toBe('6')
  })
})

describe('the reach of a dashboard', () => {
  it('a kabupaten never sees a sibling, a province sees its own offices only', async () => {
    const plan = await aPlan(hub, '5203', 'approved', { tahun: 2026, jenis: 'RB' })
    const sibling = await hub.actor('5204', 'admin_satker')
    const province = await hub.actor('52', 'verifikator_provinsi')
    const neighbour = await hub.actor('51', 'verifikator_provinsi')
    const path = '/kerja/beranda/satker/5203'
    expect((await visit(hub, path, sibling)).status).toBe(404)
    expect((await visit(hub, `${path}/terlambat?tahun=2026`, sibling)).status).toBe(404)
    expect((await visit(hub, path, neighbour)).status).toBe(404)
    expect((await visit(hub, path, plan.admin.actor ?? undefined)).status).toBe(200)
    expect((await visit(hub, path, province)).figure('Terlambat')).toBe('6')
  })

  it('the roll-up belongs to those who have offices below them', async () => {
    const regency = await hub.actor('5203', 'admin_satker')
    for (const page of ['', '/semua', '.csv'])
      expect((await visit(hub, `/kerja/beranda/wilayah${page}`, regency)).status).toBe(403)
    const menu = (await visit(hub, '/kerja', regency)).html
    expect(menu).not.toContain('/kerja/beranda/wilayah')
  })
})
