import type { HeaderLine } from './header-lines.ts'
import { comparisonKey } from './similarity.ts'
import type { NoiseKind } from './source.ts'

/** A number standing alone after one of these words belongs to the sentence. */
const expectsNumber = /\b(?:nomor|tahun|pasal|ayat|huruf|angka|tanggal|negara|indonesia)\s*$/i

/** What page breaks leave in running text: page numbers, catchwords and the footer of the JDIH site. */
export function pageBreakNoise(lines: readonly HeaderLine[]): Map<number, NoiseKind> {
  const noise = new Map<number, NoiseKind>()
  lines.forEach((line, i) => {
    if (isPageNumber(line.teks, lines[i - 1]?.teks ?? '')) noise.set(line.baris, 'nomor-halaman')
    if (/^(?:https?:\/\/)?(?:www\.)?jdih\S*$/i.test(line.teks)) noise.set(line.baris, 'kop')
  })
  const texts = lines.filter(({ baris }) => !noise.has(baris))
  texts.forEach((line, i) => {
    if (isCatchword(line.teks, texts[i + 1]?.teks ?? '')) noise.set(line.baris, 'sampah')
  })
  return noise
}

function isPageNumber(text: string, before: string): boolean {
  if (/^[-–—]\s*\d{1,3}\s*[-–—]$/.test(text)) return true
  if (/^(?:halaman|hal\.?)\s*\d{1,3}(?:\s*(?:dari|\/)\s*\d{1,3})?$/i.test(text)) return true
  return /^\d{1,3}$/.test(text) && !expectsNumber.test(before)
}

/** The next page's first words, printed at the foot of this one: "sebagaimana ..." or "4. Peraturan ...". */
function isCatchword(text: string, next: string): boolean {
  const words = /^(.*?\p{L})\s*(?:(?:\.\s?){2,}|…)$/u.exec(text)?.[1]
  return (
    words !== undefined &&
    words.length <= 40 &&
    comparisonKey(next).startsWith(comparisonKey(words))
  )
}
