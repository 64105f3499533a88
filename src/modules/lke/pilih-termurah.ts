import { Fraction } from 'fraction.js'

export type Item = { id: string; gain: Fraction; cost: number }

/** What items within `ids` must gain together; nothing when it is zero or less. */
export type Wanted = { ids: ReadonlySet<string>; lack: Fraction }

type Picks = { id: string } | { left: Picks | null; right: Picks | null }
/** The most that can be gained at a cost, and by what; null where no choice of that cost meets what lies below. */
type Cell = { gain: bigint; picks: Picks | null } | null
type Group = { ids: ReadonlySet<string>; lack: bigint; inner: Group[]; items: Scaled[] }
type Scaled = { id: string; gain: bigint; cost: number }

/**
 * The items of least total cost that meet every demand, by dynamic programming over cost; among equals those that
 * gain most. The sets must lie inside or beside each other. Throws when they cross or no choice meets them.
 */
export function cheapest(items: readonly Item[], wanted: readonly Wanted[]): string[] {
  const unit = [...items.map(({ gain }) => gain), ...wanted.map(({ lack }) => lack)].reduce(
    (common, { d }) => (common / gcd(common, d)) * d,
    1n,
  )
  const whole = (value: Fraction) => value.s * value.n * (unit / value.d)
  const scaled = items.map(({ id, gain, cost }) => ({ id, gain: whole(gain), cost }))
  const all: Wanted = { ids: new Set(items.map(({ id }) => id)), lack: new Fraction(0) }
  const root = nested(
    [...wanted, all].map(({ ids, lack }) => ({ ids, lack: whole(lack) })),
    scaled,
  )
  const found = tableOf(root).find((cell) => cell !== null)
  if (!found) throw new Error('no choice of items meets what is wanted')
  return flatten(found.picks)
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

/** Hangs each set into the smallest that holds it; each item stands in the smallest set that has it. */
function nested(
  sets: readonly { ids: ReadonlySet<string>; lack: bigint }[],
  items: Scaled[],
): Group {
  const known = new Set(items.map(({ id }) => id))
  const groups: Group[] = []
  for (const { ids, lack } of sets) {
    const own = new Set([...ids].filter((id) => known.has(id)))
    const same = groups.find((group) => group.ids.size === own.size && own.isSubsetOf(group.ids))
    if (same) same.lack = same.lack > lack ? same.lack : lack
    else groups.push({ ids: own, lack, inner: [], items: [] })
  }
  groups.sort((a, b) => a.ids.size - b.ids.size)
  for (const [index, group] of groups.entries()) {
    const larger = groups.slice(index + 1)
    if (larger.some(({ ids }) => !group.ids.isSubsetOf(ids) && !group.ids.isDisjointFrom(ids)))
      throw new Error('the sets of a gate cross each other')
    larger.find(({ ids }) => group.ids.isSubsetOf(ids))?.inner.push(group)
  }
  for (const item of items) groups.find(({ ids }) => ids.has(item.id))?.items.push(item)
  const root = groups.at(-1)
  if (!root) throw new Error('there is no set')
  return root
}

/** For each cost from 0 the best choice within a group. */
function tableOf({ inner, items, lack }: Group): Cell[] {
  let table: Cell[] = [{ gain: 0n, picks: null }]
  for (const item of items) table = withItem(table, item)
  for (const group of inner) table = joined(table, tableOf(group))
  return table.map((cell) => (cell && cell.gain >= lack ? cell : null))
}

function withItem(table: readonly Cell[], { id, gain, cost }: Scaled): Cell[] {
  const grown: Cell[] = [...table, ...Array.from({ length: cost }, () => null)]
  for (const [before, cell] of table.entries()) {
    if (!cell) continue
    const taken = { gain: cell.gain + gain, picks: { left: cell.picks, right: { id } } }
    grown[before + cost] = better(grown[before + cost] ?? null, taken)
  }
  return grown
}

function joined(one: readonly Cell[], other: readonly Cell[]): Cell[] {
  const sums: Cell[] = Array.from({ length: one.length + other.length - 1 }, () => null)
  for (const [a, left] of one.entries()) {
    if (!left) continue
    for (const [b, right] of other.entries()) {
      if (!right) continue
      const gain = left.gain + right.gain
      const here = sums[a + b]
      if (!here || here.gain < gain)
        sums[a + b] = { gain, picks: { left: left.picks, right: right.picks } }
    }
  }
  return sums
}

const better = (a: Cell, b: Cell): Cell => (!a || (b && b.gain > a.gain) ? b : a)

function flatten(picks: Picks | null): string[] {
  if (!picks) return []
  return 'id' in picks ? [picks.id] : [...flatten(picks.left), ...flatten(picks.right)]
}
