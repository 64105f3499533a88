import { expect, test } from 'vitest'
import { expectSound } from './look.ts'
import { openProduct, ways } from './product.ts'

const product = openProduct()

test.each(ways)(
  'a province sees where an office is behind, down to the late row, and changes nothing there, %s',
  async (_way, script) => {
    const page = await product.open({ script, as: 'verifikator.52' })
    await page.goto('/kerja/beranda/wilayah?tahun=2025')
    await expectSound(page)
    const table = page.getByRole('table', { name: /per area dan satuan kerja/ })
    const row = table.getByRole('row', { name: /KPU Kabupaten Lombok Timur/ })
    expect(await row.innerText()).toMatch(/\d+%/)
    await row.getByRole('link').first().click()
    await page.getByRole('heading', { name: 'KPU Kabupaten Lombok Timur, 2025' }).waitFor()
    await expectSound(page)
    await page.getByRole('link', { name: 'Terlambat' }).first().click()
    await page.getByRole('heading', { name: 'Terlambat, 2025' }).waitFor()
    await expectSound(page)
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByText('Kewajiban ini ditandai oleh').waitFor()
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0)
    await expectSound(page)
    await page.getByRole('link', { name: 'Lihat butir' }).click()
    await page.getByRole('heading', { name: 'Riwayat' }).waitFor()
    expect(await page.getByRole('link', { name: /Ubah|Usulkan/ }).count()).toBe(0)
    expect((await page.goto(`${page.url()}/ubah`))?.status()).toBe(404)
  },
)

test.each(ways)(
  'a citizen finds the office of the region and reads what was promised and done, %s',
  async (_way, script) => {
    const page = await product.open({ script })
    await page.goto('/')
    await expectSound(page)
    await page.getByLabel('Cari kantor KPU').fill('lombok')
    await page.getByRole('button', { name: 'Lihat janjinya' }).click()
    await page.getByRole('heading', { name: /Kantor dengan nama/ }).waitFor()
    await expectSound(page)
    await page.getByRole('link', { name: 'KPU Kabupaten Lombok Timur' }).click()
    await page
      .getByRole('heading', { name: 'Janji KPU Kabupaten Lombok Timur tahun 2025' })
      .waitFor()
    expect(await page.getByRole('main').innerText()).toMatch(/\d+% dari \d+ langkah selesai/)
    await expectSound(page)
    await page.getByRole('link', { name: /Baca seluruh rencana/ }).click()
    expect(await page.getByRole('main').innerText()).toMatch(
      /MANAJEMEN PERUBAHAN|Manajemen perubahan/,
    )
    await expectSound(page)
  },
)

test('what is not approved is not public', async () => {
  const page = await product.open({ script: false, as: 'admin.3508' })
  await page.goto('/kerja/rencana-aksi/baru')
  await page.getByRole('radio', { name: 'Reformasi Birokrasi' }).check()
  await page.getByLabel('Tahun').fill('2031')
  await page.getByLabel('Judul').fill('Rencana rahasia tahun 2031')
  await page.getByRole('button', { name: 'Buat draf' }).click()
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const citizen = await product.open({ script: false })
  expect((await citizen.goto(`/satker/3508/rencana/${id}`))?.status()).toBe(404)
  await citizen.goto('/satker/3508?tahun=2031')
  expect(await citizen.content()).not.toContain('Rencana rahasia')
})
