import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectSound } from './look.ts'
import { openProduct, ways } from './product.ts'

const product = openProduct()

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

/** Puts a small plan together by the pages of a draft; ends on the tree of the plan. */
async function draftPlan(page: Page, tahun: number): Promise<void> {
  await page.goto('/kerja/rencana-aksi')
  await link(page, 'Buat rencana').click()
  await page.getByRole('radio', { name: 'Reformasi Birokrasi' }).check()
  await page.getByLabel('Tahun').fill(String(tahun))
  await page.getByLabel('Judul').fill(`Rencana Aksi Reformasi Birokrasi Tahun ${tahun}`)
  await button(page, 'Buat draf').click()
  await link(page, 'Pohon').click()
  await link(page, 'Tambah area').click()
  await page.getByLabel('Judul').fill('Penataan Tatalaksana')
  await button(page, 'Tambahkan').click()
  await page.getByRole('link', { name: /^Atur/ }).click()
  await link(page, 'Tambah kegiatan').click()
  await page.getByLabel('Judul').fill('Penyusunan prosedur kerja')
  await button(page, 'Tambahkan').click()
  await page.getByRole('link', { name: /^Atur/ }).last().click()
  await link(page, 'Tambah butir').click()
  await page.getByLabel('Uraian').fill('Menyusun SOP pelayanan informasi')
  await page.getByLabel('Indikator keberhasilan').fill('Tersusunnya 3 SOP')
  await page.getByRole('checkbox', { name: 'April' }).check()
  await expectSound(page)
  await button(page, 'Simpan').click()
  await page.getByText('Butir ditambahkan.').waitFor()
}

test.each(ways)(
  'no one approves their own plan or change; versions and history tell who, what and why [P.10], %s',
  async (_way, script) => {
    const sekretaris = await product.open({ script, as: 'sekretaris.35' })
    await draftPlan(sekretaris, script ? 2026 : 2027)
    await expectSound(sekretaris)
    await link(sekretaris, 'Tahap dan versi').click()
    const tahap = new URL(sekretaris.url()).pathname
    await button(sekretaris, 'Ajukan').click()
    await sekretaris.getByText('jadi orang lain yang mengesahkannya').waitFor()
    expect(await button(sekretaris, 'Sahkan rencana').count()).toBe(0)
    await expectSound(sekretaris)

    const ketua = await product.open({ script, as: 'ketua.35' })
    await ketua.goto(tahap)
    await ketua.getByLabel('Catatan pengesahan').fill('Sesuai hasil pleno.')
    await button(ketua, 'Sahkan rencana').click()
    await ketua.getByText('Rencana disahkan.').waitFor()
    await expectSound(ketua)

    await link(sekretaris, 'Pohon').click()
    await sekretaris.getByRole('link', { name: /Menyusun SOP pelayanan informasi/ }).click()
    await link(sekretaris, 'Usulkan perubahan').click()
    await sekretaris.getByRole('checkbox', { name: 'April' }).uncheck()
    await sekretaris.getByRole('checkbox', { name: 'Juni' }).check()
    await sekretaris.getByLabel('Alasan perubahan').fill('Pemilihan ulang jatuh pada bulan April.')
    await button(sekretaris, 'Ajukan perubahan').click()
    await sekretaris.getByText('menunggu keputusan ketua atau sekretaris').waitFor()
    await sekretaris.goto(tahap)
    await sekretaris.getByRole('table', { name: 'Usulan perubahan' }).getByRole('link').click()
    expect(await button(sekretaris, 'Putuskan').count()).toBe(0)
    const usulan = sekretaris.url()
    await ketua.goto(usulan)
    await expectSound(ketua)
    await ketua.getByRole('radio', { name: /^Setuju/ }).check()
    await button(ketua, 'Putuskan').click()
    await ketua.goto(tahap)
    await ketua.getByRole('rowheader', { name: 'Versi 2' }).waitFor()
    await expectSound(ketua)

    await button(ketua, 'Bandingkan').click()
    const difference = await ketua.getByRole('main').innerText()
    expect(difference).toContain('Versi 1 dibandingkan dengan versi 2')
    expect(difference).toMatch(/April[\s\S]*Juni/)
    await expectSound(ketua)
    await link(ketua, 'Riwayat').click()
    const history = await ketua.getByRole('main').innerText()
    expect(history).toContain('Alasan: Pemilihan ulang jatuh pada bulan April.')
    expect(history).toContain('Perubahan disetujui')
    for (const person of [sekretaris, ketua])
      expect(history).toContain(
        await person.getByRole('banner').getByRole('button').last().innerText(),
      )
    await expectSound(ketua)
  },
)
