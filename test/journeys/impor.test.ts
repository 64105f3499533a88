import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, write } from '@e965/xlsx'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { projectRoot } from '../support/source-files.ts'
import { expectSound } from './look.ts'
import { openProduct, ways } from './product.ts'

const product = openProduct()

const sample = (name: string) =>
  readFileSync(join(projectRoot, 'data/contoh/keputusan', name), 'utf8')

/** The decree of Lombok Timur as if it were signed for another year. */
const decreeFor = (nomor: number, tahun: number): string =>
  sample('lombok-timur-21-2025.txt')
    .replaceAll('NOMOR 21 TAHUN 2025', `NOMOR ${nomor} TAHUN ${tahun}`)
    .replaceAll(/(tahun) 2025/gi, `$1 ${tahun}`)

/** Uploads a file and waits until it has been read. */
async function upload(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto('/kerja/impor')
  await page.getByRole('link', { name: 'Unggah keputusan' }).first().click()
  await expectSound(page)
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) }
  await page.getByLabel('Berkas keputusan').setInputFiles(file)
  await page.getByRole('button', { name: 'Unggah dan baca' }).click()
  await page.getByRole('navigation', { name: 'Bagian impor' }).waitFor({ timeout: 30_000 })
}

/** Opens a part of the review and waits until it stands. */
async function tab(page: Page, name: RegExp): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Bagian impor' }).getByRole('link', { name })
  await link.click()
  await link.and(page.locator('[aria-current]')).waitFor()
}

/** Accepts what is left, then the whole; ends on the plan. */
async function accept(page: Page): Promise<void> {
  await tab(page, /^Penerimaan/)
  const rest = page.getByRole('button', { name: 'Terima semua temuan yang tersisa' })
  if ((await rest.count()) > 0) await rest.click()
  await expectSound(page)
  await page.getByRole('button', { name: /^Terima (menjadi|dan)/ }).click()
  await page.getByRole('navigation', { name: 'Tampilan rencana' }).waitFor()
}

test('a decree becomes a plan: read, a doubtful cell mended by keyboard beside its source, a finding decided, taken over', async () => {
  const page = await product.open({ wide: true, as: 'admin.5203' })
  await upload(page, 'sk-rencana-aksi-2026.txt', decreeFor(14, 2026))
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Nomor 14 Tahun 2026')
  await expectSound(page)

  await page.getByRole('link', { name: /^Perlu diperiksa/ }).click()
  const doubtful = page.locator('edit-grid tbody tr').first()
  const line = await doubtful.getByRole('link', { name: /^baris/ }).innerText()
  const source = page.getByRole('region', { name: 'Sumber' })
  const text = await source
    .getByRole('listitem')
    .filter({ hasText: line.replace('baris ', '') })
    .first()
    .innerText()
  expect(text).toContain((await doubtful.getByRole('textbox').first().inputValue()).slice(0, 20))
  await expectSound(page)

  await doubtful.getByRole('textbox').first().focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.type(' secara nyata')
  await page.keyboard.press('Enter')
  await doubtful.getByRole('textbox').last().focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  expect(await doubtful.getByRole('checkbox').isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Simpan perubahan' }).press('Enter')
  await page.getByText('1 butir tersimpan.').waitFor()

  await tab(page, /^Temuan/)
  const open = await page.getByText('Belum diputuskan').count()
  await expectSound(page)
  await page.getByRole('button', { name: 'Terima', exact: true }).first().click()
  await page.getByText('Temuan diputuskan.').waitFor()
  expect(await page.getByText('Belum diputuskan').count()).toBe(open - 1)
  await tab(page, /^Fakta keputusan/)
  await expectSound(page)
  await tab(page, /^Sisa/)
  await expectSound(page)
  await accept(page)
  expect(await page.getByRole('main').innerText()).toContain('secara nyata')
  await expectSound(page)
})

test('the same works on a phone without script, row by row', async () => {
  const page = await product.open({ script: false, as: 'admin.5203' })
  await upload(page, 'sk-rencana-aksi-2027.txt', decreeFor(15, 2027))
  await page.getByRole('link', { name: /^Perlu diperiksa/ }).click()
  await expectSound(page)
  await page
    .locator('tbody')
    .getByRole('link', { name: /rincian/ })
    .first()
    .click()
  await page.getByLabel('Uraian').fill('Pimpinan memberi teladan secara nyata')
  await expectSound(page)
  await page.getByRole('button', { name: 'Simpan butir' }).click()
  await page.getByText('Butir tersimpan.').waitFor()
  await tab(page, /^Temuan/)
  await page.getByRole('button', { name: 'Terima', exact: true }).first().click()
  await page.getByText('Temuan diputuskan.').waitFor()
  await accept(page)
  expect(await page.getByRole('main').innerText()).toContain('teladan secara nyata')
})

/** Decrees of sample offices, each with words of its table that a later file says otherwise. */
const known = {
  mataram: {
    as: 'admin.5271',
    name: 'kota-mataram-11-2025.txt',
    before: 'evaluasi keluhan',
    after: 'telaah keluhan',
  },
  lumajang: {
    as: 'admin.3508',
    name: 'lumajang-07-2022.txt',
    before: 'Pembangunan Sistem Pengaduan',
    after: 'Pembaruan Sistem Pengaduan',
  },
}

test.each(ways)(
  'a decree that is known doubles nothing: what differs waits as a proposal, %s',
  async (_way, script) => {
    const { as, name, before: was, after } = script ? known.mataram : known.lumajang
    const page = await product.open({ script, as })
    const rowsOf = async (path: string) => {
      await page.goto(path)
      return page.getByRole('table').first().getByRole('rowheader').count()
    }
    const before = [await rowsOf('/kerja/keputusan'), await rowsOf('/kerja/rencana-aksi')]
    await upload(page, name, sample(name))
    await tab(page, /^Penerimaan/)
    await page.getByText('Tidak ada perbedaan: semua butir sama.').waitFor()
    await accept(page)
    await page.getByText('0 usulan perubahan diajukan').waitFor()
    expect([await rowsOf('/kerja/keputusan'), await rowsOf('/kerja/rencana-aksi')]).toEqual(before)

    await upload(page, name, sample(name).replace(was, after))
    await tab(page, /^Penerimaan/)
    await page.getByRole('heading', { name: 'Perbedaan dengan rencana sekarang' }).waitFor()
    expect(await page.getByRole('main').innerText()).toContain(after.split(' ')[0])
    await accept(page)
    await page.getByRole('link', { name: 'Tahap dan versi' }).click()
    expect(await page.getByRole('table', { name: 'Usulan perubahan' }).innerText()).toContain(
      'Menunggu',
    )
    await expectSound(page)
    expect([await rowsOf('/kerja/keputusan'), await rowsOf('/kerja/rencana-aksi')]).toEqual(before)
  },
)

test('the template of the product, filled in, becomes a plan', async () => {
  const page = await product.open({ as: 'admin.15' })
  await page.goto('/kerja/impor')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Unduh templat' }).first().click()
  await upload(page, 'rencana.xlsx', filled(readFileSync(await (await download).path())))
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Nomor 8 Tahun 2027')
  await accept(page)
  expect(await page.getByRole('main').innerText()).toContain('Menyusun standar pelayanan')
})

/** Writes what an office would write into the places that the template leaves open. */
function filled(template: Buffer): Buffer {
  const book = read(template)
  const name = book.SheetNames[0] ?? ''
  const sheet = book.Sheets[name] ?? {}
  const rows: unknown[][] = utils.sheet_to_json(sheet, { header: 1, defval: '' })
  const head = rows.findIndex((row) => row[1] === 'AREA PERUBAHAN')
  const facts = rows.slice(0, head).map(([text]) => [factIn(String(text))])
  const months = Array.from({ length: 12 }, (_, index) => (index === 3 || index === 9 ? 'v' : ''))
  const row = [
    '1.',
    'PENATAAN TATALAKSANA',
    'Standar pelayanan',
    'Menyusun standar pelayanan',
    'Tersusunnya 1 dokumen standar pelayanan',
    ...months,
    '',
  ]
  utils.sheet_add_aoa(sheet, facts)
  utils.sheet_add_aoa(sheet, [row], { origin: { r: head + 2, c: 0 } })
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

const factIn = (text: string): string =>
  text
    .replace('NOMOR … TAHUN …', 'NOMOR 8 TAHUN 2027')
    .replace('PEMILIHAN UMUM … TAHUN …', 'PEMILIHAN UMUM PROVINSI JAMBI TAHUN 2027')
    .replace('PEMILIHAN UMUM …', 'PEMILIHAN UMUM PROVINSI JAMBI')
    .replace('Ditetapkan di …', 'Ditetapkan di Jambi')
    .replace('pada tanggal …', 'pada tanggal 4 Januari 2027')
    .replace(/^…$/, 'SRI CONTOH')
