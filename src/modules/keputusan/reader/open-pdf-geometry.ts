/** Positions on a page in points from the top left corner, y downwards. */

/** A run of letters without a space, with its baseline `y`. */
export type Word = {
  text: string
  x0: number
  x1: number
  y: number
  size: number
  font: string | null
}
export type Box = { x0: number; y0: number; x1: number; y1: number }
/** A straight rule along one axis: `at` on the other axis, from `from` to `to`. */
export type Rule = { at: number; from: number; to: number }

export type PageMarks = {
  height: number
  width: number
  words: Word[]
  horizontal: Rule[]
  vertical: Rule[]
  shades: Box[]
}

export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The matrix that applies `inner` first and `outer` after it. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ]
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** Where the middle of a word's small letters lies. */
export function middleOf(word: Word): [number, number] {
  return [(word.x0 + word.x1) / 2, word.y - word.size * 0.3]
}

export function isInside(box: Box, [x, y]: [number, number]): boolean {
  return box.x0 <= x && x <= box.x1 && box.y0 <= y && y <= box.y1
}

/** Groups numbers that lie within `tolerance` of the one before; the means, ascending. */
export function cluster(values: number[], tolerance: number): number[] {
  const groups: number[][] = []
  for (const value of values.toSorted((a, b) => a - b)) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last !== undefined && value - last <= tolerance) group.push(value)
    else groups.push([value])
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length)
}

/** The index of the value nearest to `at`. */
export function nearest(values: number[], at: number): number {
  let best = 0
  values.forEach((value, i) => {
    if (Math.abs(value - at) < Math.abs((values[best] ?? value) - at)) best = i
  })
  return best
}
