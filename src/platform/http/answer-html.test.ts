import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { raw } from 'hono/html'
import { describe, expect, it } from 'vitest'
import { answerHtml, takesGzip } from './answer-html.ts'
import type { HubEnv } from './env.ts'

const long = `<p>${'rencana aksi '.repeat(200)}</p>`
const app = new Hono<HubEnv>()
app.get('/panjang', (c) => answerHtml(c, raw(long), 422))
app.get('/pendek', (c) => answerHtml(c, raw('<p>ada</p>')))
const ask = (path: string, accepted?: string) =>
  app.request(path, { headers: accepted === undefined ? {} : { 'accept-encoding': accepted } })

describe('a page', () => {
  it('is sent compressed to who takes gzip, with its status', async () => {
    const answer = await ask('/panjang', 'br, gzip')
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(answer.headers.get('vary')).toBe('accept-encoding')
    expect(gunzipSync(await answer.arrayBuffer()).toString()).toBe(long)
  })

  it('is sent plain when short, or to who takes no gzip', async () => {
    for (const [path, accepted] of [
      ['/pendek', 'gzip'],
      ['/panjang', undefined],
      ['/panjang', 'gzip;q=0'],
    ] as const) {
      const answer = await ask(path, accepted)
      expect(answer.headers.get('content-encoding')).toBeNull()
      expect(await answer.text()).toMatch(/^<p>/)
    }
  })

  it('knows who takes gzip', () => {
    expect(['gzip', 'deflate, GZIP;q=0.5', 'gzip ;q=1'].map(takesGzip)).toEqual([true, true, true])
    expect(['', 'br', 'gzip;q=0', 'gzip; q=0.0', 'xgzip'].map(takesGzip)).not.toContain(true)
  })
})
