import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { serveIslands } from './islands.fixture.tsx'

const executablePath = [process.env['HUB_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome']
  .filter((path) => path !== undefined)
  .find((path) => existsSync(path))

describe.skipIf(!executablePath)('in a browser', () => {
  let server: Awaited<ReturnType<typeof serveIslands>>
  let browser: Browser
  let page: Page
  const faults: string[] = []

  beforeAll(async () => {
    server = await serveIslands()
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: ['--no-sandbox'],
    })
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })
  beforeEach(async () => {
    faults.length = 0
    const context = await browser.newContext({ baseURL: server.origin })
    page = await context.newPage()
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
  })
  afterEach(async () => {
    await page.context().close()
    if (faults.length > 0) throw new Error(faults.join('\n'))
  })

  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') || element?.id || element?.textContent || ''
    })

  describe('the month grid', () => {
    beforeEach(async () => {
      await page.goto('/bulan')
    })

    it('is one tab stop, at the current month', async () => {
      const stops = page.locator('month-grid table [tabindex="0"]')
      expect(await stops.count()).toBe(1)
      expect(await stops.getAttribute('aria-label')).toBe('Juli: berjalan')
    })

    it('moves by arrows, Home, End and letters', async () => {
      await page.locator('month-grid table [tabindex="0"]').focus()
      await page.keyboard.press('ArrowLeft')
      expect(await focused()).toBe('Juni: selesai')
      await page.keyboard.press('ArrowDown')
      expect(await focused()).toBe('Juni: terlambat')
      await page.keyboard.press('End')
      await page.keyboard.press('ArrowLeft')
      expect(await focused()).toBe('November: ditiadakan')
      await page.keyboard.type('menyusun')
      await page.keyboard.press('Home')
      expect(await focused()).toContain('Menyusun pedoman kerja')
      await page.keyboard.press('Control+End')
      await page.keyboard.press('ArrowLeft')
      expect(await focused()).toBe('November: ditiadakan')
    })

    it('opens a cell by Space', async () => {
      await page.locator('month-grid table [tabindex="0"]').focus()
      await page.keyboard.press('Space')
      expect(page.url()).toContain('#bulan')
    })
  })

  describe('a draft', () => {
    it('comes back after a reload, without secrets', async () => {
      await page.goto('/formulir')
      await page.getByLabel('Judul').fill('Belum terkirim')
      await page.getByLabel('Sandi').fill('rahasia')
      await page.reload()
      expect(await page.getByLabel('Judul').inputValue()).toBe('Belum terkirim')
      expect(await page.getByLabel('Sandi').inputValue()).toBe('')
      expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('rahasia')
      await page.getByRole('button', { name: 'Buang tulisan ini' }).click()
      expect(await page.getByLabel('Judul').inputValue()).toBe('')
    })

    it('is forgotten once the server has confirmed it', async () => {
      await page.goto('/formulir')
      await page.getByLabel('Judul').fill('Sudah terkirim')
      await page.getByRole('button', { name: 'Kirim' }).click()
      await page.getByText('Terkirim.').waitFor()
      await page.goto('/formulir')
      expect(await page.getByLabel('Judul').inputValue()).toBe('')
    })

    it('is forgotten by a receipt that names it', async () => {
      await page.goto('/formulir')
      await page.getByLabel('Judul').fill('Sudah diterima')
      await page.goto('/resi')
      await page.goto('/formulir')
      expect(await page.getByLabel('Judul').inputValue()).toBe('')
    })

    it('stays when an answer does not confirm it', async () => {
      await page.goto('/formulir')
      await page.getByLabel('Judul').fill('Putus di jalan')
      await page.route('**/kirim', (route) => route.fulfill({ status: 200, body: 'bukan kami' }))
      await page.getByRole('button', { name: 'Kirim' }).click()
      await page.getByText('bukan kami').waitFor()
      await page.goto('/formulir')
      expect(await page.getByLabel('Judul').inputValue()).toBe('Putus di jalan')
    })
  })

  it('sends a file with a bar and shows the answering page', async () => {
    await page.goto('/formulir')
    const file = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.alloc(200_000, 'a') }
    await page.getByLabel('Berkas').setInputFiles(file)
    await page.getByRole('button', { name: 'Kirim' }).click()
    await page.getByText('Terkirim.').waitFor()
    expect(page.url()).toContain('/terkirim')
  })

  it('keeps the form when sending a file breaks off', async () => {
    await page.goto('/formulir')
    await page.getByLabel('Judul').fill('Tetap ada')
    const file = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') }
    await page.getByLabel('Berkas').setInputFiles(file)
    await page.route('**/kirim', (route) => route.abort())
    await page.getByRole('button', { name: 'Kirim' }).click()
    await page.getByText('Pengiriman terputus').waitFor()
    expect(await page.getByLabel('Judul').inputValue()).toBe('Tetap ada')
    expect(await page.getByRole('button', { name: 'Kirim' }).isEnabled()).toBe(true)
    faults.length = 0
  })

  it('finds one of many choices by any of its words', async () => {
    await page.goto('/formulir')
    const box = page.getByRole('combobox', { name: 'Kota' })
    await box.fill('bandung kota')
    await page.keyboard.press('Enter')
    expect(await box.inputValue()).toBe('Kota Bandung')
    expect(await page.locator('select[name=kota]').inputValue()).toBe('Kota Bandung')
    await box.fill('tidak ada kota begini')
    await page.keyboard.press('Escape')
    expect(await box.inputValue()).toBe('Kota Bandung')
  })

  it('leads from the summary of problems into the field', async () => {
    await page.goto('/masalah')
    expect(await focused()).toBe('masalah')
    await page.getByRole('link', { name: 'Tuliskan judul' }).click()
    expect(await focused()).toBe('judul')
  })

  it('asks in a dialog, and does nothing when the answer is no', async () => {
    await page.goto('/tanya')
    await page.getByRole('button', { name: 'Hapus', exact: true }).click()
    await page.getByRole('button', { name: 'Batal' }).click()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: 'Hapus', exact: true }).press('Space')
    await page.getByRole('button', { name: 'Ya, hapus' }).click()
    await page.getByText('Terkirim.').waitFor()
  })

  it('edits a table by keyboard, and Escape puts back what stood there', async () => {
    await page.goto('/bulan')
    const first = page.getByLabel('Jumlah, baris 1')
    await first.focus()
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('Jumlah, baris 2')
    await page.keyboard.type('7')
    await page.keyboard.press('Escape')
    expect(await page.getByLabel('Jumlah, baris 2').inputValue()).toBe('dua')
    await page.keyboard.press('F2')
    await page.keyboard.type(' puluh')
    await page.keyboard.press('Enter')
    expect(await page.getByLabel('Jumlah, baris 2').inputValue()).toBe('dua puluh')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowLeft')
    expect(await focused()).toBe('Bagian, baris 1')
  })

  it('leads to the search box by the key /', async () => {
    await page.goto('/terkirim')
    await page.keyboard.press('/')
    expect(await focused()).toBe('Cari')
  })

  it('opens the menu on a phone with script off', async () => {
    const context = await browser.newContext({
      baseURL: server.origin,
      javaScriptEnabled: false,
      viewport: { width: 390, height: 800 },
    })
    const phone = await context.newPage()
    await phone.goto('/terkirim')
    expect(await phone.getByRole('link', { name: 'Beranda' }).isVisible()).toBe(false)
    await phone.getByRole('button', { name: 'Menu' }).click()
    expect(await phone.getByRole('link', { name: 'Beranda' }).isVisible()).toBe(true)
    await context.close()
  })

  it('fits the whole style guide into 390 px', async () => {
    await page.setViewportSize({ width: 390, height: 800 })
    await page.goto('/gaya')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})
