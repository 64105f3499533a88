import type { RenaksiKeputusan } from '../renaksi.ts'
import type { NoiseKind, SourceLine } from './source.ts'
import { comparisonKey } from './similarity.ts'
import { cleanText, upperShare } from './text.ts'
import { findArea } from './vocabulary.ts'

/** A line of an annex that holds words of the plan. */
export type FlatLine = {
  baris: number
  /** page by the file's own count, or by the repetition of the heading, from 1 */
  halaman: number
  teks: string
  /** an empty line stands before it */
  spaced: boolean
  /** the file shows that a cell begins here */
  cell: boolean
}

/** What the heading says the table holds besides area, kegiatan and butir. */
export type FlatColumns = Record<'indikator' | 'langkah' | 'eviden' | 'waktu', boolean>

export type FlatText = {
  lines: FlatLine[]
  noise: Map<number, NoiseKind>
  columns: FlatColumns
  /** lines of tick marks, whose months are lost with the table */
  ticks: number[]
}

const headingWord =
  '(?:no|nomor|area|perubahan|komponen|program|sub|kegiatan|indikator|keberhasilan|kinerja|' +
  'pelaksanaan|bulan|triwulan|ket|keterangan|langkah|rencana|aksi|eviden|evidence|bukti|data|' +
  'dukung|target|waktu|penilaian|uraian|output|hasil|jadwal|tahun)'
const month =
  '(?:januari|jan|februari|feb|maret|mar|april|apr|mei|juni|jun|juli|jul|agustus|agust|agus|' +
  'agt|ags|agu|september|sept|sep|oktober|okt|november|nov|nop|desember|des)'
const onlyHeading = new RegExp(`^(?:${headingWord})+$`)
const onlyMonths = new RegExp(`^${month}{4,}$`)
const oneMonth = /^(?:jan|feb|mar|apr|mei|jun|jul|agt|ags|agu|sep|sept|okt|nov|nop|des)$/
const kop =
  /^(?:LAMPIRAN|KEPUTUSAN |NOMOR\b|TENTANG\b|RENCANA AKSI |KOMISI PEMILIHAN UMUM|DI LINGKUNGAN|TAHUN \d{4}|(?:PROVINSI|KABUPATEN|KOTA) )/
const signature =
  /^(?:di)?tetapkan di\b|^salinan sesuai|^ketua komisi pemilihan umum|^ttd\b|^\(?ttd\.?\)?$/i
/** A block of signatures has at most so many lines with words. */
const signatureLines = 14
const tickMarks = /(?:^|\s)[√✓✔■▪xXvV](?:\s+[√✓✔■▪xXvV])*\s*$/u

/** Separates the words of the plan from headings, page furniture and signatures. */
export function readFlatText(source: SourceLine[], keputusan: RenaksiKeputusan): FlatText {
  const noise = new Map<number, NoiseKind>()
  const filled = source.flatMap((line, at) => {
    const spaced = isBlank(source[at - 1])
    const texts = cellTexts(line)
    if (texts.length === 0) noise.set(line.baris, 'kosong')
    return texts.map((teks) => ({ line, teks, spaced, cell: texts.length > 1 }))
  })
  const texts = filled.map((each) => each.teks)
  const kinds = noiseKinds(texts, keputusan)
  const pages = numberPages(filled, texts, kinds)
  const lines: FlatLine[] = []
  const ticks: number[] = []
  filled.forEach(({ line, teks, spaced, cell }, at) => {
    const kind = kinds[at]
    const words = kind ? '' : withoutTicks(teks)
    if (!kind && words !== teks) ticks.push(line.baris)
    if (words === '') noise.set(line.baris, kind ?? 'sampah')
    else lines.push({ baris: line.baris, halaman: pages[at] ?? 1, teks: words, spaced, cell })
  })
  for (const line of lines) noise.delete(line.baris)
  return { lines, noise, columns: columnsNamed(texts, kinds), ticks }
}

/** The texts of a line: of its cells, where tabs or the file itself tell them apart. */
function cellTexts({ teks, sel }: SourceLine): string[] {
  const texts = sel ? sel.map((cell) => cell.teks) : teks.split('\t')
  return texts.map(cleanText).filter((text) => text !== '')
}

function isBlank(line: SourceLine | undefined): boolean {
  return line !== undefined && line.teks.trim() === ''
}

/** Ticks stand alone or behind the last cell of a row; a lone letter must be one of several. */
function withoutTicks(text: string): string {
  const found = tickMarks.exec(text)
  if (!found) return text
  const certain = /[√✓✔■▪]/u.test(found[0]) || found[0].trim().split(/\s+/).length > 1
  return certain ? text.slice(0, found.index).trim() : text
}

function noiseKinds(texts: string[], keputusan: RenaksiKeputusan): (NoiseKind | null)[] {
  const kinds = texts.map((text) => lineKind(text, keputusan))
  spreadHeadings(texts, kinds)
  markSignatures(texts, kinds)
  return kinds
}

function lineKind(text: string, keputusan: RenaksiKeputusan): NoiseKind | null {
  if (isNumberRow(text)) return 'nomor-kolom'
  if (/^[-–—]\s*\d{1,3}\s*[-–—]$|^(?:halaman|hal\.)\s*\d+/i.test(text)) return 'nomor-halaman'
  if (!/[\p{L}\p{N}√✓✔■▪]/u.test(text)) return 'sampah'
  const key = comparisonKey(text)
  if (onlyMonths.test(key)) return 'judul-tabel'
  if (upperShare(text) < 1) return null
  if (onlyHeading.test(key)) return 'judul-tabel'
  const title = comparisonKey(`${keputusan.judul} ${keputusan.penerbit}`)
  return kop.test(text) || (key.length >= 8 && title.includes(key)) ? 'kop' : null
}

/** "1 2 3 5 7": the numbers of columns, rising. */
function isNumberRow(text: string): boolean {
  if (!/^\(?\d{1,2}\)?(?:\s+\(?\d{1,2}\)?)+$/.test(text)) return false
  const values = text.replace(/[()]/g, '').split(/\s+/).map(Number)
  return values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0))
}

/** Heading words in small letters count only beside a heading; the end of an area's title never. */
function spreadHeadings(texts: string[], kinds: (NoiseKind | null)[]): void {
  texts.forEach((text, at) => {
    const whole = `${texts[at - 1] ?? ''} ${text}`
    if (kinds[at] === 'judul-tabel' && kinds[at - 1] !== 'judul-tabel' && findArea(whole)) {
      kinds[at] = null
    }
  })
  const isHeading = (at: number) => kinds[at] === 'judul-tabel'
  const weak = texts.map((text) => {
    const key = comparisonKey(text)
    return onlyHeading.test(key) || oneMonth.test(key)
  })
  const visit = (at: number) => {
    if (kinds[at] !== null || !weak[at] || !/^\p{Lu}/u.test(texts[at] ?? '')) return
    const belongsToArea = findArea(`${texts[at - 1] ?? ''} ${texts[at] ?? ''}`) !== null
    if (!belongsToArea && (isHeading(at - 1) || isHeading(at + 1))) kinds[at] = 'judul-tabel'
  }
  for (let at = 0; at < texts.length; at++) visit(at)
  for (let at = texts.length - 1; at >= 0; at--) visit(at)
}

function markSignatures(texts: string[], kinds: (NoiseKind | null)[]): void {
  for (let at = 0; at < texts.length; at++) {
    if (kinds[at] === 'judul-tabel' || !signature.test(texts[at] ?? '')) continue
    for (let i = at; i < Math.min(texts.length, at + signatureLines); i++) {
      if (kinds[i] === 'judul-tabel' || kinds[i] === 'nomor-kolom') break
      kinds[i] = 'pengesahan'
    }
  }
}

/** A page begins where the file says so or where the first line of the heading comes again. */
function numberPages(
  filled: { line: SourceLine }[],
  texts: string[],
  kinds: (NoiseKind | null)[],
): number[] {
  const first = kinds.indexOf('judul-tabel')
  const opening = first < 0 ? null : comparisonKey(texts[first] ?? '')
  let page = 1
  return filled.map(({ line }, at) => {
    const before = filled[at - 1]?.line.halaman
    const repeated =
      at > first && kinds[at] === 'judul-tabel' && comparisonKey(texts[at] ?? '') === opening
    const turned = line.halaman === undefined ? repeated : at > 0 && line.halaman !== before
    if (turned) page++
    return page
  })
}

function columnsNamed(texts: string[], kinds: (NoiseKind | null)[]): FlatColumns {
  const heading = texts.filter((_, at) => kinds[at] === 'judul-tabel').join(' ')
  return {
    indikator: /indikator\s*(?:keberhasilan|kinerja|output)|output/i.test(heading),
    langkah: /langkah|rencana\s*aksi/i.test(heading),
    eviden: /eviden|bukti|data\s*dukung/i.test(heading),
    waktu: /waktu|jadwal/i.test(heading),
  }
}
