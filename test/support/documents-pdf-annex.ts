import { placeCells, type AnnexDocument, type PlacedCell } from './documents.ts'
import {
  buildPdf,
  drawRule,
  drawShade,
  drawText,
  letterWidth,
  wrap,
  type PdfPage,
} from './documents-pdf.ts'

const width = 1190
const height = 842
const margin = 40
const size = 7
const pitch = size * 1.25
const padding = 3

type Row = { cells: PlacedCell[]; tall: number }

/** Draws a decree on A3 landscape pages, the heading of the table repeated on each; rows stay whole. */
export function annexPdf(annex: AnnexDocument, options: { ruled: boolean }): Buffer {
  const xs = columnEdges(annex.widths)
  const heading = sizedRows(annex.heading, xs)
  const rows = sizedRows(annex.rows, xs)
  const pages: PdfPage[] = [textPage(annex.before)]
  let page: Row[] = []
  let y = margin + tall(heading)
  const flush = (): void => {
    if (page.length > 0) pages.push(tablePage([...heading, ...page], xs, pages.length + 1, options))
    page = []
    y = margin + tall(heading)
  }
  for (const row of rows) {
    if (y + row.tall > height - margin) flush()
    page.push(row)
    y += row.tall
  }
  flush()
  return buildPdf([...pages, textPage(annex.after)])
}

function columnEdges(widths: number[]): number[] {
  const unit = (width - 2 * margin) / widths.reduce((sum, each) => sum + each, 0)
  return widths.reduce((xs, each) => [...xs, (xs.at(-1) ?? 0) + each * unit], [margin])
}

/** A cell over several rows has its text in the first, which is made tall enough for it. */
function sizedRows(rows: AnnexDocument['rows'], xs: number[]): Row[] {
  const placed = placeCells(rows, xs.length - 1)
  return rows.map((_, row) => {
    const cells = placed.filter((cell) => cell.row === row)
    const lines = cells.map((cell) => cellLines(cell, xs).length)
    return { cells, tall: Math.max(1, ...lines) * pitch + 2 * padding }
  })
}

function cellLines(cell: PlacedCell, xs: number[]): string[] {
  const room = (xs[cell.kolom + cell.colspan] ?? 0) - (xs[cell.kolom] ?? 0) - 2 * padding
  return wrap(cell.teks, Math.floor(room / (size * letterWidth)))
}

function tall(rows: Row[]): number {
  return rows.reduce((sum, row) => sum + row.tall, 0)
}

function textPage(paragraphs: string[]): PdfPage {
  const letters = Math.floor((width - 2 * margin) / (10 * letterWidth))
  let y = margin
  const content = paragraphs
    .flatMap((paragraph) => wrap(paragraph, letters))
    .map((line) => drawText(height, margin, (y += 14), 10, line))
  return { width, height, content: content.join('') }
}

function tablePage(
  rows: Row[],
  xs: number[],
  number: number,
  options: { ruled: boolean },
): PdfPage {
  const tops = rows.reduce((ys, row) => [...ys, (ys.at(-1) ?? 0) + row.tall], [margin])
  const cells = rows.flatMap((row, i) => row.cells.map((cell) => ({ cell, i })))
  const content = cells.map(({ cell, i }) => {
    const x0 = xs[cell.kolom] ?? 0
    const x1 = xs[cell.kolom + cell.colspan] ?? 0
    const top = tops[i] ?? 0
    const bottom = tops[Math.min(i + cell.rowspan, rows.length)] ?? 0
    const shade = cell.shaded ? drawShade(height, x0, top, x1, bottom) : ''
    const text = cellLines(cell, xs).map((line, n) =>
      drawText(height, x0 + padding, top + padding + (n + 0.8) * pitch, size, line),
    )
    return shade + text.join('') + (options.ruled ? frame(x0, top, x1, bottom) : '')
  })
  const foot = drawText(height, width / 2, height - 15, 9, `- ${number} -`)
  const open = options.ruled ? continued(cells, xs, tops) : ''
  return { width, height, content: content.join('') + open + foot }
}

function frame(x0: number, y0: number, x1: number, y1: number): string {
  return (
    drawRule(height, x0, y0, x1, y0) +
    drawRule(height, x0, y1, x1, y1) +
    drawRule(height, x0, y0, x0, y1) +
    drawRule(height, x1, y0, x1, y1)
  )
}

/** Frames what a cell that began on an earlier page still covers on this one. */
function continued(cells: { cell: PlacedCell; i: number }[], xs: number[], tops: number[]): string {
  return xs
    .slice(0, -1)
    .map((x0, kolom) => {
      const owners = cells.filter(
        ({ cell }) => cell.kolom <= kolom && kolom < cell.kolom + cell.colspan,
      )
      const covered = owners.map(({ cell, i }) => [i, i + cell.rowspan] as const)
      const free = tops.findIndex((_, i) => covered.every(([from, to]) => i < from || i >= to))
      const next = covered.map(([from]) => from).filter((from) => from > free)
      if (free < 0 || free >= tops.length - 1) return ''
      const bottom = Math.min(...next, tops.length - 1)
      return frame(x0, tops[free] ?? 0, xs[kolom + 1] ?? 0, tops[bottom] ?? 0)
    })
    .join('')
}
