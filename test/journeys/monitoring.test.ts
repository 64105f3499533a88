import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectSound } from './look.ts'
import { openProduct, ways } from './product.ts'

const product = openProduct()

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name })

/** Chooses a person in a long list, by typing where script made it a combobox. */
async function choose(page: Page, label: RegExp, script: boolean): Promise<void> {
  const option = page.locator('select[name=pemilik] optgroup option').first()
  const name = (await option.textContent()) ?? ''
  if (!script) {
    await page.getByLabel(label).selectOption({ label: name })
    return
  }
  await page.getByRole('combobox', { name: label }).fill(name)
  await page.getByRole('option', { name, exact: true }).click()
}

/** Sets a meeting down and fills its pack; ends on its page. */
async function holdMeeting(page: Page, judul: string): Promise<void> {
  await page.goto('/kerja/rapat')
  await expectSound(page)
  await link(page, 'Catat rapat').first().click()
  await page.getByRole('radio', { name: /^Rapat monitoring dan evaluasi/ }).check()
  await page.getByLabel('Judul').fill(judul)
  await page.getByLabel('Tanggal').fill('2025-12-15')
  await page.getByLabel('Mulai pukul').fill('09:00')
  await page.getByLabel('Tempat').fill('Aula kantor')
  await page.getByLabel(/^Agenda/).fill('Realisasi kewajiban\nHambatan dan solusi')
  await expectSound(page)
  await button(page, 'Simpan rapat').click()
  await link(page, 'Susun peserta').click()
  await page.getByLabel(/^Nama dari luar/).fill('Ibu Sari, Narasumber')
  await expectSound(page)
  await button(page, 'Tambahkan peserta').click()
  await page.getByRole('checkbox', { name: /^Hadir.*Ibu Sari/ }).check()
  await button(page, 'Simpan kehadiran').click()
  await link(page, 'Tulis notula').click()
  await page.getByLabel(/^Pembahasan/).fill('Kewajiban yang terlambat dibahas satu per satu.')
  await page.getByLabel(/^Simpulan/).fill('Sesuai rencana.')
  await button(page, 'Simpan notula').click()
  await page.getByLabel('Keputusan baru').fill('Melengkapi eviden setiap area')
  await button(page, 'Tambahkan keputusan').click()
  await page.getByText('Keputusan rapat dicatat.').waitFor()
}

test.each(ways)(
  'a meeting is held and closed, and its pack fills the evidence of several butir at once [P.15], %s',
  async (way, script) => {
    const page = await product.open({ script, as: 'kasubbag.5203' })
    await holdMeeting(page, `Rapat monev perjalanan ${way}`)
    await page.getByText('Paket rapat: 4 dari 5 dokumen').waitFor()
    await button(page, 'Tutup paket').click()
    await page.getByText('Paket ditutup dan terkunci.').waitFor()
    await expectSound(page)
    const rapat = page.url()

    await link(page, 'Pakai sebagai eviden').click()
    await expectSound(page)
    for (const name of [/^Undangan/, /^Notula Rapat/])
      for (const place of [0, 1]) await page.getByRole('checkbox', { name }).nth(place).check()
    await button(page, 'Isi dokumen yang dicentang').click()
    await page.getByText('4 dokumen pada 2 butir terisi').waitFor()
    await page
      .getByRole('rowheader', { name: /monitoring dan evaluasi/i })
      .first()
      .click()
    await page
      .getByRole('link', { name: `Notula Rapat monev perjalanan ${way}` })
      .first()
      .waitFor()

    await page.goto(rapat)
    for (const name of ['Undangan', 'Daftar hadir', 'Notula', 'Berita acara']) {
      await link(page, `Lihat dan cetak ${name}`).click()
      await page.getByRole('heading', { level: 1, name: new RegExp(name, 'i') }).waitFor()
      await expectSound(page)
      await link(page, 'Kembali ke rapat').click()
    }
  },
)

test.each(ways)(
  'a finding gets a step, its result is reported, and another person checks it [1.25] [1.26], %s',
  async (way, script) => {
    const page = await product.open({ script, as: 'kasubbag.5203' })
    await page.goto('/kerja/temuan')
    await expectSound(page)
    await link(page, 'Catat temuan').first().click()
    await page.getByRole('radio', { name: 'Temuan satuan kerja sendiri' }).check()
    await page.getByLabel('Uraian temuan').fill(`Papan informasi belum diperbarui (${way}).`)
    await page.getByLabel(/^Rekomendasi/).fill('Perbarui papan informasi setiap bulan.')
    await expectSound(page)
    await button(page, 'Simpan temuan').click()
    await expectSound(page)
    await link(page, /^Tambah RATL/).click()
    await page.getByLabel('Langkah tindak lanjut').fill('Memperbarui papan informasi')
    await choose(page, /^Penanggung jawab/, script)
    await page.getByLabel('Batas waktu').fill('2027-01-15')
    await expectSound(page)
    await button(page, 'Simpan RATL').click()
    await page.getByLabel(/^Hasil/).fill('Papan informasi sudah diperbarui.')
    await page.getByLabel(/^Tautan eviden/).fill('https://contoh.kpu-hub.invalid/papan')
    await expectSound(page)
    await button(page, 'Laporkan hasil').click()
    await page.getByText('jadi orang lain yang memeriksa').waitFor()
    expect(await button(page, 'Simpan pemeriksaan').count()).toBe(0)

    const ketua = await product.open({ script, as: 'ketua.5203' })
    await ketua.goto(page.url())
    await ketua.getByRole('radio', { name: /^Berhasil/ }).check()
    await expectSound(ketua)
    await button(ketua, 'Simpan pemeriksaan').click()
    await ketua.getByText('RATL diterima dan ditutup.').waitFor()
    await ketua.goto('/kerja/temuan/ratl?keadaan=closed')
    await ketua.getByRole('rowheader', { name: 'Memperbarui papan informasi' }).first().waitFor()
    await expectSound(ketua)
  },
)

test('a round shows the province who has sent, and the verifier accepts a report [1.21]', async () => {
  const page = await product.open({ as: 'verifikator.52' })
  await page.goto('/kerja/monev')
  await expectSound(page)
  await link(page, 'Monev Triwulan IV 2025 se-NTB').click()
  await expectSound(page)
  await page.goto(`${page.url()}?keadaan=submitted`)
  await link(page, 'KPU Kota Mataram').click()
  await expectSound(page)
  await page.getByRole('radio', { name: /^Terima/ }).check()
  await button(page, 'Simpan putusan').click()
  await page.getByText('Laporan diterima.').waitFor()
  await link(page, 'Cetak laporan').click()
  await page.getByRole('heading', { level: 1, name: /Laporan monitoring dan evaluasi/i }).waitFor()
  await expectSound(page)
})
