import type { RenaksiKeputusan } from '../renaksi.ts'
import { comparisonKey } from './similarity.ts'
import type { NoiseKind } from './source.ts'
import { upperShare } from './text.ts'
import { findArea } from './vocabulary.ts'

const headingWord =
  '(?:no|nomor|area|perubahan|komponen|program|sub|kegiatan|indikator|keberhasilan|kinerja|' +
  'pelaksanaan|bulan|triwulan|ket|keterangan|langkah|rencana|aksi|eviden|evidence|bukti|data|' +
  'dukung|target|waktu|penilaian|uraian|output|hasil|jadwal|tahun)'
const month =
  '(?:januari|jan|februari|feb|maret|mar|april|apr|mei|juni|jun|juli|jul|agustus|agust|agus|' +
  'agt|ags|agu|september|sept|sep|oktober|okt|november|nov|nop|desember|des)'
const onlyHeading = new RegExp(`^(?:${headingWord})+$`)
const onlyMonths = new RegExp(`^${month}{4,}$`)
const kop =
  /^(?:LAMPIRAN|KEPUTUSAN |NOMOR\b|TENTANG\b|RENCANA AKSI |KOMISI PEMILIHAN UMUM|DI LINGKUNGAN|TAHUN \d{4}|(?:PROVINSI|KABUPATEN|KOTA) )/
const signature =
  /^(?:di)?tetapkan di\b|^salinan sesuai|^ketua komisi pemilihan umum|^ttd\b|^\(?ttd\.?\)?$/i
/** A block of signatures has at most so many lines with words. */
const signatureLines = 14
/** Words of headings that stand in no title of a kegiatan alone on their line. */
const aloneHeading =
  /^(?:no|nomor|area|perubahan|kegiatan|ket|keterangan|bulan|indikator|keberhasilan|eviden|komponen|penilaian|waktu|target|sub|langkah|jan|feb|mar|apr|mei|jun|jul|agt|ags|agu|sept?|okt|nov|nop|des)$/

type Kinds = (NoiseKind | null)[]

/** What is no part of the plan among the lines of an annex: headings, its own head, signatures. */
export function noiseKinds(texts: string[], keputusan: RenaksiKeputusan): Kinds {
  const kinds = texts.map(lineKind)
  keepAreas(texts, kinds)
  spreadHead(texts, kinds, comparisonKey(`${keputusan.judul} ${keputusan.penerbit}`))
  spread(texts, kinds, ['judul-tabel', 'nomor-kolom'], isWeakHeading)
  keepAreas(texts, kinds)
  markSignatures(texts, kinds)
  return kinds
}

function lineKind(text: string): NoiseKind | null {
  if (isNumberRow(text)) return 'nomor-kolom'
  if (/^[-–—]\s*\d{1,3}\s*[-–—]$|^(?:halaman|hal\.)\s*\d+/i.test(text)) return 'nomor-halaman'
  if (!/[\p{L}\p{N}√✓✔■▪]/u.test(text)) return 'sampah'
  const key = comparisonKey(text)
  if (onlyMonths.test(key)) return 'judul-tabel'
  const words = text.trim().split(/\s+/).length
  if (onlyHeading.test(key) && words >= (upperShare(text) < 1 ? 4 : 2)) return 'judul-tabel'
  return upperShare(text) === 1 && kop.test(text) ? 'kop' : null
}

/** "1 2 3 5 7": the numbers of columns, rising. */
function isNumberRow(text: string): boolean {
  if (!/^\(?\d{1,2}\)?(?:\s+\(?\d{1,2}\)?)+$/.test(text)) return false
  const values = text.replace(/[()]/g, '').split(/\s+/).map(Number)
  return values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0))
}

/** "1 MANAJEMEN" / "PERUBAHAN": the end of an area's title is no heading. */
function keepAreas(texts: string[], kinds: Kinds): void {
  texts.forEach((text, at) => {
    if (kinds[at] !== 'judul-tabel' || kinds[at - 1]) return
    if (findArea(`${texts[at - 1] ?? ''} ${text}`)) kinds[at] = null
  })
}

/** Lines beside the head of the annex that go on with the title of the decree. */
function spreadHead(texts: string[], kinds: Kinds, title: string): void {
  const goesOn = (text: string) => upperShare(text) === 1 && title.includes(comparisonKey(text))
  texts.forEach((text, at) => {
    const beside = kinds[at - 1] === 'kop' || kinds[at + 1] === 'kop'
    // "RENCANA AKSI" above the title of the decree names no column
    if (kinds[at] === 'judul-tabel' && beside && goesOn(text)) kinds[at] = 'kop'
  })
  spread(texts, kinds, ['kop'], goesOn)
}

function isWeakHeading(text: string): boolean {
  const key = comparisonKey(text)
  if (!/^\p{Lu}/u.test(text)) return false
  return aloneHeading.test(key) || (onlyHeading.test(key) && text.trim().includes(' '))
}

/** Gives the first of the kinds to lines that may have it and stand beside one of these kinds. */
function spread(
  texts: string[],
  kinds: Kinds,
  [kind, ...others]: [NoiseKind, ...NoiseKind[]],
  mayBe: (text: string) => boolean,
): void {
  const visit = (at: number, beside: number) => {
    const text = texts[at] ?? ''
    const near = kinds[beside]
    if (kinds[at] !== null || !near || !(near === kind || others.includes(near))) return
    if (!mayBe(text)) return
    if (!findArea(`${texts[at - 1] ?? ''} ${text}`)) kinds[at] = kind
  }
  for (let at = 1; at < texts.length; at++) visit(at, at - 1)
  for (let at = texts.length - 2; at >= 0; at--) visit(at, at + 1)
}

/** A signature and the names below it, up to the next heading. */
function markSignatures(texts: string[], kinds: Kinds): void {
  for (let at = 0; at < texts.length; at++) {
    if (kinds[at] === 'judul-tabel' || !signature.test(texts[at] ?? '')) continue
    for (let i = at; i < Math.min(texts.length, at + signatureLines); i++) {
      if (kinds[i] === 'judul-tabel' || kinds[i] === 'nomor-kolom') break
      kinds[i] = 'pengesahan'
    }
  }
}
