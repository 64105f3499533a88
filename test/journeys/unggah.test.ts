import { createHash, randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectSound, watch } from './look.ts'
import { openProduct } from './product.ts'

const product = openProduct()
const place = '/kerja/eviden/baru'
const as = 'koordinator1.5203'

type Chosen = { name: string; mimeType: string; buffer: Buffer }

const aText = (name: string, bytes: number): Chosen => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(randomBytes(bytes / 2).toString('hex')),
})

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')

const picker = (page: Page) =>
  page.getByLabel('Berkas', { exact: true }).and(page.locator('[type=file]'))

/** Makes the line as slow as in a village, gone, or as good as it is. */
async function lineOf(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  return (state: 'slow' | 'gone' | 'good') =>
    session.send('Network.emulateNetworkConditions', {
      offline: state === 'gone',
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: state === 'slow' ? 400_000 : -1,
    })
}

/** What the server gives back for an uploaded file, once it was checked. */
async function given(page: Page, id: string): Promise<Buffer> {
  for (let tries = 0; tries < 150; tries++) {
    const answer = await page.request.get(`/kerja/berkas/${id}`)
    if (answer.ok()) return answer.body()
    await page.waitForTimeout(100)
  }
  throw new Error(`file ${id} was not released`)
}

const received = (page: Page, name: string) => page.getByRole('checkbox', { name })

describe('with script', () => {
  test('a file goes on by itself when the line comes back, and the form waits for it', async () => {
    const page = await product.open({ as })
    await page.goto(place)
    const line = await lineOf(page)
    await line('slow')
    const [large, small] = [aText('Rekaman rapat.txt', 12_000_000), aText('Undangan.txt', 2_000)]
    await picker(page).setInputFiles([large, small])
    await received(page, 'Undangan.txt').waitFor()
    await page.getByText(/^\d+% · .* dari 11,4 MB$/).waitFor()
    await expectSound(page)

    await line('gone')
    await page.getByText('Sambungan terputus. Dilanjutkan sendiri').waitFor()
    await page.getByRole('button', { name: 'Simpan eviden' }).click()
    await page.getByText('Menunggu 1 unggahan selesai').first().waitFor()
    await line('good')
    await page.waitForURL((url) => url.pathname !== place, { timeout: 60_000 })
    await page.getByText('Undangan').first().waitFor()
  })

  test('a file can be paused, goes on after its page was closed, and arrives as it was', async () => {
    const page = await product.open({ as })
    await page.goto(place)
    const line = await lineOf(page)
    await line('slow')
    const large = aText('Dokumentasi kegiatan.txt', 12_000_000)
    await picker(page).setInputFiles(large)
    await page.getByText(/^[1-9]\d?% · /).waitFor()
    await page.getByRole('button', { name: 'Jeda Dokumentasi kegiatan.txt' }).click()
    await page.getByText(/^Dijeda pada/).waitFor()
    await page.getByRole('button', { name: 'Simpan eviden' }).click()
    await page.getByText('1 berkas dijeda atau ditolak').first().waitFor()
    await page.close()

    const again = await page.context().newPage()
    watch(again, null)
    await again.goto(place)
    await again.getByText('1 unggahan belum selesai.').first().waitFor()
    await expectSound(again)
    await again.getByRole('button', { name: 'Lanjutkan' }).click()
    const tick = received(again, 'Dokumentasi kegiatan.txt')
    await tick.waitFor({ timeout: 30_000 })
    await expectSound(again)
    const id = (await tick.getAttribute('value')) ?? ''
    expect(sha256(await given(again, id))).toBe(sha256(large.buffer))
  })

  test('what is cancelled is gone, and what is refused says why', async () => {
    const page = await product.open({ as })
    await page.goto(place)
    await picker(page).setInputFiles(aText('Kosong.txt', 0))
    await page.getByText('Berkas ini kosong').first().waitFor()
    await page.getByRole('button', { name: 'Batalkan Kosong.txt' }).click()
    await expect.poll(() => page.getByText('Kosong.txt', { exact: true }).count()).toBe(0)
    await page.reload()
    expect(await page.getByText('unggahan belum').count()).toBe(0)
  })
})

test('without script the same form carries the files', async () => {
  const page = await product.open({ as, script: false })
  await page.goto(place)
  await expectSound(page)
  const files = [aText('Notula tanpa skrip.txt', 5000), aText('Daftar hadir tanpa skrip.txt', 6000)]
  await picker(page).setInputFiles(files)
  await page.getByRole('button', { name: 'Simpan eviden' }).click()
  await page.waitForURL((url) => url.pathname !== place)
  await page.getByText('Notula tanpa skrip').first().waitFor()
  await expectSound(page)
})
