import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { setNilaiIndikator } from './commands/indikator.ts'
import { aButir, aPlan } from './rencana.fixture.ts'
import { inputOf, pagesFor, textOf } from './staff.fixture.ts'

const hub = testHub()
const teks = 'Persentase pegawai yang mengikuti sosialisasi'

async function aMeasuredPlan(tahun: number) {
  const plan = await aPlan(hub, '3508', 'approved', {
    tahun,
    jenis: 'RB',
    butir: [aButir('Sosialisasi', { indikator: [teks, 'Tersedianya laporan'] })],
  })
  const ids = plan.tree.area[0]?.kegiatan[0]?.butir[0]?.indikator.map(({ id }) => id) ?? []
  const [persen = '', dokumen = ''] = ids
  return { plan, persen, dokumen, pages: pagesFor(hub, plan.admin) }
}
const march = (nilai: number) => [{ bulan: 3, nilai, catatan: null, versi: 0 }]

describe('the pages of indicators [P.17] [P.18]', () => {
  it('list what is measured, reached, and better than last year in words', async () => {
    const last = await aMeasuredPlan(2041)
    const { plan, persen, pages } = await aMeasuredPlan(2042)
    await setNilaiIndikator(last.plan.admin, {
      rencanaId: last.plan.id,
      indikatorId: last.persen,
      nilai: march(50),
    })
    const key = { rencanaId: plan.id, indikatorId: persen }
    await setNilaiIndikator(plan.admin, { ...key, nilai: march(75) })
    const { page } = await pages.get(`/${plan.id}/indikator`)
    const row = page.querySelectorAll('tbody tr').find((tr) => textOf(tr).includes(teks))
    expect(textOf(row)).toContain('75%')
    expect(textOf(row)).toContain('50%')
    expect(textOf(row)).toContain('Membaik')
    const left = await pages.get(`/${plan.id}/indikator?keadaan=unmeasured`)
    expect(left.page.querySelectorAll('tbody tr').map(textOf).join()).not.toContain(teks)
    const one = await pages.get(`/${plan.id}/indikator/${persen}`)
    const plot = one.page.querySelector('figure')
    expect(textOf(plot?.querySelector('figcaption'))).toContain('lebih baik daripada 2041')
    expect(textOf(plot?.querySelector('table'))).toContain('Mar 50% 75%')
  })

  it('take twelve months in one form, and keep everything typed when one is wrong', async () => {
    const { plan, persen, dokumen, pages } = await aMeasuredPlan(2044)
    const path = `/${plan.id}/indikator/${persen}`
    const typed = { 'b1.nilai': '12,5', 'b1.catatan': 'awal', 'b2.nilai': '140' }
    const refused = await pages.post(path, typed)
    expect(refused.status).toBe(422)
    expect(textOf(refused.page.querySelector('.problem-summary'))).toContain('paling tinggi 100')
    const value = (name: string) =>
      refused.page.querySelector(`[name="${name}"]`)?.getAttribute('value')
    expect([value('b1.nilai'), value('b2.nilai')]).toEqual(['12,5', '140'])
    expect((await pages.post(path, { ...typed, 'b2.nilai': '40' })).location).toContain(path)
    const { page } = await pages.get(path)
    expect(page.querySelector('[name="b1.nilai"]')?.getAttribute('value')).toBe('12,5')
    expect(page.querySelector('[name="b1.versi"]')?.getAttribute('value')).toBe('1')
    const choices = (await pages.get(`/${plan.id}/indikator/${dokumen}`)).page
    expect(choices.querySelectorAll('[name="b1.nilai"] option').map(textOf)).toEqual([
      'Belum diisi',
      'Ada',
      'Tidak ada',
    ])
  })

  it('show both values when two people filled a month, and the second decides', async () => {
    const { plan, persen, pages } = await aMeasuredPlan(2046)
    const key = { rencanaId: plan.id, indikatorId: persen }
    const other = hub.as(await hub.actor('3508', 'kasubbag', { nama: 'Budi Conto' }))
    await setNilaiIndikator(other, { ...key, nilai: march(40) })
    const path = `/${plan.id}/indikator/${persen}`
    const late = await pages.post(path, { 'b3.nilai': '60', 'b3.versi': '0' })
    expect(late.status).toBe(409)
    expect(textOf(late.page)).toContain('Tersimpan: 40%, oleh Budi Conto')
    const seen = late.page.querySelector('[name="b3.versi"]')?.getAttribute('value') ?? ''
    expect((await pages.post(path, { 'b3.nilai': '60', 'b3.versi': seen })).status).toBe(303)
  })

  it('change the measure, and show a reader neither form nor button', async () => {
    const { plan, persen, pages } = await aMeasuredPlan(2048)
    const path = `/${plan.id}/indikator/${persen}`
    const form = await pages.get(`${path}/ubah`)
    expect(inputOf(form.page, 'Target 2048')?.getAttribute('name')).toBe('target')
    const ukuran = { jenis: 'persen', arah: 'naik', caraHitung: 'terakhir', versi: '1' }
    expect((await pages.post(`${path}/ubah`, { ...ukuran, target: '140' })).status).toBe(422)
    expect((await pages.post(`${path}/ubah`, { ...ukuran, target: '90' })).status).toBe(303)
    expect((await pages.post(`${path}/tahun-lalu`, { nilai: '88,5' })).status).toBe(303)
    const reader = pagesFor(hub, hub.as(await hub.actor('3508', 'pembaca')))
    const { page } = await reader.get(path)
    expect(textOf(page)).toContain('88,5%, dikoreksi')
    expect(page.querySelectorAll('main form')).toHaveLength(0)
    expect(textOf(page)).not.toContain('Ubah ukuran')
    expect((await reader.get(`${path}/ubah`)).status).toBe(403)
  })
})
