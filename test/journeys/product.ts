import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { watch } from './look.ts'

export const samplePassword = 'contoh-kpu-hub-2026'

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

type OpenOptions = Pick<BrowserContextOptions, 'colorScheme' | 'forcedColors' | 'reducedMotion'> & {
  script?: boolean
  wide?: boolean
  /** a sample account, as `admin.5203`, that is signed in already */
  as?: string
}

export type Product = {
  url: string
  dataDir: string
  /** A new window, on a phone unless told otherwise. */
  open: (options?: OpenOptions) => Promise<Page>
  signIn: (page: Page, who: string, password?: string) => Promise<void>
}

/** A browser beside the product of this run; whatever a file opens is closed at its end. */
export function openProduct(): Product {
  const url = inject('productUrl')
  const sessions = new Map<string, StorageState>()
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions())
  })
  afterAll(() => browser.close())

  const open: Product['open'] = async ({ script = true, wide = false, as, ...rest } = {}) => {
    const options: BrowserContextOptions = {
      baseURL: url,
      locale: 'id-ID',
      viewport: wide ? { width: 1280, height: 900 } : { width: 390, height: 844 },
      ...rest,
    }
    const newPage = async (more: BrowserContextOptions) =>
      (await browser.newContext({ ...options, ...more })).newPage()
    const kept = as ? sessions.get(as) : undefined
    const page = await newPage({ javaScriptEnabled: script, ...(kept && { storageState: kept }) })
    page.setDefaultTimeout(15_000)
    watch(page, script ? null : await newPage({}))
    if (as && !kept) {
      await signIn(page, as)
      sessions.set(as, await page.context().storageState())
    }
    return page
  }
  return { url, dataDir: inject('dataDir'), open, signIn }
}

/** Signs in as a person does; `who` stands before the domain of the sample accounts. */
async function signIn(page: Page, who: string, password = samplePassword): Promise<void> {
  await page.goto('/masuk')
  await page.getByLabel('Alamat surel').fill(`${who}@contoh.kpu-hub.invalid`)
  await page.getByLabel('Kata sandi', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.waitForURL(/\/kerja/)
}

/** For `test.each`: a story is told in a browser with script, and in one without. */
export const ways = [
  ['with script', true],
  ['without script', false],
] as const

/** Waits for the newest letter to an address, as the product lays it in its data folder. */
export async function letterTo(dataDir: string, address: string, subject: string): Promise<string> {
  const folder = join(dataDir, 'surat-keluar')
  for (let tries = 0; tries < 150; tries++) {
    const letters = lettersIn(folder).filter(
      (text) => text.includes(`To: ${address}`) && text.includes(subject),
    )
    const newest = letters.at(-1)
    if (newest) return newest
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no letter "${subject}" to ${address}`)
}

function lettersIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .toSorted()
      .map((name) => readFileSync(join(folder, name), 'utf8'))
  } catch {
    return []
  }
}

/** Lines of a letter that were folded for transport are put together again. */
export const linkIn = (letter: string): string =>
  /https?:\/\/\S+/.exec(letter.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='))?.[0] ?? ''

function launchOptions() {
  const executablePath = process.env['HUB_CHROMIUM'] ?? '/usr/bin/chromium'
  return {
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  }
}
