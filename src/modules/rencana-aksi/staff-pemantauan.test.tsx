import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { aPlan } from './rencana.fixture.ts'
import { inputOf, pagesFor, textOf } from './staff.fixture.ts'

const hub = testHub()
const typed = {
  pagu: '100.000.000',
  realisasi: '65.000.000',
  capaianKinerja: '20,5',
  hambatan: 'Personel terbatas',
  solusi: 'Dibantu subbagian lain',
  simpulan: 'Perlu percepatan di triwulan berikutnya',
}

describe('the pages of monitoring [1.20] [1.21]', () => {
  it('show which periods are missing, take one, and name what parts from the plan', async () => {
    const plan = await aPlan(hub, '3508', 'approved', { tahun: 2026, jenis: 'RB' })
    const pages = pagesFor(hub, plan.admin)
    const path = `/${plan.id}/pemantauan`
    const list = await pages.get(path)
    const rows = list.page.querySelectorAll('tbody tr').map(textOf)
    const states = rows.map((row) => /Terlewat|Dapat diambil|Belum waktunya/.exec(row)?.[0])
    expect(states).toEqual(['Terlewat', 'Terlewat', 'Terlewat', 'Belum waktunya'])
    expect(rows[0]).toContain('Triwulan I')
    expect(rows[0]).toContain('30 April 2026')

    const form = await pages.get(`${path}/T1`)
    expect(inputOf(form.page, 'Hambatan')).not.toBeNull()
    const wrong = await pages.post(`${path}/T1`, { ...typed, realisasi: '650.000.000' })
    expect(wrong.status).toBe(422)
    expect(textOf(wrong.page.querySelector('.problem-summary'))).toContain('melebihi pagu')
    expect(inputOf(wrong.page, 'Solusi')?.textContent).toBe(typed.solusi)
    expect((await pages.post(`${path}/T1`, { ...typed, hambatan: '' })).status).toBe(409)
    expect((await pages.post(`${path}/T1`, typed)).status).toBe(303)

    const taken = await pages.get(`${path}/T1`)
    const text = textOf(taken.page)
    expect(text).toContain('tertinggal 50 poin')
    expect(text).toContain('anggaran mendahului kegiatan 65 poin')
    expect(text).toContain('capaian kinerja mendahului kegiatan')
    expect(text).toContain('Rp65.000.000')
    expect(taken.page.querySelectorAll('main form')).toHaveLength(0)
    const print = await pages.get(`${path}/T1/cetak`)
    expect(textOf(print.page)).toContain('Laporan pemantauan Triwulan I 2026')
    expect(print.page.querySelector('.sheet')?.getAttribute('data-orientation')).toBe('portrait')
    expect((await pages.get(`${path}/T2/cetak`)).status).toBe(404)
    expect(textOf((await pages.get(path)).page)).toContain('65%')
  })

  it('change the interval, and offer a reader neither form nor button', async () => {
    const plan = await aPlan(hub, '3508', 'approved', { tahun: 2026, jenis: 'ZI' })
    const path = `/${plan.id}/pemantauan`
    const pages = pagesFor(hub, plan.admin)
    expect((await pages.post(path, { selang: 'semester' })).status).toBe(303)
    const reader = pagesFor(hub, hub.as(await hub.actor('3508', 'pembaca')))
    const { page } = await reader.get(path)
    expect(page.querySelectorAll('tbody tr').map(textOf)[0]).toContain('Semester I')
    expect(page.querySelectorAll('main form')).toHaveLength(0)
    expect(textOf(page)).not.toContain('Ambil pemantauan')
    expect((await reader.get(`${path}/T1`)).status).toBe(404)
    expect((await reader.get(`${path}/S1`)).page.querySelectorAll('main form')).toHaveLength(0)
  })
})
