import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline as joined, type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { StartFault } from '#platform/errors.ts'
import {
  differences,
  digestLength,
  type Manifest,
  manifestName,
  manifestSchema,
  type Part,
} from './manifest.ts'

/** An archive whose digest, manifest and list of parts fit each other. */
export type Archive = {
  name: string
  manifest: Manifest
  /** The content of a part; the stream fails at its end when it is not what the manifest says. */
  read: (name: string) => Promise<Readable>
  close: () => void
}

const longestManifest = 64 * 1024 * 1024

/** Opens an archive and verifies its digest first. Throws StartFault that names what is wrong. */
export async function openArchive(path: string): Promise<Archive> {
  const name = basename(path)
  const size = await sizeOf(path)
  const whole = await endsWithItsDigest(path, size)
  const zip = await openZip(path).catch(() => null)
  if (!zip) throw broken(name, whole ? 'bukan cadangan KPU HUB' : 'terpotong atau bukan cadangan')
  try {
    const entries = await entriesOf(zip)
    const manifest = await manifestOf(zip, entries.get(manifestName)?.[0])
    const archive = { name, manifest, ...readerOf(zip, entries, manifest) }
    if (!whole) throw broken(name, await damageOf(archive))
    const { missing, extra } = differences(manifest, [...entries.values()].flat().map(nameOf))
    if (missing[0]) throw broken(name, `bagian ${missing[0]} tidak ada di dalamnya`)
    if (extra[0]) throw broken(name, `bagian ${extra[0]} tidak semestinya ada di dalamnya`)
    return archive
  } catch (error) {
    zip.close()
    if (error instanceof StartFault) throw error
    throw broken(name, whole ? 'bukan cadangan KPU HUB' : 'isinya berubah', error)
  }
}

/** Reads every part to its end; returns how many bytes they hold. Throws StartFault. */
export async function verifyParts(archive: Archive, tell: (part: Part) => void): Promise<number> {
  let bytes = 0
  for (const part of archive.manifest.parts) {
    tell(part)
    await drain(await archive.read(part.name))
    bytes += part.bytes
  }
  return bytes
}

const broken = (name: string, what: string, cause?: unknown) =>
  new StartFault(`Cadangan ${name} ditolak: ${what}. Pakai cadangan lain.`, { cause })

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new StartFault(`${path} tidak ada atau bukan berkas.`)
  return found.size
}

async function endsWithItsDigest(path: string, size: number): Promise<boolean> {
  if (size <= digestLength) return false
  const hash = createHash('sha256')
  const end = size - digestLength
  for await (const chunk of createReadStream(path, { end: end - 1, highWaterMark: 1 << 20 }))
    hash.update(chunk as Buffer)
  const file = await open(path)
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(digestLength), position: end })
    return buffer.toString('latin1') === hash.digest('hex')
  } finally {
    await file.close()
  }
}

const openZip = (path: string): Promise<ZipFile> =>
  yauzl.openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true })

const nameOf = (entry: Entry): string => entry.fileName

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry[]>> {
  const entries = new Map<string, Entry[]>()
  for await (const entry of zip.eachEntry())
    entries.set(entry.fileName, [...(entries.get(entry.fileName) ?? []), entry])
  return entries
}

async function manifestOf(zip: ZipFile, entry: Entry | undefined): Promise<Manifest> {
  if (!entry || entry.uncompressedSize > longestManifest) throw new Error('no manifest')
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  return manifestSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
}

function readerOf(zip: ZipFile, entries: Map<string, Entry[]>, manifest: Manifest) {
  const parts = new Map(manifest.parts.map((part) => [part.name, part]))
  const read = async (name: string): Promise<Readable> => {
    const part = parts.get(name)
    const entry = entries.get(name)?.[0]
    if (!part || !entry) throw new StartFault(`Bagian ${name} tidak ada di dalam cadangan.`)
    // An error of either reaches who reads the last.
    return joined(await zip.openReadStreamPromise(entry), checking(part), () => {})
  }
  return { read, close: () => zip.close() }
}

/** Passes a part on and fails at its end when it is not what the manifest says. */
function checking(part: Part): Transform {
  const hash = createHash('sha256')
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
    flush(done) {
      const same = bytes === part.bytes && hash.digest('hex') === part.sha256
      done(same ? null : new StartFault(`Bagian ${part.name} tidak cocok dengan hash-nya.`))
    },
  })
}

/** Which part of an archive with a wrong digest has changed, for the operator. */
async function damageOf(archive: Archive): Promise<string> {
  for (const part of archive.manifest.parts)
    try {
      await drain(await archive.read(part.name))
    } catch {
      return `bagian ${part.name} berubah`
    }
  return 'isinya tidak lagi seperti ketika ditulis'
}

const drain = (stream: Readable) =>
  pipeline(stream, async (source) => {
    for await (const _ of source);
  })
