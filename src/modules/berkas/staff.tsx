import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { notFound } from '#platform/errors.ts'
import { contentKey } from '#platform/files/files.ts'
import { endingsOf, isShown } from '#platform/files/kinds.ts'
import { nameFor } from '#platform/files/name.ts'
import { serveFile } from '#platform/files/serve.ts'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import { type Berkas, stateOfBerkas } from './berkas.ts'
import { berkasById, ownBerkas } from './queries.ts'
import { readPratinjau } from './read.ts'
import { answerTus, complete, ownUpload } from './staff-tus.ts'

/** Sending files that can be continued, and getting kept ones. */
export const staff = new Hono<HubEnv>()

staff.post('/berkas/unggah', rateLimit({ most: 300, perSeconds: 300 }), answerTus)
staff.patch('/berkas/unggah/:id', answerTus)
staff.delete('/berkas/unggah/:id', answerTus)
// HEAD belongs to tus; a GET tells the page that continues an upload how it stands.
staff.get('/berkas/unggah/:id', (c) => (c.req.method === 'HEAD' ? answerTus(c) : answerState(c)))

staff.get('/berkas/:id', async (c) => {
  const berkas = await readyBerkas(c)
  const { sha256, nama, ukuran, jenisIsi } = berkas
  return serveFile(c, c.get('services').files.store, {
    key: contentKey(sha256),
    bytes: ukuran,
    etag: sha256.toString('hex'),
    name: nameFor(nama, endingsOf(jenisIsi)),
    contentType: jenisIsi,
    inline: isShown(jenisIsi),
  })
})

staff.get('/berkas/:id/pratinjau', async (c) => {
  const { sha256, pratinjau } = await readyBerkas(c)
  if (!pratinjau) throw notFound('Pratinjau')
  const etag = `"${sha256.toString('hex')}-480"`
  const headers = {
    'content-type': 'image/webp',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=604800, no-transform',
    etag,
  }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  const stream = await readPratinjau(c.get('services'), sha256)
  return c.body(Readable.toWeb(stream) as ReadableStream, 200, headers)
})

type Ready = Berkas & { sha256: Buffer; ukuran: number; jenisIsi: string }

/** 404 for whatever is out of reach, still being checked, or rejected. */
async function readyBerkas(c: HubContext): Promise<Ready> {
  const berkas = await berkasById(c.get('caller'), c.req.param('id') ?? '')
  const { sha256, ukuran, jenisIsi } = berkas
  if (stateOfBerkas(berkas) !== 'ready' || !sha256 || ukuran === null || !jenisIsi)
    throw notFound('Berkas')
  return { ...berkas, sha256, ukuran, jenisIsi }
}

async function answerState(c: HubContext): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const upload = await ownUpload(c, id)
  if (upload && !(await complete(c, upload)))
    return c.json({
      state: 'unfinished',
      name: upload.name,
      bytes: upload.bytes,
      offset: upload.offset,
    })
  const [row] = await ownBerkas(c.get('caller'), [id])
  if (!row) throw notFound('Unggahan')
  const { nama, ukuranDiterima, sebab } = row
  return c.json({ state: stateOfBerkas(row), name: nama, bytes: ukuranDiterima, reason: sebab })
}
