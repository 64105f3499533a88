// Takes the pictures of this guide from a running product with its sample offices:
//   PORT=8090 HUB_DATA=/tmp/gambar npm start        (in another window)
//   tsx docs/panduan/ambil-gambar.ts http://localhost:8090
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

const url = process.argv[2] ?? 'http://localhost:8080'
const folder = join(import.meta.dirname, 'gambar')
const samplePassword = 'contoh-kpu-hub-2026'
const mostBytes = 150 * 1024

type Picture = {
  name: string
  /** sample account that is signed in; none for the public's pages */
  as?: string
  phone?: boolean
  /** pixels; a picture shows the top of a page */
  height: number
  go: (page: Page) => Promise<unknown>
}

const openPlan = async (page: Page) => {
  await page.goto('/kerja/rencana-aksi')
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('navigation', { name: 'Tampilan rencana' }).waitFor()
}

/** An area with many months, so that the picture shows what the table is for. */
const openArea = async (page: Page) => {
  await openPlan(page)
  await page.getByLabel('Area', { exact: true }).selectOption({ index: 2 })
  await page.getByRole('button', { name: 'Terapkan' }).click()
  await page.waitForURL(/area=/)
}

const openTab = async (page: Page, name: string) => {
  await openPlan(page)
  await page.getByRole('link', { name, exact: true }).click()
}

const openLate = async (page: Page) => {
  await page.goto('/kerja/tugas')
  await page.getByRole('table', { name: 'Terlambat' }).getByRole('link').first().click()
  await page.getByRole('radio', { name: /^Selesai/ }).check()
}

const openEvidence = async (page: Page) => {
  await page.goto('/kerja/tugas')
  const row = page.getByRole('table', { name: 'Menunggu verifikasi' }).getByRole('row')
  await row.filter({ hasText: 'Salinan SK' }).getByRole('link', { name: 'Periksa' }).first().click()
  await page.getByRole('button', { name: 'Terima' }).waitFor()
}

const openRound = async (page: Page) => {
  await page.goto('/kerja/monev')
  await page.getByRole('link', { name: /Triwulan IV 2025/ }).click()
  await page.getByRole('heading', { level: 1, name: /Triwulan IV 2025/ }).waitFor()
}

const upload = async (page: Page) => {
  const text = readFileSync(
    join(import.meta.dirname, '../../data/contoh/keputusan/kota-mataram-11-2025.txt'),
  )
  await page.goto('/kerja/impor/baru')
  const file = { name: 'sk-rencana-aksi.txt', mimeType: 'text/plain', buffer: text }
  await page.getByLabel('Berkas keputusan').setInputFiles(file)
  await page.getByRole('button', { name: 'Unggah dan baca' }).click()
  const review = page.getByRole('navigation', { name: 'Bagian impor' })
  const waiting = page.getByRole('link', { name: 'Buka impor yang menunggu' })
  await review.or(waiting).waitFor({ timeout: 30_000 })
  if (await waiting.isVisible()) await waiting.click()
  await review.waitFor()
}

const pictures: readonly Picture[] = [
  { name: 'masuk', phone: true, height: 560, go: (page) => page.goto('/masuk') },
  {
    name: 'keamanan-akun',
    as: 'pembaca.3508',
    height: 720,
    go: (page) => page.goto('/kerja/akun/keamanan'),
  },
  { name: 'rencana-bulan', as: 'kasubbag.3508', height: 800, go: openArea },
  {
    name: 'tugas-saya',
    as: 'koordinator1.5203',
    phone: true,
    height: 700,
    go: (page) => page.goto('/kerja/tugas'),
  },
  { name: 'tandai-selesai', as: 'koordinator1.5203', phone: true, height: 844, go: openLate },
  { name: 'eviden-periksa', as: 'kasubbag.5203', height: 760, go: openEvidence },
  {
    name: 'pemberitahuan',
    as: 'kasubbag.5203',
    phone: true,
    height: 700,
    go: (page) => page.goto('/kerja/pemberitahuan'),
  },
  {
    name: 'kalender',
    as: 'admin.5203',
    height: 760,
    go: (page) => page.goto('/kerja/kalender?tahun=2026'),
  },
  {
    name: 'hitung-tenggat',
    as: 'admin.5203',
    height: 760,
    go: (page) => page.goto('/kerja/kalender/hitung?mulai=2026-03-17T09:00&jumlah=5&satuan=hari'),
  },
  { name: 'putaran-monev', as: 'verifikator.52', height: 760, go: openRound },
  {
    name: 'tahap-versi',
    as: 'ketua.5203',
    height: 760,
    go: (page) => openTab(page, 'Tahap dan versi'),
  },
  {
    name: 'cetak',
    as: 'kasubbag.3508',
    height: 760,
    go: (page) => openTab(page, 'Cetak lampiran'),
  },
  { name: 'impor-periksa', as: 'admin.5271', height: 760, go: upload },
  { name: 'beranda', as: 'koordinator1.5203', height: 860, go: (page) => page.goto('/kerja') },
  {
    name: 'wilayah',
    as: 'verifikator.52',
    height: 860,
    go: (page) => page.goto('/kerja/beranda/wilayah?tahun=2025'),
  },
  { name: 'pengguna', as: 'admin.5203', height: 700, go: (page) => page.goto('/kerja/pengguna') },
  {
    name: 'undangan',
    as: 'admin.5203',
    height: 620,
    go: (page) => page.goto('/kerja/pengguna/undangan/baru'),
  },
  { name: 'publik', phone: true, height: 844, go: (page) => page.goto('/satker/5203?tahun=2025') },
]

async function signIn(page: Page, who: string): Promise<void> {
  await page.goto('/masuk')
  await page.getByLabel('Alamat surel').fill(`${who}@contoh.kpu-hub.invalid`)
  await page.getByLabel('Kata sandi', { exact: true }).fill(samplePassword)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.waitForURL(/\/kerja/)
}

async function take(browser: Browser, { name, as, phone, height, go }: Picture): Promise<void> {
  const viewport = { width: phone ? 390 : 1280, height }
  const context = await browser.newContext({ baseURL: url, locale: 'id-ID', viewport })
  const page = await context.newPage()
  if (as) await signIn(page, as)
  await go(page)
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path })
  await context.close()
  const { size } = statSync(path)
  process.stdout.write(`${name}.png ${Math.round(size / 1024)} KB\n`)
  if (size > mostBytes) throw new Error(`${name}.png is larger than ${mostBytes / 1024} KB`)
}

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env['HUB_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  for (const picture of pictures) await take(browser, picture)
} finally {
  await browser.close()
}
