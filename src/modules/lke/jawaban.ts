import { Fraction } from 'fraction.js'
import { type Instrumen, type Pertanyaan, pertanyaanOf, type Rumus } from './instrumen.ts'

/** What was answered: a level, an index, or counts by their key. */
export type Jawaban = string | number | Readonly<Record<string, number>>

/** How full each answered question is, 0 to 1; a question that is absent has no answer. */
export type Nisbah = ReadonlyMap<string, Fraction>

const mostIndex = 4

/**
 * Reads answers by question. Nothing is taken when one of them is unknown or impossible: the problems name each.
 * `null` and '' are blank, as are counts that are not all there or whose denominator is nothing.
 */
export function readJawaban(
  instrumen: Instrumen,
  given: Readonly<Record<string, unknown>>,
): { nisbah: Nisbah; problems: string[] } {
  const known = new Map(pertanyaanOf(instrumen).map((one) => [one.id, one]))
  const nisbah = new Map<string, Fraction>()
  const problems: string[] = []
  for (const [id, value] of Object.entries(given)) {
    const asked = known.get(id)
    if (!asked) {
      problems.push(`${id}: tidak ada pertanyaan dengan nomor ini.`)
      continue
    }
    const found = nisbahOf(instrumen, asked, value)
    if (typeof found === 'string') problems.push(`${id}: ${found}`)
    else if (found) nisbah.set(id, found)
  }
  return { nisbah, problems }
}

/** The ratio of one answer, null when blank, a sentence when it cannot be. */
function nisbahOf(
  instrumen: Instrumen,
  asked: Pertanyaan,
  value: unknown,
): Fraction | string | null {
  if (value === null || value === '') return null
  if (asked.jawaban === 'persen') return persenOf(asked, value)
  if (asked.jawaban === 'indeks-4') return indeksOf(value)
  const skala = instrumen.skala[asked.jawaban] ?? {}
  if (typeof value === 'string' && Object.hasOwn(skala, value))
    return new Fraction(skala[value] ?? '0')
  return `"${shown(value)}" bukan pilihan; pilih ${Object.keys(skala).join(', ')}.`
}

function indeksOf(value: unknown): Fraction | string {
  if (typeof value !== 'number' || !Number.isFinite(value))
    return `"${shown(value)}" bukan angka; tulis indeks 0 sampai ${mostIndex}.`
  if (value < 0 || value > mostIndex) return `indeks ${value} di luar 0 sampai ${mostIndex}.`
  // the decimal that was written, not the nearest binary one
  return new Fraction(String(value)).div(mostIndex)
}

function persenOf(asked: Pertanyaan, value: unknown): Fraction | string | null {
  const keys = (asked.masukan ?? []).map(({ kunci }) => kunci)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `tulis jumlah untuk ${keys.join(', ')}.`
  const counts = new Map<string, bigint>()
  for (const [key, count] of Object.entries(value)) {
    if (!keys.includes(key)) return `"${key}" tidak dikenal; yang diminta ${keys.join(', ')}.`
    if (count === null || count === '') continue
    if (typeof count !== 'number' || !Number.isSafeInteger(count))
      return `${key} harus bilangan bulat, bukan "${shown(count)}".`
    if (count < 0) return `${key} tidak boleh negatif (${count}).`
    counts.set(key, BigInt(count))
  }
  if (counts.size < keys.length || !asked.rumus) return null
  return hitung(asked.rumus, counts)
}

/** Applies a formula to counts; null where the denominator is nothing. */
export function hitung(rumus: Rumus, counts: ReadonlyMap<string, bigint>): Fraction | null {
  const sum = (keys: readonly string[]) =>
    keys.reduce((total, key) => total + (counts.get(key) ?? 0n), 0n)
  if (rumus.jenis === 'rasio') {
    const of = sum(rumus.penyebut)
    return of === 0n ? null : clamped(new Fraction(sum(rumus.pembilang), of))
  }
  const before = sum([rumus.lalu])
  const now = sum([rumus.kini])
  if (before === 0n) return new Fraction(now === 0n ? 1 : 0)
  return clamped(new Fraction(before - now, before))
}

function clamped(value: Fraction): Fraction {
  if (value.compare(1) > 0) return new Fraction(1)
  return value.compare(0) < 0 ? new Fraction(0) : value
}

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value)
