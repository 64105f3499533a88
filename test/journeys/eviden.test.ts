import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectSound } from './look.ts'
import { openProduct, ways } from './product.ts'

const product = openProduct()

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

/** The field for files; the camera has one of its own. */
const chosen = (page: Page) => page.locator('#berkas')

/** A late month of this area of the office's sample plan; other journeys add plans of their own. */
async function openLateIn(page: Page, area: RegExp): Promise<void> {
  await page.goto('/kerja/rencana-aksi')
  await page
    .getByRole('link', { name: /Zona Integritas 2025/ })
    .first()
    .click()
  await page.waitForURL(/rencana-aksi\/[\da-f-]{36}/)
  const option = page.locator('select[name=area] option', { hasText: area })
  const value = (await option.first().getAttribute('value')) ?? ''
  await page.goto(`${page.url().split('?')[0]}?keadaan=late&area=${value}`)
  const href = await page.locator('a[aria-label*="terlambat"]').first().getAttribute('href')
  await page.goto(href ?? '')
}

/** What a person sees when a file was checked; the check runs beside the requests. */
async function reloadUntil(page: Page, there: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    if (await there()) return
    await page.waitForTimeout(250)
    await page.reload()
  }
  throw new Error('it never came')
}

test.each(ways)(
  'a member of the team proves a month, the coordinator returns it, the member replaces it, the coordinator accepts, %s',
  async (_way, script) => {
    // each way has an area of its own, and the coordinator of that area
    const [area, coordinator] = script
      ? [/MANAJEMEN PERUBAHAN/, 'koordinator1.5203']
      : [/TATALAKSANA/, 'koordinator2.5203']
    const name = script ? 'daftar hadir' : 'notula rapat'
    const member = await product.open({ script, as: 'tim.5203' })
    await openLateIn(member, area)
    await expectSound(member)
    await member.getByRole('radio', { name: /^Selesai/ }).check()
    await member.getByLabel('Selesai pada').fill('2025-12-20')
    await chosen(member).setInputFiles(file(`${name}.txt`, `${name} pertama`))
    await member.getByRole('button', { name: 'Selesai dengan eviden' }).click()
    await member.getByText('1 eviden yang menunggu verifikasi').waitFor()

    const verifier = await product.open({ script, as: coordinator })
    await verifier.goto('/kerja/rencana-aksi/verifikasi')
    await expectSound(verifier)
    await verifier.getByRole('link', { name, exact: true }).click()
    await verifier.getByRole('heading', { name, level: 1 }).waitFor()
    await expectSound(verifier)
    const row = verifier.url()
    await verifier.getByLabel('Yang harus diperbaiki').fill('kurang')
    await verifier.getByRole('button', { name: 'Kembalikan' }).click()
    await verifier
      .getByRole('alert')
      .getByRole('link', { name: /paling sedikit 10/ })
      .waitFor()
    await verifier.getByLabel('Yang harus diperbaiki').fill('Tanda tangan ketua belum ada.')
    await verifier.getByRole('button', { name: 'Kembalikan' }).click()
    await verifier.getByText('Eviden dikembalikan').waitFor()

    await member.goto('/kerja/pemberitahuan')
    expect(await member.getByRole('main').innerText()).toContain('Tanda tangan ketua belum ada.')
    await member.goto(row)
    await expectSound(member)
    await member.getByRole('link', { name: 'Pasang penggantinya' }).click()
    await chosen(member).setInputFiles(file(`${name} ditandatangani.txt`, `${name} kedua`))
    await member.getByLabel('Tanggal', { exact: true }).fill('2025-12-20')
    await expectSound(member)
    await member.getByRole('button', { name: 'Pasang eviden' }).click()
    await member.getByText('1 eviden dipasang').waitFor()
    await expectSound(member)

    await verifier.goto('/kerja/rencana-aksi/verifikasi')
    await verifier.getByRole('link', { name: `${name} ditandatangani` }).click()
    const accept = verifier.getByRole('button', { name: 'Terima' })
    await reloadUntil(verifier, async () => (await accept.count()) > 0)
    await accept.click()
    await verifier.getByText('Eviden diterima').waitFor()

    await member.goto('/kerja/eviden?keadaan=accepted')
    await expectSound(member)
    await member.getByRole('link', { name: `${name} ditandatangani` }).click()
    expect(await member.getByRole('main').innerText()).toContain('SHA-256')
    await expectSound(member)
  },
)

test('where the evidence proves its butir is drawn on the page, and typed just as well', async () => {
  const page = await product.open({ wide: true, as: 'kasubbag.5203' })
  await page.goto('/kerja/eviden?bentuk=berkas&cari=SK')
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('table', { name: 'Butir yang dibuktikan' }).getByRole('link').first().click()
  const preview = page.locator('.evidence-preview')
  const box = await preview.boundingBox()
  if (!box) throw new Error('no preview')
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.1)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.3, { steps: 4 })
  await page.mouse.up()
  const left = page.getByLabel('Dari kiri')
  expect(Number(await left.inputValue())).toBeCloseTo(25, -1)
  await page.locator('#halaman').fill('1')
  await expectSound(page)
  await page.getByRole('button', { name: 'Simpan letak' }).click()
  await page.getByText('Letak eviden disimpan').waitFor()
  expect(Number(await preview.locator('rect').getAttribute('width'))).toBeCloseTo(0.5, 1)
  expect(await page.getByRole('main').innerText()).toContain('halaman 1, bagian yang ditandai')
})
