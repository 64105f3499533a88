import { createHash } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { StartFault } from '#platform/errors.ts'
import { digestLength, type Manifest, manifestName, type Part } from './manifest.ts'

export type ArchiveWriter = {
  /** Writes one part from start to end; the parts come one after another. */
  add: (name: string, content: Readable, options?: { packed: boolean }) => Promise<Part>
  /** Writes the manifest and gives the archive its name; returns the digest at its end. */
  finish: (manifest: Omit<Manifest, 'parts'>) => Promise<string>
  /** Removes what was written. */
  discard: () => Promise<void>
}

/** A ZIP that grows beside `path` under another name, in constant memory. Throws StartFault when `path` is taken. */
export async function createArchive(path: string, now: Date): Promise<ArchiveWriter> {
  await refuseTaken(path)
  const half = `${path}.sebagian-${process.pid}`
  const file = await open(half, 'wx', 0o600).catch((error: unknown) => {
    throw new StartFault(
      `Cadangan tidak dapat ditulis ke ${dirname(path)}. Periksa folder dan izinnya.`,
      { cause: error },
    )
  })
  const zip = new ZipFile()
  const seal = sealed()
  const parts: Part[] = []
  const failed = new AbortController()
  zip.on('error', (error) => failed.abort(error))
  const written = pipeline(zip.outputStream, seal.stream, file.createWriteStream({ flush: true }), {
    signal: failed.signal,
  })
  written.catch((error: unknown) => failed.abort(error))

  const add: ArchiveWriter['add'] = async (name, content, { packed } = { packed: true }) => {
    const measured = measuring()
    const options = { mtime: now, mode: 0o100600, forceZip64Format: true, compress: packed }
    zip.addReadStream(measured.stream, name, options)
    await pipeline(content, measured.stream, { signal: failed.signal })
    const part = { name, ...measured.result() }
    parts.push(part)
    return part
  }

  async function finish(manifest: Omit<Manifest, 'parts'>): Promise<string> {
    const text = JSON.stringify({ ...manifest, parts }, null, 1)
    zip.addBuffer(Buffer.from(text), manifestName, { mtime: now, mode: 0o100600 })
    zip.end({ forceZip64Format: true, comment: '0'.repeat(digestLength) })
    await written
    await refuseTaken(path)
    await rename(half, path)
    return seal.digest()
  }

  const discard = async () => {
    failed.abort()
    await written.catch(() => {})
    await rm(half, { force: true })
  }
  return { add, finish, discard }
}

async function refuseTaken(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found) throw new StartFault(`${path} sudah ada. Pilih nama lain; cadangan tidak ditimpa.`)
}

/** Passes bytes on and knows in the end how many they were and their SHA-256. */
function measuring() {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  return { stream, result: () => ({ bytes, sha256: hash.digest('hex') }) }
}

/** Holds the last bytes back, the comment's place, and puts the digest of all others there. */
function sealed() {
  const hash = createHash('sha256')
  let tail = Buffer.alloc(0)
  let digest = ''
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      const all = Buffer.concat([tail, chunk])
      const cut = Math.max(0, all.length - digestLength)
      tail = Buffer.from(all.subarray(cut))
      const ready = all.subarray(0, cut)
      hash.update(ready)
      done(null, ready)
    },
    flush(done) {
      digest = hash.digest('hex')
      done(null, Buffer.from(digest))
    },
  })
  return { stream, digest: () => digest }
}
