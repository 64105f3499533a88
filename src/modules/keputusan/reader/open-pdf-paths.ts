import type { Box, PageMarks } from './open-pdf-geometry.ts'

/** What the painting of a path leaves on paper. */
export type Paint = { fills: boolean; strokes: boolean }

type Point = [number, number]

/** Thickest rule, in points; a filled box thicker than this both ways is a shade. */
const thickest = 3
const shortest = 3
const mostRules = 20_000

/** Codes of pdf.js in the data of a path, each with the number of coordinates after it. */
const steps = [2, 2, 6, 4, 0]
const moveTo = 0
const lineTo = 1
const closePath = 4

/** Adds the straight rules and the shaded boxes that a painted path draws. */
export function addPath(
  marks: PageMarks,
  data: ArrayLike<number>,
  paint: Paint,
  toPage: (x: number, y: number) => Point,
): void {
  if (!paint.fills && !paint.strokes) return
  if (marks.horizontal.length + marks.vertical.length > mostRules) return
  for (const points of straightParts(data, toPage)) {
    if (paint.strokes) addStroke(marks, points)
    if (paint.fills) addFill(marks, points)
  }
}

/** The polylines of a path; a curve ends one, since tables have none. */
function straightParts(
  data: ArrayLike<number>,
  toPage: (x: number, y: number) => Point,
): Point[][] {
  const parts: Point[][] = []
  let part: Point[] = []
  let at = 0
  while (at < data.length) {
    const code = data[at] ?? closePath
    if (code === moveTo) part = begin(parts)
    if (code === moveTo || code === lineTo) part.push(toPage(data[at + 1] ?? 0, data[at + 2] ?? 0))
    else if (code === closePath && part[0]) part.push(part[0])
    else if (code !== closePath) part = begin(parts)
    at += 1 + (steps[code] ?? 0)
  }
  return parts.filter((points) => points.length > 1)
}

function begin(parts: Point[][]): Point[] {
  const part: Point[] = []
  parts.push(part)
  return part
}

function addStroke(marks: PageMarks, points: Point[]): void {
  points.forEach((to, i) => {
    const from = points[i - 1]
    if (!from) return
    const box = boxOf([from, to])
    if (box.x1 - box.x0 <= 1 || box.y1 - box.y0 <= 1) addRule(marks, box)
  })
}

function addFill(marks: PageMarks, points: Point[]): void {
  const isBox = points.every(([x, y], i) => {
    const [px, py] = points[i - 1] ?? [x, y]
    return Math.abs(x - px) < 0.5 || Math.abs(y - py) < 0.5
  })
  if (!isBox || points.length > 6) return
  const box = boxOf(points)
  if (Math.min(box.x1 - box.x0, box.y1 - box.y0) <= thickest) addRule(marks, box)
  else marks.shades.push(box)
}

function addRule(marks: PageMarks, { x0, y0, x1, y1 }: Box): void {
  if (x1 - x0 >= y1 - y0 && x1 - x0 >= shortest) {
    marks.horizontal.push({ at: (y0 + y1) / 2, from: x0, to: x1 })
  } else if (y1 - y0 >= shortest) {
    marks.vertical.push({ at: (x0 + x1) / 2, from: y0, to: y1 })
  }
}

function boxOf(points: Point[]): Box {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}
