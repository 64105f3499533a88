import { Fraction } from 'fraction.js'
import { gerbangOf } from './gerbang.ts'
import {
  type Bagian,
  bagianOf,
  type Instrumen,
  type Pertanyaan,
  pertanyaanOf,
} from './instrumen.ts'
import type { Nisbah } from './jawaban.ts'
import { nilaiOf, simpulMap } from './nilai.ts'
import { cheapest, type Wanted } from './pilih-termurah.ts'

/** Effort of lifting each question, 1 to 20; absent is 1, null says that it cannot be lifted. */
export type Usaha = Readonly<Record<string, number | null>>

const mostUsaha = 20

/** Efforts as given with a sheet; the problems name each that cannot be. */
export function readUsaha(
  instrumen: Instrumen,
  given: unknown,
): { usaha: Usaha; problems: string[] } {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { usaha: {}, problems: ['"usaha" harus objek nomor pertanyaan dan usahanya.'] }
  const known = new Set(pertanyaanOf(instrumen).map(({ id }) => id))
  const problems = Object.entries(given).flatMap(([id, usaha]) => {
    if (!known.has(id)) return [`${id}: tidak ada pertanyaan dengan nomor ini.`]
    const fits = Number.isInteger(usaha) && Number(usaha) >= 1 && Number(usaha) <= mostUsaha
    return usaha === null || fits
      ? []
      : [`${id}: usaha harus bilangan bulat 1 sampai ${mostUsaha}, atau null.`]
  })
  return { usaha: given as Usaha, problems }
}

export type Langkah = {
  id: string
  teks: string
  usaha: number
  /** what the question is worth now and after it is lifted, in points */
  dari: Fraction
  ke: Fraction
  /** the level, index or share that is needed, in words */
  sasaran: string
}

export type JalanLulus =
  | { ada: true; usaha: number; langkah: Langkah[] }
  | { ada: false; terhalang: { id: string; syarat: string }[] }

/**
 * The questions whose lifting costs least so that every condition of a gate holds; exact, with blanks counted as
 * nothing. Each is then asked for no more than the gate needs. Without a way it says which conditions stand in it.
 */
export function jalanLulus(
  instrumen: Instrumen,
  { nisbah, gerbang, usaha = {} }: { nisbah: Nisbah; gerbang: string; usaha?: Usaha },
): JalanLulus {
  const best = new Map(nisbah)
  for (const { id } of pertanyaanOf(instrumen))
    if (usaha[id] !== null) best.set(id, new Fraction(1))
  const blocked = failing(instrumen, best, gerbang)
  if (blocked.length > 0) return { ada: false, terhalang: blocked }
  const now = simpulMap(nilaiOf(instrumen, nisbah, 'nol'))
  const items = pertanyaanOf(instrumen).flatMap(({ id }) => {
    const gain = (now.get(id)?.bobot ?? new Fraction(0)).sub(now.get(id)?.nilai ?? 0)
    const cost = usaha[id] === undefined ? 1 : usaha[id]
    return cost === null || gain.compare(0) <= 0 ? [] : [{ id, gain, cost }]
  })
  const chosen = cheapest(items, wantedOf(instrumen, gerbang, now))
  const needed = lowered(instrumen, { nisbah, gerbang, chosen })
  const langkah = pertanyaanOf(instrumen)
    .filter(({ id }) => needed.has(id))
    .map((one): Langkah => {
      const node = now.get(one.id)
      const share = needed.get(one.id) ?? new Fraction(1)
      return {
        id: one.id,
        teks: one.teks,
        usaha: usaha[one.id] ?? 1,
        dari: node?.nilai ?? new Fraction(0),
        ke: share.mul(node?.bobot ?? 0),
        sasaran: sasaranText(instrumen, one, share),
      }
    })
  return { ada: true, usaha: langkah.reduce((sum, one) => sum + one.usaha, 0), langkah }
}

const failing = (instrumen: Instrumen, nisbah: Nisbah, gerbang: string) =>
  (gerbangOf(instrumen, nilaiOf(instrumen, nisbah, 'nol'))[gerbang]?.uji ?? [])
    .filter(({ lulus }) => !lulus)
    .map(({ id, syarat }) => ({ id, syarat }))

/** Every condition as a set of questions and the points that it still lacks. */
function wantedOf(
  instrumen: Instrumen,
  gerbang: string,
  now: ReturnType<typeof simpulMap>,
): Wanted[] {
  const below = new Map(bagianOf(instrumen).map((node) => [node.id, idsBelow(node)]))
  const valueOf = (ids: readonly string[]) =>
    ids.reduce((sum, id) => sum.add(now.get(id)?.nilai ?? 0), new Fraction(0))
  const lacking = (ids: readonly string[], ambang: Fraction): Wanted => ({
    ids: new Set(ids),
    lack: ambang.sub(valueOf(ids)),
  })
  return (instrumen.gerbang[gerbang]?.uji ?? []).flatMap(({ ukuran, ambang }) => {
    const asked = new Fraction(ambang)
    if (ukuran.jenis === 'total')
      return [
        lacking(
          pertanyaanOf(instrumen).map(({ id }) => id),
          asked,
        ),
      ]
    if (ukuran.jenis === 'pertanyaan') return [lacking([ukuran.id], asked)]
    if (ukuran.jenis === 'bagian') return [lacking(below.get(ukuran.id) ?? [], asked)]
    return instrumen.area.map(({ bagian, maksimum }) =>
      lacking(
        bagian.flatMap((id) => below.get(id) ?? []),
        asked.mul(maksimum),
      ),
    )
  })
}

const idsBelow = (node: Bagian): string[] => [
  ...(node.pertanyaan ?? []).map(({ id }) => id),
  ...(node.anak ?? []).flatMap(idsBelow),
]

type Lowering = { nisbah: Nisbah; gerbang: string; chosen: readonly string[] }

/** Lowers each chosen question to the least that still passes, one after the other. */
function lowered(
  instrumen: Instrumen,
  { nisbah, gerbang, chosen }: Lowering,
): Map<string, Fraction> {
  const shares = new Map(chosen.map((id) => [id, new Fraction(1)]))
  const passes = () => failing(instrumen, new Map([...nisbah, ...shares]), gerbang).length === 0
  const asked = new Map(pertanyaanOf(instrumen).map((one) => [one.id, one]))
  for (const id of chosen) {
    for (const share of sharesOf(instrumen, asked.get(id))) {
      if (share.compare(nisbah.get(id) ?? 0) <= 0) continue
      shares.set(id, share)
      if (passes()) break
    }
  }
  return shares
}

/** The shares that a question can have, the least first; an index by its tenths, a percent by its whole. */
function sharesOf(instrumen: Instrumen, one: Pertanyaan | undefined): Fraction[] {
  if (!one || one.jawaban === 'persen') return [new Fraction(1)]
  if (one.jawaban === 'indeks-4')
    return Array.from({ length: 41 }, (_, tenth) => new Fraction(tenth, 40))
  return Object.values(instrumen.skala[one.jawaban] ?? {})
    .map((value) => new Fraction(value))
    .toReversed()
}

function sasaranText(instrumen: Instrumen, one: Pertanyaan, share: Fraction): string {
  if (one.jawaban === 'persen') return '100%'
  if (one.jawaban === 'indeks-4')
    return `indeks ${share.mul(4).valueOf().toLocaleString('id-ID', { maximumFractionDigits: 2 })}`
  const skala = Object.entries(instrumen.skala[one.jawaban] ?? {})
  return skala.find(([, value]) => share.equals(value))?.[0] ?? ''
}
