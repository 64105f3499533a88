import { Fraction } from 'fraction.js'
import type { Bagian, Instrumen, Pertanyaan } from './instrumen.ts'
import type { Nisbah } from './jawaban.ts'

/** Blanks count as nothing (`nol`), or are left out of an average as the official form does (`abaikan`). */
export type Kosong = 'nol' | 'abaikan'

/** A part or a question with its exact value; `nisbah` is null where nothing is answered. */
export type Simpul = {
  id: string
  judul: string
  bobot: Fraction
  nilai: Fraction
  terjawab: number
  dari: number
  anak: Simpul[]
}

/** The exact score of every part, from the answers alone; no rounding on the way. */
export const nilaiOf = (instrumen: Instrumen, nisbah: Nisbah, kosong: Kosong): Simpul[] =>
  instrumen.komponen.map((node) => simpulOf(node, nisbah, kosong))

function simpulOf(node: Bagian, nisbah: Nisbah, kosong: Kosong): Simpul {
  const bobot = new Fraction(node.bobot)
  const anak = node.pertanyaan
    ? soalOf(node.pertanyaan, bobot, nisbah)
    : (node.anak ?? []).map((inner) => simpulOf(inner, nisbah, kosong))
  const averaged = node.cara === 'rerata' || sharesAlike(node.pertanyaan ?? [])
  return {
    id: node.id,
    judul: node.judul,
    bobot,
    nilai: averaged && kosong === 'abaikan' ? scaledUp(anak, bobot) : sumOf(anak, 'nilai'),
    terjawab: anak.reduce((sum, one) => sum + one.terjawab, 0),
    dari: anak.reduce((sum, one) => sum + one.dari, 0),
    anak,
  }
}

const sharesAlike = (asked: readonly Pertanyaan[]): boolean =>
  asked.length > 0 && asked.every(({ bobot }) => bobot === undefined)

const soalOf = (asked: readonly Pertanyaan[], bobot: Fraction, nisbah: Nisbah): Simpul[] =>
  asked.map((one) => {
    const own = one.bobot === undefined ? bobot.div(asked.length) : new Fraction(one.bobot)
    const answered = nisbah.get(one.id)
    return {
      id: one.id,
      judul: one.teks,
      bobot: own,
      nilai: own.mul(answered ?? 0),
      terjawab: answered ? 1 : 0,
      dari: 1,
      anak: [],
    }
  })

/** The average of what is answered, on the whole weight. */
function scaledUp(anak: readonly Simpul[], bobot: Fraction): Fraction {
  const answered = anak.filter(({ terjawab }) => terjawab > 0)
  const weight = sumOf(answered, 'bobot')
  return weight.compare(0) === 0 ? weight : sumOf(answered, 'nilai').div(weight).mul(bobot)
}

const sumOf = (anak: readonly Simpul[], of: 'nilai' | 'bobot'): Fraction =>
  anak.reduce((sum, one) => sum.add(one[of]), new Fraction(0))

/** Every node below these, the nodes themselves first. */
export const simpulMap = (roots: readonly Simpul[]): ReadonlyMap<string, Simpul> =>
  new Map(roots.flatMap(all).map((node) => [node.id, node]))

const all = (node: Simpul): Simpul[] => [node, ...node.anak.flatMap(all)]
