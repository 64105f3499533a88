import type { PlanEntry } from './national-plan.ts'
import { profile, type Profile } from './similarity.ts'

export type PlanMatch = { entry: PlanEntry; similarity: number }
export type PlanIndex = (text: string, floor: number, limit: number) => PlanMatch[]

/** Places of the entries that hold a pair, once for each time they hold it at least so often. */
type Postings = number[][]

/**
 * Finds the entries most like a text, best first. Built on an inverted index of letter pairs, since
 * reading one flattened page asks for hundreds of candidate texts.
 */
export function indexPlan(entries: PlanEntry[]): PlanIndex {
  const postings = new Map<string, Postings>()
  entries.forEach((entry, at) => {
    for (const [pair, count] of entry.profile.pairs) {
      const lists = postings.get(pair) ?? []
      for (let n = 0; n < count; n++) (lists[n] ??= []).push(at)
      postings.set(pair, lists)
    }
  })
  return (text, floor, limit) => {
    const wanted = profile(text)
    const common = commonPairs(wanted, postings, entries.length)
    const found: PlanMatch[] = []
    entries.forEach((entry, at) => {
      const similarity = dice(wanted, entry.profile, common[at] ?? 0)
      if (similarity >= floor) found.push({ entry, similarity })
    })
    return found.toSorted((a, b) => b.similarity - a.similarity).slice(0, limit)
  }
}

function commonPairs(wanted: Profile, postings: Map<string, Postings>, size: number) {
  const common = new Uint16Array(size)
  for (const [pair, count] of wanted.pairs) {
    const lists = postings.get(pair)
    if (!lists) continue
    const most = Math.min(count, lists.length)
    for (let n = 0; n < most; n++) {
      for (const at of lists[n] ?? []) common[at] = (common[at] ?? 0) + 1
    }
  }
  return common
}

function dice(wanted: Profile, entry: Profile, common: number): number {
  if (wanted.key === entry.key) return 1
  const size = wanted.size + entry.size
  return size === 0 ? 0 : Math.min(0.999, (2 * common) / size)
}
