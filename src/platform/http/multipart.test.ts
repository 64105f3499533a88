import { readdir, readFile } from 'node:fs/promises'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { systemActor } from '../identity/actor.ts'
import type { HubEnv } from './env.ts'
import { readTyped } from './form.ts'
import { readMultipart } from './multipart.ts'

const receiving = mkdtempSync(join(tmpdir(), 'hub-formulir-'))
const services = { config: { mostFileBytes: 1000 }, files: { receiving } }

const app = new Hono<HubEnv>()
app.onError((error, c) => c.text(error.message, 409))
app.use(async (c, next) => {
  // only what reading a form needs
  c.set('services', services as never)
  c.set('caller', { actor: c.req.header('x-tamu') ? null : systemActor('5203') } as never)
  await next()
})
app.post('/', async (c) => {
  const typed = await readTyped(c)
  const { files } = await readMultipart(c)
  return c.json({ typed, files })
})

type Answer = {
  typed: Record<string, string | string[]>
  files: { field: string; name: string; path: string; bytes: number; cut: boolean }[]
}

/** The bytes as a browser sends them. */
async function request(parts: [string, string | File][], more = {}): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of parts) form.append(name, value)
  const encoded = new Response(form)
  const headers = { 'content-type': encoded.headers.get('content-type') ?? '', ...more }
  return app.request('/', { method: 'POST', headers, body: await encoded.arrayBuffer() })
}

const post = async (...parts: [string, string | File][]): Promise<Answer> =>
  (await request(parts)).json()

describe('a multipart form', () => {
  it('gives what was typed, once or several times, without control characters', async () => {
    const { typed } = await post(['judul', 'Rapat\u0000 Mei'], ['area', '1'], ['area', '2'])
    expect(typed).toEqual({ judul: 'Rapat Mei', area: ['1', '2'] })
  })

  it('puts files on disk, readable by nobody else, and leaves out inputs without a file', async () => {
    const { files } = await post(['a', new File(['isi'], 'ä.txt')], ['b', new File([], '')])
    expect(files).toMatchObject([{ field: 'a', name: 'ä.txt', bytes: 3, cut: false }])
    expect(await readFile(files[0]!.path, 'utf8')).toBe('isi')
  })

  it('puts nothing on disk for who has not signed in', async () => {
    const before = await readdir(receiving)
    const answer = await request(
      [
        ['email', 'a@contoh.id'],
        ['berkas', new File(['x'.repeat(900)], 'a.txt')],
      ],
      { 'x-tamu': '1' },
    )
    expect(await answer.json()).toEqual({ typed: { email: 'a@contoh.id' }, files: [] })
    expect(await readdir(receiving)).toEqual(before)
  })

  it('cuts a file that is too large and says so', async () => {
    const { files } = await post(['a', new File(['x'.repeat(1001)], 'a.txt')])
    expect(files).toMatchObject([{ cut: true }])
  })

  it('takes no name for a door into the machine', async () => {
    const { typed } = await post(['__proto__', 'x'], ['constructor', 'y'])
    expect(Object.keys(typed)).toEqual(['__proto__', 'constructor'])
    expect(({} as { x?: unknown }).x).toBeUndefined()
  })

  it.each([
    ['too many files', Array.from({ length: 21 }, (_, i) => [`f${i}`, new File(['x'], 'x')])],
    ['too much text', Array.from({ length: 9 }, (_, i) => [`t${i}`, 'x'.repeat(600_000)])],
  ] as [string, [string, string | File][]][])(
    'is refused with %s, and leaves no file',
    async (_, parts) => {
      const before = await readdir(receiving)
      const answer = await request(parts)
      expect([answer.status, await answer.text()]).toEqual([
        409,
        expect.stringContaining('terlalu besar'),
      ])
      expect(await readdir(receiving)).toEqual(before)
    },
  )
})
