import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { readBerkas } from '#modules/berkas'
import type { Services } from '#platform/services.ts'
import { planZip, sha256Of, type ZipEntry, type ZipRow } from './zip-entries.ts'
import { documentHtml, indexCsv, indexHtml, type ZipHead } from './zip-index.tsx'

/** How many files, and how many bytes they hold before they are packed. */
export function zipSize(rows: readonly ZipRow[]): { files: number; bytes: number } {
  const { entries } = planZip(rows, documentHtml)
  const bytes = entries.reduce(
    (total, { content }) =>
      total + (content.kind === 'kept' ? content.bytes : Buffer.byteLength(content.text)),
    0,
  )
  return { files: entries.length, bytes }
}

/**
 * Evidence as an archive with an index and the hash of every file. It is written while it is read:
 * one file is open at a time, whatever the archive weighs.
 */
export function evidenZip(
  services: Pick<Services, 'files'>,
  head: ZipHead,
  rows: readonly ZipRow[],
  at: Date,
): Readable {
  const zip = new ZipFile()
  // yazl types its output as the older interface; it is a PassThrough.
  const out = zip.outputStream as Readable
  zip.on('error', (error: Error) => out.destroy(error))
  const plan = planZip(rows, documentHtml)
  const indexes = { 'indeks.html': indexHtml(head, rows, plan), 'indeks.csv': indexCsv(rows, plan) }
  for (const [path, text] of Object.entries(indexes))
    zip.addBuffer(Buffer.from(text), path, { mtime: at })
  for (const entry of plan.entries) addEntry(services, { zip, at }, entry)
  const sums = [
    ...plan.entries.map(({ sha256, path }) => `${sha256}  ${path}\n`),
    ...Object.entries(indexes).map(([path, text]) => `${sha256Of(text)}  ${path}\n`),
  ]
  zip.addBuffer(Buffer.from(sums.join('')), 'SHA256SUMS', { mtime: at })
  zip.end()
  return out
}

type Target = { zip: ZipFile; at: Date }

function addEntry(services: Pick<Services, 'files'>, { zip, at }: Target, entry: ZipEntry) {
  const { path, content } = entry
  if (content.kind === 'text') {
    zip.addBuffer(Buffer.from(content.text), path, { mtime: at })
    return
  }
  const { sha256, bytes, compress } = content
  zip.addReadStreamLazy(path, { mtime: at, compress, size: bytes }, (done) => {
    done(null, Readable.from(partsOf(services, sha256)))
  })
}

/** Opens the content only when its first part is asked for, and closes it with whoever stops asking. */
async function* partsOf(services: Pick<Services, 'files'>, sha256: string) {
  yield* await readBerkas(services, Buffer.from(sha256, 'hex'))
}
