import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectSound } from './look.ts'
import { openProduct, ways } from './product.ts'

const product = openProduct()

test('the annex prints on A4 landscape with the heads of its columns on every page [P.06]', async () => {
  const page = await product.open({ wide: true, as: 'kasubbag.3508' })
  await page.goto('/kerja/rencana-aksi')
  await page
    .getByRole('link', { name: /Reformasi Birokrasi 2022/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Cetak lampiran' }).click()
  await expectSound(page)
  await page.emulateMedia({ media: 'print' })
  const pages = await pagesOf(await page.pdf({ preferCSSPageSize: true }))
  expect(pages.length).toBeGreaterThan(2)
  for (const { width, height, text } of pages) {
    expect([Math.round(width), Math.round(height)]).toEqual([842, 595])
    expect(text).toMatch(/SUB KEGIATAN[\s\S]*PELAKSANAAN \(BULAN\)/)
  }
})

type PdfPage = { width: number; height: number; text: string }

async function pagesOf(bytes: Uint8Array): Promise<PdfPage[]> {
  const document = await getDocument({ data: new Uint8Array(bytes) }).promise
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1)
      const { width, height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
      return { width, height, text }
    }),
  )
}

test.each(ways)(
  'what is not there, not allowed or not from here is told on a page of ours, %s',
  async (_way, script) => {
    const page = await product.open({ script, as: 'pembaca.3508' })
    const expectError = async (path: string, status: number) => {
      expect((await page.goto(path))?.status()).toBe(status)
      await page
        .getByRole('link', { name: /Ke beranda|KPU HUB/ })
        .first()
        .waitFor()
      await expectSound(page)
    }
    await expectError('/kerja/tidak-ada', 404)
    await expectError('/tidak-ada', 404)
    await expectError('/kerja/beranda/wilayah', 403)
    await expectError('/kerja/rencana-aksi/01a1fcff-8b76-7abb-a239-e1cac827eaf1', 404)

    const stranger = await product.open({ script })
    await stranger.goto('/kerja/rencana-aksi')
    await stranger.getByRole('heading', { name: 'Masuk' }).waitFor()
    expect(stranger.url()).toContain('ke=')
  },
)

test('a form sent after the session ended is not lost: sign in beside it, reload, and it arrives', async () => {
  const page = await product.open({ script: false })
  await product.signIn(page, 'kasubbag.5271')
  await page.goto('/kerja/rencana-aksi/baru')
  await page.getByLabel('Reformasi Birokrasi').check()
  await page.getByLabel('Tahun').fill('2031')
  await page.getByLabel('Judul').fill('Rencana yang hampir hilang')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Buat draf' }).click()
  await page.getByText('Sesi Anda berakhir sebelum kiriman ini diterima').waitFor()
  const beside = await page.context().newPage()
  await product.signIn(beside, 'kasubbag.5271')
  await page.reload()
  await page.getByRole('heading', { name: 'Rencana yang hampir hilang' }).waitFor()
  expect(page.url()).toMatch(/rencana-aksi\/[0-9a-f-]{36}/)
})

const paths = {
  'koordinator1.5203': ['/kerja', '/kerja/rencana-aksi', '/kerja/tugas'],
  'verifikator.52': ['/kerja/beranda/wilayah?tahun=2025'],
}

test.each([
  ['in the dark', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
] as const)('everything can be read %s', async (_name, scheme) => {
  for (const [as, visited] of Object.entries(paths)) {
    const page = await product.open({ as, ...scheme })
    for (const path of visited) {
      await page.goto(path)
      await expectSound(page)
    }
    if (as === 'koordinator1.5203') await expectSoundPlan(page)
  }
  const citizen = await product.open(scheme)
  for (const path of ['/', '/satker', '/satker/5203', '/masuk']) {
    await citizen.goto(path)
    await expectSound(citizen)
  }
})

async function expectSoundPlan(page: Page): Promise<void> {
  await page.goto('/kerja/rencana-aksi')
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('grid').waitFor()
  await expectSound(page)
}

test('nothing moves for those who asked for stillness', async () => {
  const page = await product.open({ as: 'koordinator1.5203', reducedMotion: 'reduce' })
  for (const path of ['/kerja', '/kerja/impor/baru', '/kerja/gaya']) {
    await page.goto(path)
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { animationName, animationDuration, transitionDuration } = getComputedStyle(element)
          const long = (value: string) =>
            value.split(',').some((one) => Number.parseFloat(one) > 0.01)
          return (animationName !== 'none' && long(animationDuration)) || long(transitionDuration)
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    )
    expect(moving, path).toEqual([])
  }
})
