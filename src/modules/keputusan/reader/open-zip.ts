import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { limits, tooMuchContent } from './limits.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** The parts of an Office file, by name. Nothing is unpacked before it is asked for. */
export type Zip = {
  names: string[]
  /** Unpacks a part piece by piece, within the limits; null where there is no such part. */
  part: (name: string) => Promise<AsyncIterable<Uint8Array> | null>
}

/** Reads the directory of a zip archive held in memory. Throws UnreadableFile where it is broken. */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const file = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, autoClose: false })
    const entries = await readEntries(file)
    return { names: [...entries.keys()], part: async (name) => openPart(file, entries.get(name)) }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : brokenZip(error)
  }
}

async function readEntries(file: ZipFile): Promise<Map<string, Entry>> {
  if (file.entryCount > limits.zipEntries) throw tooMuchContent()
  const entries = new Map<string, Entry>()
  for await (const entry of file.eachEntry()) {
    if (entry.isEncrypted()) {
      throw new UnreadableFile(
        'Berkas ini terkunci dengan kata sandi. Buka kuncinya, simpan, lalu unggah kembali.',
      )
    }
    entries.set(entry.fileName, entry)
  }
  return entries
}

async function openPart(
  file: ZipFile,
  entry: Entry | undefined,
): Promise<AsyncIterable<Uint8Array> | null> {
  if (!entry) return null
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
  const large = entry.uncompressedSize > 1024 * 1024
  if (entry.uncompressedSize > limits.partBytes || (large && ratio > limits.zipRatio)) {
    throw zipBomb()
  }
  try {
    return guarded(await file.openReadStreamPromise(entry))
  } catch (error) {
    throw brokenZip(error)
  }
}

/** The directory of an archive may lie about sizes, so what comes out is counted as well. */
async function* guarded(stream: Readable): AsyncGenerator<Uint8Array> {
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > limits.partBytes) throw zipBomb()
      yield chunk
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : brokenZip(error)
  }
}

function zipBomb(): UnreadableFile {
  return new UnreadableFile(
    'Isi berkas ini membengkak tidak wajar ketika dibuka, sehingga pembacaannya dihentikan. ' +
      'Salin isi keputusan ke dokumen baru, simpan, lalu unggah dokumen baru itu.',
  )
}

function brokenZip(cause: unknown): UnreadableFile {
  return new UnreadableFile(
    'Berkas ini rusak atau terpotong. Buka di Word atau Excel, simpan ulang, lalu unggah kembali.',
    { cause },
  )
}
