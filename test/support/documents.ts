/** A decree with an annex table, in a shape that every file format can be written from. */
export type AnnexCell = {
  teks: string
  colspan?: number
  rowspan?: number
  shaded?: boolean
}
export type AnnexDocument = {
  /** the decree, one paragraph each */
  before: string[]
  /** relative widths of the columns */
  widths: number[]
  heading: AnnexCell[][]
  rows: AnnexCell[][]
  after: string[]
}

/** A cell with the column it starts at, found by laying out the spans of the rows before it. */
export type PlacedCell = Required<AnnexCell> & { row: number; kolom: number }

export function placeCells(rows: AnnexCell[][], width: number): PlacedCell[] {
  const taken = new Set<string>()
  return rows.flatMap((cells, row) => {
    let kolom = 0
    return cells.map((cell) => {
      while (taken.has(`${row} ${kolom}`) && kolom < width) kolom++
      const placed = { colspan: 1, rowspan: 1, shaded: false, ...cell, row, kolom }
      for (let r = 0; r < placed.rowspan; r++) {
        for (let k = 0; k < placed.colspan; k++) taken.add(`${row + r} ${kolom + k}`)
      }
      kolom += placed.colspan
      return placed
    })
  })
}
