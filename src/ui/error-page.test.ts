import { Hono } from 'hono'
import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import type { HubEnv } from '#platform/http/env.ts'
import { errorPage } from './error-page.tsx'

const app = new Hono<HubEnv>()
app.get('/*', (c) => errorPage(c, { status: 409, message: 'Sudah ditutup.', requestId: 'r-1' }))

const linksOf = async (path: string, referer: string) => {
  const response = await app.request(`http://hub.test${path}`, { headers: { referer } })
  expect(response.status).toBe(409)
  const links = parse(await response.text()).querySelectorAll('main .button-row a')
  return links.map((link) => link.getAttribute('href'))
}

describe('an answer to a refused request', () => {
  it('leads back to the page it came from, and home', async () => {
    expect(await linksOf('/kerja/x', 'http://hub.test/kerja/y?h=2')).toEqual([
      '/kerja/y?h=2',
      '/kerja',
    ])
  })

  it('never leads to another site', async () => {
    expect(await linksOf('/x', 'https://lain.test/y')).toEqual(['/'])
    expect(await linksOf('/x', 'bukan alamat')).toEqual(['/'])
  })
})
