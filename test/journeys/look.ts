import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page, Response } from 'playwright-core'
import { expect } from 'vitest'

const kilobyte = 1024
const most = { html: 30 * kilobyte, portalScript: 5 * kilobyte, staffScript: 30 * kilobyte }

type Seen = { html: Response | null; scripts: Response[]; faults: string[]; twin: Page | null }

const seen = new WeakMap<Page, Seen>()

/** Keeps what a page loads and what goes wrong in it, for `expectSound`; `twin` is for a page without script. */
export function watch(page: Page, twin: Page | null): void {
  const now: Seen = { html: null, scripts: [], faults: [], twin }
  seen.set(page, now)
  page.on('response', (response) => {
    const type = response.request().resourceType()
    if (type === 'document') Object.assign(now, { html: response, scripts: [] })
    if (type === 'script') now.scripts.push(response)
  })
  page.on('pageerror', (error) => now.faults.push(error.message))
  page.on('console', (line) => {
    // A refused form answers 422; the browser notes every status from 400 on.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource'))
      now.faults.push(line.text())
  })
}

/** The page as it stands: nothing that axe finds, no fault in the console, and not too heavy. */
export async function expectSound(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  const where = page.url()
  const { html, scripts, faults, twin } = seenOf(page)
  if (!html) throw new Error(`nothing was loaded at ${where}`)
  expect(await accessibilityFaults(twin ? await asTwin(twin, html) : page), where).toEqual([])
  expect(faults, where).toEqual([])
  const staff = new URL(where).pathname.startsWith('/kerja')
  expect(await zipped([html]), `${where} HTML`).toBeLessThanOrEqual(most.html)
  expect(await zipped(scripts), `${where} script`).toBeLessThanOrEqual(
    staff ? most.staffScript : most.portalScript,
  )
}

function seenOf(page: Page): Seen {
  const it = seen.get(page)
  if (!it) throw new Error('this page was not opened by the harness')
  return it
}

/** Bytes as they go over the line, whatever the browser has in its cache. */
async function zipped(responses: readonly Response[]): Promise<number> {
  const bodies = await Promise.all(responses.map((response) => response.body()))
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
}

/** Axe itself is script, so what came without script is judged in a twin: the same answer, its scripts kept away. */
async function asTwin(twin: Page, html: Response): Promise<Page> {
  const body = await html.body()
  await twin.unrouteAll()
  await twin.route('**', async (route) => {
    const type = route.request().resourceType()
    if (type === 'document') await route.fulfill({ contentType: 'text/html; charset=utf-8', body })
    else if (type === 'script') await route.abort()
    else await route.continue()
  })
  await twin.goto(html.url())
  return twin
}

/** What axe finds wrong under WCAG 2.2 A and AA, as `rule: element` lines. */
async function accessibilityFaults(page: Page): Promise<string[]> {
  const before = page.viewportSize()
  if (!before) throw new Error('a window without size')
  // As tall as the page, so that nothing lies under what sticks to the edge of the window.
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ ...before, height: Math.max(before.height, height) })
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode()
    .analyze()
  await page.setViewportSize(before)
  return violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(' ')}`))
}
