import { cluster, nearest } from './open-pdf-geometry.ts'
import type { PagePiece, PdfTable } from './open-pdf-page.ts'

const near = 5

/**
 * Gives tables that go on over pages the same column numbers: a page whose rows leave out a rule has
 * fewer columns than the others.
 */
export function alignTables(pieces: PagePiece[]): void {
  const tables = [
    ...new Set(pieces.flatMap((piece) => (piece.kind === 'row' ? [piece.table] : []))),
  ]
  const columns = new Map<PdfTable, number[]>()
  let group: PdfTable[] = []
  const settle = (): void => {
    const shared = cluster(
      group.flatMap((table) => table.xs),
      near,
    )
    for (const table of group) columns.set(table, shared)
  }
  for (const table of tables) {
    if (group.length > 0 && !group.some((other) => sameEdges(other, table))) {
      settle()
      group = []
    }
    group.push(table)
  }
  settle()
  for (const piece of pieces) {
    if (piece.kind === 'row') renumber(piece, columns.get(piece.table) ?? piece.table.xs)
  }
}

/** The same outer edges, and each rule of the one with fewer columns also in the other. */
function sameEdges(a: PdfTable, b: PdfTable): boolean {
  const [fewer, more] = a.xs.length < b.xs.length ? [a.xs, b.xs] : [b.xs, a.xs]
  const isNear = (x: number, y: number): boolean => Math.abs(x - y) < near
  const outer = isNear(a.xs[0] ?? 0, b.xs[0] ?? 0) && isNear(a.xs.at(-1) ?? 0, b.xs.at(-1) ?? 0)
  return outer && fewer.every((x) => more.some((other) => isNear(x, other)))
}

function renumber(piece: Extract<PagePiece, { kind: 'row' }>, shared: number[]): void {
  const { xs } = piece.table
  for (const cell of piece.sel) {
    const from = nearest(shared, xs[cell.kolom] ?? 0)
    const to = nearest(shared, xs[cell.kolom + cell.colspan] ?? 0)
    cell.kolom = from
    cell.colspan = Math.max(1, to - from)
  }
}
