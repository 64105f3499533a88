import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { refused } from '../errors.ts'
import { uuidv7 } from '../id.ts'
import type { HubContext } from './env.ts'

/** A file of a form, on disk already; who takes it moves `path` away. */
export type PostedFile = {
  field: string
  /** as the browser sent it */
  name: string
  path: string
  bytes: number
  /** larger than allowed: what is at `path` is not the whole file */
  cut: boolean
}

export type Multipart = { fields: [name: string, value: string][]; files: PostedFile[] }

const mebibyte = 1024 * 1024
const limits = { fields: 5000, fieldSize: mebibyte, files: 20, headerPairs: 50, headerSize: 16_384 }
const mostText = 4 * mebibyte

const broken = () =>
  refused('Kiriman terputus sebelum selesai. Kembali ke halaman sebelumnya, lalu kirim lagi.')
const tooMuch = () =>
  refused(
    `Isian terlalu besar. Kirim paling banyak ${limits.files} berkas sekaligus, dan teksnya sebagian-sebagian.`,
  )

export const isMultipart = (c: HubContext): boolean =>
  /^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '')

/**
 * Reads a multipart form once, each file straight to disk. Files that nobody takes are swept after a day; those
 * of who has not signed in are let pass, so that no stranger fills the disk.
 */
export function readMultipart(c: HubContext): Promise<Multipart> {
  const reading = c.get('multipart') ?? receive(c)
  c.set('multipart', reading)
  return reading
}

async function receive(c: HubContext): Promise<Multipart> {
  const { config, files: place } = c.get('services')
  const fields: Multipart['fields'] = []
  const writing: Promise<PostedFile | null>[] = []
  let text = 0
  const parser = new Busboy({
    headers: { 'content-type': c.req.header('content-type') ?? '' },
    limits: { ...limits, fileSize: config.mostFileBytes },
  })
  parser.on('field', (name, value, nameCut, valueCut) => {
    text += value.length
    if (nameCut || valueCut || text > mostText) parser.destroy(tooMuch())
    else fields.push([name, value])
  })
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
    parser.on(limit, () => parser.destroy(tooMuch()))
  const isGuest = c.get('caller').actor === null
  parser.on('file', (field, stream, name) => {
    if (isGuest) return void stream.resume()
    const saved = save(stream, { field, name: name ?? '', folder: place.receiving })
    saved.catch(() => {}) // told by the parser below
    writing.push(saved)
  })
  try {
    const { body } = c.req.raw
    // the stream of a request is the same thing under two names of types
    await pipeline(body ? Readable.fromWeb(body as NodeStream) : [], parser)
    const files = await Promise.all(writing)
    return { fields, files: files.filter((file) => file !== null) }
  } catch (error) {
    const done = await Promise.allSettled(writing)
    for (const one of done)
      if (one.status === 'fulfilled' && one.value) await rm(one.value.path, { force: true })
    throw isFull(error) || (error instanceof Error && error.name === 'Refusal') ? error : broken()
  }
}

const isFull = (error: unknown) => (error as { code?: unknown }).code === 'ENOSPC'

/** Null for the empty part that a browser sends for an input without a file. */
async function save(
  stream: BusboyFileStream,
  { field, name, folder }: { field: string; name: string; folder: string },
): Promise<PostedFile | null> {
  const path = join(folder, `formulir-${uuidv7()}`)
  const out = createWriteStream(path, { mode: 0o600, flags: 'wx' })
  try {
    await pipeline(stream, out)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  if (out.bytesWritten > 0 || name !== '')
    return { field, name, path, bytes: out.bytesWritten, cut: stream.truncated }
  await rm(path, { force: true })
  return null
}
