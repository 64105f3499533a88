import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectSound } from './look.ts'
import { openProduct } from './product.ts'

const product = openProduct()

/** Enough to see every kind of page, few enough to be quick. */
const mostPages = 40

/** Two addresses of one kind look alike: ids, office codes and queries are left out. */
const kindOf = (href: string): string =>
  href
    .replace(/[?#].*$/, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/\/\d+/g, '/:n')
    .replace(/(dasar-hukum)\/.+/, '$1/:kode')

/** Pages that answer with a file, or that end the session. */
const leftOut = /\.(csv|xlsx)$|\/berkas$|^\/keluar/

/** Follows links from a page within a part of the product, one page of each kind, and judges each. */
async function sweep(page: Page, from: string, within: RegExp): Promise<string[]> {
  const kinds = new Set<string>([kindOf(from)])
  const waiting = [from]
  for (let href = waiting.shift(); href && kinds.size <= mostPages; href = waiting.shift()) {
    const answer = await page.goto(href)
    expect(answer?.status(), href).toBe(200)
    await expectSound(page)
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
    for (const link of links) {
      const path = link.startsWith('/') ? link.replace(/#.*$/, '') : ''
      if (!within.test(path) || leftOut.test(kindOf(path)) || kinds.has(kindOf(path))) continue
      kinds.add(kindOf(path))
      waiting.push(path)
    }
  }
  return [...kinds]
}

test.each([
  ['admin.5203', 'phone', { colorScheme: 'light' }, 20],
  ['ketua.3508', 'desktop', { colorScheme: 'dark', wide: true }, 15],
  ['pengawas.00', 'desktop', { colorScheme: 'light', wide: true }, 10],
] as const)(
  'every kind of staff page that %s reaches is sound on a %s',
  async (as, _device, look, least) => {
    const page = await product.open({ as, ...look })
    const kinds = await sweep(page, '/kerja', /^\/kerja/)
    expect(kinds.length).toBeGreaterThanOrEqual(least)
  },
)

test.each([
  ['phone', 'light', { colorScheme: 'light' }],
  ['phone', 'dark', { colorScheme: 'dark' }],
  ['desktop', 'light', { colorScheme: 'light', wide: true }],
  ['desktop', 'dark', { colorScheme: 'dark', wide: true }],
] as const)('every kind of public page is sound on a %s, %s', async (_device, _light, look) => {
  const page = await product.open(look)
  const kinds = await sweep(page, '/', /^\/(satker|masuk|lupa-sandi|$)/)
  expect(kinds.length).toBeGreaterThanOrEqual(5)
})
