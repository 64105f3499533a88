import type { JenisRencana } from './rencana.ts'
import { wordLikeness } from './similar-text.ts'

/** Two butir that one piece of work fulfils; the order says nothing. */
export type Pair = readonly [string, string]

/** Every butir that is tied to this one, directly or through others, without itself. */
export function groupOf(butirId: string, pairs: readonly Pair[]): string[] {
  const found = new Set([butirId])
  const waiting = [butirId]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const [a, b] of pairs) {
      const other = a === id ? b : b === id ? a : null
      if (other === null || found.has(other)) continue
      found.add(other)
      waiting.push(other)
    }
  found.delete(butirId)
  return [...found]
}

export type PadananSide = { id: string; jenis: JenisRencana; tahun: number }

/** Why two butir cannot be tied, as a sentence for the user; null when they can. */
export function padananProblem(
  a: PadananSide,
  b: PadananSide,
  pairs: readonly Pair[],
): string | null {
  if (a.jenis === b.jenis)
    return `Keduanya butir rencana ${a.jenis}. Padanan menghubungkan butir ZI dengan butir RB.`
  if (a.tahun !== b.tahun)
    return `Tahunnya berbeda (${a.tahun} dan ${b.tahun}). Pilih butir dari rencana tahun yang sama.`
  if (groupOf(a.id, pairs).includes(b.id))
    return 'Kedua butir sudah sepadan, langsung atau melalui butir lain.'
  return null
}

export type Candidate = { id: string; areaBaku: number | null; teks: string }

export type Suggestion<C extends Candidate> = { candidate: C; likeness: number }

const leastInArea = 0.35
const leastElsewhere = 0.6

/** The likest butir first; in the same canonical area fewer common words are enough. */
export const suggest = <C extends Candidate>(
  of: Candidate,
  candidates: readonly C[],
  most = 5,
): Suggestion<C>[] =>
  candidates
    .map((candidate) => ({ candidate, likeness: wordLikeness(of.teks, candidate.teks) }))
    .filter(
      ({ candidate, likeness }) =>
        likeness >= (isSameArea(of, candidate) ? leastInArea : leastElsewhere),
    )
    .toSorted(
      (a, b) =>
        Number(isSameArea(of, b.candidate)) - Number(isSameArea(of, a.candidate)) ||
        b.likeness - a.likeness,
    )
    .slice(0, most)

const isSameArea = (a: Candidate, b: Candidate) => a.areaBaku !== null && a.areaBaku === b.areaBaku
