import { createHash } from 'node:crypto'
import type { IsiBukti } from '#platform/bukti-otomatis.ts'
import { longDate } from '#platform/date.ts'
import { cleanName } from '#platform/files/name.ts'
import type { EvidenBrief, EvidenUse } from '../queries/uses.ts'

/** One use as the archive lists it: where it stands in words, and the evidence. */
export type ZipRow = {
  area: string
  kegiatan: string
  butir: string
  use: EvidenUse
  /** the figures of a record of the system */
  document: IsiBukti | null
}

export type ZipContent =
  | { kind: 'kept'; sha256: string; bytes: number; compress: boolean }
  | { kind: 'text'; text: string }

/** One file of the archive; evidence that proves many rows is in it once. */
export type ZipEntry = { path: string; sha256: string; content: ZipContent }

/** The files of an archive, and for each evidence the path of its file (null: not in it, since not checked). */
export type ZipPlan = { entries: ZipEntry[]; pathOf: ReadonlyMap<string, string | null> }

/** Decides what the archive holds under which name, before a byte is read. */
export function planZip(rows: readonly ZipRow[], render: (row: ZipRow) => string): ZipPlan {
  const entries = new Map<string, ZipEntry>()
  const pathOf = new Map<string, string | null>()
  const taken = new Set<string>()
  for (const row of rows) {
    const { eviden } = row.use
    if (pathOf.has(eviden.id)) continue
    const content = contentOf(row, render)
    if (content === null) {
      pathOf.set(eviden.id, null)
      continue
    }
    const sha256 = content.kind === 'kept' ? content.sha256 : sha256Of(content.text)
    const known = entries.get(sha256)
    const path = known?.path ?? freePath(row.area, fileName(eviden), taken)
    pathOf.set(eviden.id, path)
    if (!known) entries.set(sha256, { path, sha256, content })
  }
  return { entries: [...entries.values()], pathOf }
}

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Already compressed kinds are stored as they are: trying again costs time and gains nothing. */
const compressible = /^text\/|\/(json|xml|csv|rtf|svg\+xml)$|bmp$|wav$/

function contentOf(row: ZipRow, render: (row: ZipRow) => string): ZipContent | null {
  const { eviden } = row.use
  const { berkas } = eviden
  if (eviden.bentuk === 'berkas') {
    if (berkas?.state !== 'ready' || berkas.sha256 === null) return null
    const { sha256, ukuran, jenisIsi } = berkas
    return { kind: 'kept', sha256, bytes: ukuran ?? 0, compress: compressible.test(jenisIsi ?? '') }
  }
  return { kind: 'text', text: eviden.bentuk === 'otomatis' ? render(row) : textOf(eviden) }
}

const textOf = (eviden: EvidenBrief): string =>
  [
    eviden.judul,
    longDate(eviden.tanggal),
    eviden.sumber ? `Sumber: ${eviden.sumber}` : '',
    eviden.url ?? eviden.teks ?? '',
    eviden.urlJudul ? `Judul halaman ketika dibaca: ${eviden.urlJudul}` : '',
  ]
    .filter(Boolean)
    .join('\r\n')
    .concat('\r\n')

function fileName({ bentuk, judul, berkas }: EvidenBrief): string {
  if (bentuk === 'otomatis') return `${judul}.html`
  if (!berkas) return `${judul}.txt`
  const ending = /\.[^.]{1,8}$/.exec(berkas.nama)?.[0] ?? ''
  return `${judul}${ending}`
}

const longestPart = 80

/** A name that every system can unpack: no path in it, no sign that a shell or Windows reads. */
function part(name: string): string {
  const clean = cleanName(name.replaceAll(/[\\/]/g, '-'))
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._ -]/gu, '-')
    .replaceAll(/[\s-]*-[\s-]*/g, '-')
    .replace(/^[.\s-]+/, '')
  const ending = /\.[^.]{1,8}$/.exec(clean)?.[0] ?? ''
  const stem = clean.slice(0, clean.length - ending.length).slice(0, longestPart - ending.length)
  return `${stem.replace(/[.\s-]+$/, '') || 'eviden'}${ending}`
}

function freePath(area: string, name: string, taken: Set<string>): string {
  const [folder, file] = [part(area).replaceAll('.', ''), part(name)]
  const ending = /\.[^.]{1,8}$/.exec(file)?.[0] ?? ''
  for (let n = 1; ; n++) {
    const own = n === 1 ? file : `${file.slice(0, file.length - ending.length)} (${n})${ending}`
    const path = `${folder}/${own}`
    // Windows and macOS hold two names that differ only in case for one.
    if (taken.has(path.toLowerCase())) continue
    taken.add(path.toLowerCase())
    return path
  }
}
