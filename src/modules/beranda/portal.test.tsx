import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { setSel } from '../rencana-aksi/commands/sel.ts'
import { aButir, aPlan } from '../rencana-aksi/rencana.fixture.ts'
import { visit } from './beranda.fixture.ts'

const hub = testHub()

const markDone = (plan: Awaited<ReturnType<typeof aPlan>>, catatan: string | null = null) =>
  setSel(plan.admin, {
    rencanaId: plan.id,
    butirId: plan.butirIds[0] ?? '',
    bulan: 2,
    versi: 1,
    status: 'done',
    catatan,
    alasan: null,
    doneOn: '2026-02-20',
  })

describe('the first page of the public', () => {
  it('says that nothing is promised yet, and still finds an office', async () => {
    const home = await visit(hub, '/')
    expect(home.status).toBe(200)
    expect(home.text).toContain('Belum ada rencana yang disahkan')
    expect(home.root.querySelectorAll('datalist option')).toHaveLength(553)
    expect(home.root.querySelector('form[method=get] button')?.text).toBe('Lihat janjinya')
  })

  it('shows what offices promised and how far it is, at the very next request [P.19]', async () => {
    const plan = await aPlan(hub, '5203', 'approved', { tahun: 2026, jenis: 'RB' })
    await aPlan(hub, '5203', 'approved', { tahun: 2026, jenis: 'ZI' })
    const before = await visit(hub, '/')
    expect(before.text).toContain('1 dari 553 kantor sudah mengesahkan rencananya.')
    const caption = 'Kantor dengan rencana 2026'
    const expected = ['KPU Kabupaten Lombok Timur', 'RB dan ZI']
    expect(before.table(caption)[0]).toEqual([...expected, '', '0%', '12'])
    await markDone(plan)
    const after = await visit(hub, '/')
    expect(after.table(caption)[0]).toEqual([...expected, '', '8%', '11'])
    expect(after.links).toContain('/satker/5203?tahun=2026')
  })

  it('is light, needs no script, and asks the database at most five times', async () => {
    const home = await visit(hub, '/')
    expect(home.statements).toBeLessThanOrEqual(5)
    expect(home.gzipKilobytes).toBeLessThan(30)
    expect(home.html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=/)
  })

  it('is kept a minute by browsers and not sent again when nothing changed', async () => {
    const first = await visit(hub, '/')
    expect(first.headers.get('cache-control')).toBe('public, max-age=60')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"/)
    const again = await visit(hub, '/', undefined, { 'if-none-match': etag })
    expect([again.status, again.html]).toEqual([304, ''])
  })

  it('does not fail beyond the last page of the list', async () => {
    expect((await visit(hub, '/?halaman=99')).status).toBe(200)
  })
})

describe('finding an office', () => {
  it('goes straight to the one that is meant', async () => {
    const exact = await visit(hub, '/satker?cari=kpu%20kota%20mataram')
    expect([exact.status, exact.headers.get('location')]).toEqual([303, '/satker/5271'])
    expect((await visit(hub, '/satker?cari=mataram')).status).toBe(303)
  })

  it('lists those that fit, or all by province', async () => {
    const some = await visit(hub, '/satker?cari=lombok')
    expect(some.links.filter((href) => href.startsWith('/satker/52'))).toHaveLength(4)
    const all = await visit(hub, '/satker')
    expect(all.links.filter((href) => /^\/satker\/\d+$/.test(href))).toHaveLength(553)
    expect(all.gzipKilobytes).toBeLessThan(30)
    expect((await visit(hub, '/satker?cari=zzz')).text).toContain(
      'Tidak ada kantor dengan nama itu',
    )
  })
})

describe('the promise of an office', () => {
  it('shows decree, dates, areas and what was done last', async () => {
    const plan = await aPlan(hub, '3508', 'approved', { tahun: 2026, jenis: 'RB' })
    await markDone(plan)
    const page = await visit(hub, '/satker/3508')
    expect(page.root.querySelector('h1')?.text).toBe('Janji KPU Kabupaten Lumajang tahun 2026')
    expect(page.text).toContain('17% dari 6 langkah selesai, 5 terlambat.')
    expect(page.text).toContain('Terakhir berubah')
    expect(page.table('Terakhir diselesaikan')).toEqual([
      ['Menyusun peta proses bisnis', 'Tata laksana', '20 Februari 2026'],
    ])
    expect(page.links).toContain(`/satker/3508/rencana/${plan.id}`)
    expect(page.statements).toBeLessThanOrEqual(5)
    expect(page.gzipKilobytes).toBeLessThan(30)
  })

  it('shows the whole plan with the marks of its months', async () => {
    const plan = await aPlan(hub, '3509', 'approved', { tahun: 2026, jenis: 'RB' })
    await markDone(plan)
    const page = await visit(hub, `/satker/3509/rencana/${plan.id}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('4. Penguatan Tatalaksana')
    expect(page.text).toContain('Februari: selesai 20 Februari 2026')
    expect(page.text).toContain('Juli: terlambat')
    expect(page.statements).toBeLessThanOrEqual(5)
  })

  it('stays light and within its statements for a plan of 219 butir', async () => {
    const many = Array.from({ length: 218 }, (_, index) =>
      aButir(`Melaksanakan sosialisasi dan internalisasi nomor ${index} kepada seluruh pegawai`, {
        jadwal: { bulan: [1, 3, 5, 7, 9, 11], mulai: null, selesai: null },
      }),
    )
    const wanted = { tahun: 2026, jenis: 'RB' as const, butir: many }
    const plan = await aPlan(hub, '3510', 'approved', wanted)
    const page = await visit(hub, `/satker/3510/rencana/${plan.id}`)
    expect(page.root.querySelectorAll('tbody tr[id]')).toHaveLength(219)
    expect(page.gzipKilobytes).toBeLessThan(30)
    expect(page.statements).toBeLessThanOrEqual(5)
  })
})

describe('what the public never sees', () => {
  it('a plan that is not approved, anywhere', async () => {
    const draft = await aPlan(hub, '3201', 'draft', { tahun: 2026, jenis: 'RB' })
    const proposed = await aPlan(hub, '3202', 'proposed', { tahun: 2026, jenis: 'RB' })
    for (const [kode, plan] of [
      ['3201', draft],
      ['3202', proposed],
    ] as const) {
      const office = await visit(hub, `/satker/${kode}`)
      expect(office.text).toContain('Belum ada rencana yang disahkan')
      expect(office.text).not.toContain('proses bisnis')
      expect((await visit(hub, `/satker/${kode}/rencana/${plan.id}`)).status).toBe(404)
    }
    const home = await visit(hub, '/')
    expect(home.links.filter((href) => href.startsWith('/satker/32'))).toEqual([])
  })

  it('a person or a note', async () => {
    const plan = await aPlan(hub, '3203', 'approved', { tahun: 2026, jenis: 'RB' })
    await markDone(plan, 'Catatan rahasia kantor')
    for (const path of ['/', '/satker/3203', `/satker/3203/rencana/${plan.id}`]) {
      const { html } = await visit(hub, path)
      expect(html).not.toContain('Catatan rahasia')
      expect(html).not.toContain(plan.admin.actor?.nama ?? 'x')
      expect(html).not.toContain(plan.ketua.actor?.nama ?? 'x')
    }
  })

  it('a plan of one office under the address of another, or an address that is none', async () => {
    const plan = await aPlan(hub, '3204', 'approved', { tahun: 2026, jenis: 'RB' })
    expect((await visit(hub, `/satker/3205/rencana/${plan.id}`)).status).toBe(404)
    expect((await visit(hub, '/satker/9999')).status).toBe(404)
    expect((await visit(hub, "/satker/3204/rencana/x'--")).status).toBe(404)
  })
})
