import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { projectRoot } from '../support/source-files.ts'

export const samplePassword = 'contoh-kpu-hub-2026'

export type Product = {
  url: string
  dataDir: string
  browser: Browser
  /** A new window, on a phone unless told otherwise. */
  open: (options?: { script?: boolean; wide?: boolean }) => Promise<Page>
  signIn: (page: Page, who: string) => Promise<void>
}

/** The built product with its sample offices, as `npm start` runs it, and a browser beside it. */
export function startProduct(): Product {
  const product = {} as Product
  let server: ChildProcess
  const contexts: BrowserContext[] = []
  beforeAll(async () => {
    const port = await freePort()
    const dataDir = mkdtempSync(join(tmpdir(), 'hub-perjalanan-'))
    server = spawn(process.execPath, ['dist/main.js'], {
      cwd: projectRoot,
      env: { ...process.env, PORT: String(port), HUB_DATA: dataDir, LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const url = `http://localhost:${port}`
    await untilHealthy(url)
    const executablePath = process.env['HUB_CHROMIUM'] ?? '/usr/bin/chromium'
    const browser = await chromium.launch({
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
    })
    const open: Product['open'] = async ({ script = true, wide = false } = {}) => {
      const context = await browser.newContext({
        javaScriptEnabled: script,
        locale: 'id-ID',
        viewport: wide ? { width: 1280, height: 900 } : { width: 390, height: 844 },
      })
      contexts.push(context)
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      return page
    }
    const signIn: Product['signIn'] = async (page, who) => {
      await page.goto(`${url}/masuk`)
      await page.getByLabel('Surel').fill(`${who}@contoh.kpu-hub.invalid`)
      await page.getByLabel('Kata sandi', { exact: true }).fill(samplePassword)
      await page.getByRole('button', { name: 'Masuk' }).click()
      await page.waitForURL(/\/kerja/)
    }
    Object.assign(product, { url, dataDir, browser, open, signIn })
  })
  afterAll(async () => {
    for (const context of contexts) await context.close()
    await product.browser.close()
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await ended
    rmSync(product.dataDir, { recursive: true, force: true })
  })
  return product
}

/** What axe finds wrong under WCAG 2.2 A and AA, as `rule: element` lines. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(' ')}`))
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

async function untilHealthy(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const healthy = await fetch(`${url}/sehat`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the product did not start')
}
