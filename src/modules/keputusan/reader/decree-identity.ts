import type { HeaderLine } from './header-lines.ts'
import { readDate, readNumber, type DecreeNumber } from './decree-number.ts'
import { readIssuer, type Issuer } from './issuer.ts'
import { joinLines, normalizeSpaces } from './text.ts'

/** What the heading of a decree, or of its annex, says about the decree. */
export type DecreeIdentity = {
  issuer: Issuer | null
  number: DecreeNumber | null
  judul: string | null
  tanggal: string | null
}

const official =
  /^(?:(?:PLT|PLH|PJS)\.?\s+)?(?:KETUA|SEKRETARIS(?:\s+JENDERAL)?)\s+(?:KOMISI|KPU|KIP)\b[^\d]*$/i
const blessing = /^DENGAN\s+RAHMAT\s+TUHAN\b.*$/i

/** Lines; more are no heading, but a document in which no clause was found. */
const longestHeading = 40
const trailingDate = /\s*\bTANGGAL\b\s*:?\s*\d.*$/i
const trailingNumber = /\s*\bNOMOR\s*:?\s*(\S+(?:\s+TAHUN\s+\d{4})?)(?:\s*\bTANGGAL\b.*)?$/i

/** Reads "KEPUTUSAN … NOMOR … TENTANG …" up to the official who decides. */
export function readHeading(all: readonly HeaderLine[]): DecreeIdentity {
  const lines = all.slice(0, longestHeading)
  const end = lines.findLastIndex((_, i) => official.test(textFrom(lines, i)))
  const body = lines
    .slice(0, end > 0 ? end : lines.length)
    .filter(({ teks }) => !blessing.test(teks))
  const identity = readIdentity(joinLines(body.map(({ teks }) => teks)))
  const decider = end > 0 ? readIssuer(textFrom(lines, end)) : null
  return { ...identity, issuer: identity.issuer ?? decider }
}

/** How many lines from the start of an annex are its heading: number, date and title of the decree. */
export function annexHeadingLength(lines: readonly HeaderLine[]): number {
  const longest = 14
  let soFar = ''
  for (const [i, line] of lines.slice(0, longest).entries()) {
    if (i > 0 && isFinished(soFar, line)) return i
    soFar = normalizeSpaces(`${soFar} ${line.teks}`)
  }
  return Math.min(lines.length, longest)
}

/** Reads office, number, title and date from one text; an annex may have the number after the title. */
export function readIdentity(text: string): DecreeIdentity {
  const flat = normalizeSpaces(text)
  const about = /\bTENTANG\b\s*:?\s*/i.exec(flat)
  const before = about === null ? flat : flat.slice(0, about.index)
  const after = about === null ? '' : flat.slice(about.index + about[0].length)
  const own = /\bNOMOR\s*:?\s*(\S.*?)(?=\s*(?:\bTANGGAL\b|$))/i.exec(before)?.[1]
  const date = /\bTANGGAL\b\s*:?\s*(?=\d)(.*)$/i.exec(flat)?.[1]
  const tail = own === undefined ? trailingNumber : trailingDate
  const number = own ?? trailingNumber.exec(after)?.[1]
  return {
    issuer: readIssuer(before.replace(/^.*?\bKEPUTUSAN\b/i, '')) ?? readIssuer(before),
    number: number === undefined ? null : readNumber(number),
    judul: cleanTitle(after.replace(tail, '')),
    tanggal: date === undefined ? null : readDate(date),
  }
}

const labels = {
  nomor: /^nomor(?:\s+(?:sk|surat|keputusan))*\s*:?\s+(?=\S*\d)/i,
  tanggal: /^tanggal(?:\s+(?:sk|penetapan|keputusan))*\s*:?\s+(?=\d)/i,
  tentang: /^(?:tentang|perihal|judul)\s*:?\s+/i,
  satker: /^(?:satuan kerja|satker|kantor|instansi|unit kerja)\s*:?\s+/i,
}

/** Reads lines of label and value, as a spreadsheet without a decree has them above its table. */
export function readLabels(lines: readonly HeaderLine[]): DecreeIdentity {
  const value = (label: RegExp) => {
    const line = lines.find(({ teks }) => label.test(teks))
    return line === undefined ? null : line.teks.replace(label, '')
  }
  const nomor = value(labels.nomor)
  return {
    issuer: readIssuer(value(labels.satker) ?? ''),
    number: nomor === null ? null : readNumber(nomor),
    judul: cleanTitle(value(labels.tentang) ?? ''),
    tanggal: readDate(value(labels.tanggal) ?? ''),
  }
}

function cleanTitle(text: string): string | null {
  const title = text.replace(/[\s.,;:]+$/, '')
  return title === '' ? null : title
}

function textFrom(lines: readonly HeaderLine[], i: number): string {
  return normalizeSpaces(
    lines
      .slice(i)
      .map(({ teks }) => teks)
      .join(' '),
  )
}

function isFinished(soFar: string, next: HeaderLine): boolean {
  const continues = /^(?::|NOMOR|TANGGAL|TENTANG|KEPUTUSAN|SURAT)\b/i.test(next.teks)
  if (continues) return false
  if (/\bTENTANG\b.*\bTAHUN\s+\d{4}$/i.test(soFar)) return true
  const titleOpen = /\bTENTANG\b/i.test(soFar) && !/\bTENTANG\b.*\bTANGGAL\b/i.test(soFar)
  return next.setelahKosong && /\bNOMOR\b.*\d/i.test(soFar) && !titleOpen
}
