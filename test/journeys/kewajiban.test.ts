import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectSound } from './look.ts'
import { openProduct, ways } from './product.ts'

const product = openProduct()

const mine = '/kerja/tugas'

/** The obligations that are late, by their first cell. */
const lateRows = (page: Page) =>
  page.getByRole('table', { name: /^Terlambat \(/ }).getByRole('rowheader')

/** How many are late in all, as the table's caption counts them. */
const lateCount = async (page: Page) =>
  Number(
    /\((\d+)\)/.exec(
      await page
        .getByRole('table', { name: /^Terlambat \(/ })
        .locator('caption')
        .innerText(),
    )?.[1],
  )

/** Opens the first late obligation of the person who is signed in. */
async function openLate(page: Page): Promise<string> {
  await page.goto(mine)
  await lateRows(page).getByRole('link').first().click()
  await page.getByRole('button', { name: 'Simpan' }).waitFor()
  return new URL(page.url()).pathname
}

/** How many obligations the dashboard of the office calls late. */
async function lateOnDashboard(page: Page): Promise<number> {
  await page.goto('/kerja')
  const text = await page.getByRole('main').innerText()
  return Number(/(\d+) terlambat/.exec(text)?.[1] ?? 0)
}

const status = (page: Page, name: string) =>
  page.getByRole('radio', { name: new RegExp(`^${name}`) })
const save = (page: Page) => page.getByRole('button', { name: 'Simpan' }).click()

test.each(ways)(
  'a coordinator sees what is due, marks it done with a note, and the dashboard counts it at once, %s',
  async (_way, script) => {
    const page = await product.open({ script, as: 'koordinator2.5203' })
    const lateBefore = await lateOnDashboard(page)
    await expectSound(page)
    await page.goto(mine)
    await expectSound(page)
    const before = await lateCount(page)
    const cell = await openLate(page)
    await expectSound(page)
    await status(page, 'Selesai').check()
    await page.getByLabel('Catatan').fill('Notula rapat 3 Maret disimpan.')
    await save(page)
    await page.getByText('ditandai selesai').waitFor()
    await expectSound(page)
    await page.goto(mine)
    expect(await lateCount(page)).toBe(before - 1)
    expect(await lateOnDashboard(page)).toBe(lateBefore - 1)
    await page.goto(cell)
    expect(await page.getByLabel('Catatan').inputValue()).toBe('Notula rapat 3 Maret disimpan.')
    expect(await page.getByRole('definition').first().innerText()).toContain('Selesai')
  },
)

test.each(ways)(
  'a waiver with too short a reason comes back with everything typed, and is then accepted, %s',
  async (_way, script) => {
    const page = await product.open({ script, as: 'koordinator3.5203' })
    const cell = await openLate(page)
    await status(page, 'Ditiadakan').check()
    await page.getByLabel('Catatan').fill('Sudah dibicarakan dalam pleno.')
    await page.getByLabel('Alasan ditiadakan').fill('batal')
    const answer = page.waitForResponse((response) => response.request().method() === 'POST')
    await save(page)
    expect((await answer).status()).toBe(422)
    const summary = page.getByRole('alert')
    await summary.getByRole('link', { name: /alasan peniadaan/ }).waitFor()
    expect(await summary.evaluate((it) => it === document.activeElement)).toBe(script)
    expect(await page.getByLabel('Alasan ditiadakan').inputValue()).toBe('batal')
    expect(await page.getByLabel('Catatan').inputValue()).toBe('Sudah dibicarakan dalam pleno.')
    expect(await status(page, 'Ditiadakan').isChecked()).toBe(true)
    await expectSound(page)
    await page.getByLabel('Alasan ditiadakan').fill('Digabung dengan rapat bulan berikutnya.')
    await save(page)
    await page.getByText('ditandai ditiadakan').waitFor()
    await page.goto(cell)
    expect(await page.getByLabel('Alasan ditiadakan').inputValue()).toContain(
      'Digabung dengan rapat',
    )
  },
)

test.each(ways)(
  'of two people at one obligation the second sees both values and chooses, %s',
  async (_way, script) => {
    const first = await product.open({ script, as: 'koordinator4.5203' })
    const cell = await openLate(first)
    const second = await product.open({ script, as: 'sekretaris.5203' })
    await second.goto(cell)
    await status(first, 'Berjalan').check()
    await first.getByLabel('Catatan').fill('Menunggu tanda tangan.')
    await save(first)
    await first.getByText('ditandai berjalan').waitFor()

    await status(second, 'Selesai').check()
    await second.getByLabel('Catatan').fill('Sudah ditandatangani.')
    await save(second)
    await second.getByRole('heading', { name: 'Ada perubahan orang lain' }).waitFor()
    const both = second.getByRole('table', { name: 'Kedua isian' })
    expect(await both.innerText()).toContain('Menunggu tanda tangan.')
    expect(await both.innerText()).toContain('Sudah ditandatangani.')
    await expectSound(second)
    await first.goto(cell)
    expect(await first.getByLabel('Catatan').inputValue()).toBe('Menunggu tanda tangan.')

    await second.getByRole('button', { name: 'Pakai isian saya' }).click()
    await second.getByText('ditandai selesai').waitFor()
    await second.goto(cell)
    expect(await second.getByLabel('Catatan').inputValue()).toBe('Sudah ditandatangani.')
    const history = await second.getByRole('main').innerText()
    expect(history).toContain('Menunggu tanda tangan. → Sudah ditandatangani.')
  },
)

test('a month is kept by keyboard alone: to the table, along it, into a cell, done, and back', async () => {
  const page = await product.open({ wide: true, as: 'kasubbag.3508' })
  await page.goto('/kerja/rencana-aksi')
  await page
    .getByRole('link', { name: /Reformasi Birokrasi/ })
    .first()
    .click()
  const grid = page.getByRole('grid')
  await grid.waitFor()
  await expectSound(page)
  await tabUntil(page, () => grid.locator(':focus').count())
  const inGrid = () => grid.locator(':focus')

  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  const firstRow = await inGrid().innerText()
  await page.keyboard.press('ArrowDown')
  expect(await inGrid().innerText()).not.toBe(firstRow)
  const rows = await grid.getByRole('row').getByRole('rowheader').getByRole('link').allInnerTexts()
  const wanted = rows.at(-1) ?? ''
  await page.keyboard.type(wanted.slice(0, 12))
  expect(await inGrid().innerText()).toBe(rows.find((row) => row.startsWith(wanted.slice(0, 12))))

  await page.goto(`${page.url().split('?')[0]}?keadaan=late`)
  await tabUntil(page, () => grid.locator(':focus').count())
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await untilOn(page, /: terlambat/)
  const label = (await inGrid().getAttribute('aria-label')) ?? ''
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Simpan' }).waitFor()
  await tabUntil(page, () => page.locator('input[name=status]:focus').count())
  while (!(await status(page, 'Selesai').isChecked())) await page.keyboard.press('ArrowDown')
  await tabUntil(page, () =>
    page.getByRole('button', { name: 'Simpan' }).and(page.locator(':focus')).count(),
  )
  await page.keyboard.press('Enter')
  await page.getByText('ditandai selesai').waitFor()
  await inGrid().waitFor()
  expect(await inGrid().getAttribute('aria-label')).toMatch(
    new RegExp(`^${label.split(':')[0]}: selesai`),
  )
})

/** Presses Tab as often as it takes. */
async function tabUntil(page: Page, there: () => Promise<number>): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if ((await there()) > 0) return
  }
  throw new Error('the keyboard does not get there')
}

/** Moves to the right, row by row, until the focused cell says this. */
async function untilOn(page: Page, says: RegExp): Promise<void> {
  for (let moves = 0; moves < 40; moves++) {
    await page.keyboard.press('ArrowRight')
    if (says.test((await page.locator(':focus').getAttribute('aria-label')) ?? '')) return
  }
  throw new Error('no such cell in this row')
}
