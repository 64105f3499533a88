import type { Mark } from './flattened-marks.ts'
import { isTitle, type PlanEntry } from './national-plan.ts'
import { indexPlan, type PlanIndex, type PlanMatch } from './plan-index.ts'
import { comparisonKey } from './similarity.ts'

/** A text that may be a cell; `titled` where it has the shape of a title. */
type Candidate = { teks: string; mark: Mark | null; titled: boolean }
export type MatchCell = (candidate: Candidate) => PlanMatch[]

const floor = 0.5
/** Likeness to an area's short name counts less where no number stands before it. */
export const weakArea = 0.8

export function cellMatcher(entries: PlanEntry[]): MatchCell {
  const find = indexPlan(entries)
  return (candidate) => findMatches(candidate, find)
}

/**
 * The entries like a text. A title cut short by the table counts as like its beginning, one with a
 * note in brackets as like the words before; a marked item is a title only when it is just that.
 */
function findMatches({ teks, mark, titled }: Candidate, find: PlanIndex): PlanMatch[] {
  const key = comparisonKey(teks)
  if (key.length < 3) return []
  const isItem = mark !== null && mark.style !== 'area' && mark.style !== 'roman'
  const short = key.length < 16
  const bare = comparisonKey(teks.replace(/\s*\([^()]*\)$/, ''))
  const matches = find(teks, short ? 0.2 : floor, short ? 40 : 8).map((match) => {
    const { kind, profile } = match.entry
    if (kind === 'area' && mark?.style !== 'area' && !isFullTitle(match.entry.teks)) {
      return { ...match, similarity: match.similarity * weakArea }
    }
    const cutShort = titled && key.length >= 8 && profile.key.startsWith(key)
    const alike = kind === 'kegiatan' && (cutShort || profile.key === bare)
    return alike ? { ...match, similarity: Math.max(0.86, match.similarity) } : match
  })
  return matches
    .filter(({ entry, similarity }) => similarity >= (isItem && isTitle(entry) ? 0.95 : floor))
    .toSorted((a, b) => b.similarity - a.similarity)
}

/** "Penataan …", "Penguatan …": shorter names of areas are words of other texts as well. */
function isFullTitle(title: string): boolean {
  return /^(?:penataan|penguatan|peningkatan|manajemen perubahan|sistem|deregulasi)/i.test(title)
}
