import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectSound } from './look.ts'
import { openProduct, ways } from './product.ts'

const product = openProduct()

const bell = (page: Page) => page.getByRole('link', { name: /^Pemberitahuan/ })

/** How many notices the bell counts. */
async function unread(page: Page): Promise<number> {
  const name = (await bell(page).getAttribute('aria-label')) ?? ''
  return Number(/(\d+) belum dibaca/.exec(name)?.[1] ?? 0)
}

/** Opens the butir of one's first open obligation. */
async function openButir(page: Page): Promise<void> {
  await page.goto('/kerja/tugas')
  await page.getByRole('rowheader').getByRole('link').first().click()
  await page.getByRole('link', { name: 'Lihat butir' }).click()
  await page.getByRole('heading', { name: /^Komentar/ }).waitFor()
}

/** Chooses a person in "Sebut", by typing where script made it a combobox. */
async function mention(page: Page, name: string, script: boolean): Promise<void> {
  if (!script) {
    await page.getByLabel('Sebut').last().selectOption({ label: name })
    return
  }
  await page.getByRole('combobox', { name: /Sebut/ }).last().fill(name.slice(0, 6))
  await page.getByRole('option', { name }).click()
}

test.each(ways)(
  'a mention leads to a notice, is opened from it, answered and settled, %s [P.12]',
  async (_way, script) => {
    const asking = await product.open({ script, as: 'kasubbag.5203' })
    const asked = await product.open({ script, as: 'koordinator1.5203' })
    await asked.goto('/kerja/tugas')
    await expectSound(asked)
    const before = await unread(asked)
    const name = (await asked.locator('.topbar-person b').innerText()).trim()

    await openButir(asking)
    const text = `Apakah undangannya sudah dikirim? (${script ? 'satu' : 'dua'})`
    await asking.getByLabel('Tulis komentar').fill(text)
    await mention(asking, name, script)
    await asking.getByRole('button', { name: 'Kirim komentar' }).click()
    await asking.getByText('Komentar terkirim.').waitFor()
    await expectSound(asking)

    await asked.goto('/kerja/tugas')
    expect(await unread(asked)).toBe(before + 1)
    await asked.getByRole('table', { name: /^Nama saya disebut/ }).waitFor()
    await bell(asked).click()
    await asked.getByRole('heading', { name: 'Pemberitahuan', exact: true }).waitFor()
    await expectSound(asked)
    await asked
      .getByRole('row')
      .filter({ hasText: text })
      .getByRole('link', { name: /menyebut Anda/ })
      .click()
    await asked.getByText(text).waitFor()
    expect(await unread(asked)).toBe(before)
    expect(new URL(asked.url()).hash).toMatch(/^#k-/)

    const thread = asked.getByRole('listitem').filter({ hasText: text }).last()
    await thread.getByText('Balas', { exact: true }).click()
    await thread.getByLabel('Balasan').fill('Sudah, kemarin sore.')
    await expectSound(asked)
    await thread.getByRole('button', { name: 'Kirim balasan' }).click()
    await asked.getByText('Balasan terkirim.').waitFor()
    await thread.getByRole('button', { name: /^Tandai selesai/ }).click()
    await asked.getByText('Percakapan ditandai selesai.').waitFor()
    await expectSound(asked)

    await asking.goto('/kerja/pemberitahuan')
    await asking
      .getByRole('link', { name: /membalas komentar Anda/ })
      .first()
      .waitFor()
  },
)

test.each(ways)(
  'someone puts the own due dates into a calendar, and ends that, %s',
  async (_way, script) => {
    const page = await product.open({ script, as: 'koordinator2.5203' })
    await page.goto('/kerja/tugas')
    await page.getByRole('link', { name: 'Pasang di kalender' }).click()
    await page.getByLabel('Nama langganan').fill(`Ponsel ${script ? 'satu' : 'dua'}`)
    await page.getByRole('button', { name: 'Buat alamat kalender' }).click()
    const address = await page.getByLabel('Alamat', { exact: true }).inputValue()
    await expectSound(page)
    const feed = await fetch(address)
    expect(feed.headers.get('content-type')).toContain('text/calendar')
    expect(await feed.text()).toContain('BEGIN:VEVENT')
    await page
      .getByRole('button', { name: /^Cabut Ponsel/ })
      .first()
      .click()
    await page.getByText('Langganan dicabut.').waitFor()
    expect((await fetch(address)).status).toBe(404)
  },
)

test('a person chooses what comes by mail and when it does not', async () => {
  const page = await product.open({ as: 'koordinator3.5203' })
  await page.goto('/kerja/pemberitahuan/setelan')
  await expectSound(page)
  await page.getByLabel(/segera jatuh tempo/).uncheck()
  await page.getByLabel('Jam ringkasan').selectOption('09.00')
  await page.getByRole('button', { name: 'Simpan setelan' }).click()
  await page.getByText('Setelan surat disimpan.').waitFor()
  expect(await page.getByLabel(/segera jatuh tempo/).isChecked()).toBe(false)
  await page.goto('/kerja/tugas/setelan-pengingat')
  await expectSound(page)
})
