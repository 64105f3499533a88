import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
} from 'docx'
import type { AnnexCell, AnnexDocument } from './documents.ts'

/** Writes a decree as Word would: paragraphs, and a ruled table on landscape paper. */
export async function annexDocx(annex: AnnexDocument): Promise<Uint8Array> {
  const total = annex.widths.reduce((sum, width) => sum + width, 0)
  const columnWidths = annex.widths.map((width) => Math.round((width / total) * 14_000))
  const rows = [
    ...annex.heading.map((cells) => tableRow(cells, true)),
    ...annex.rows.map((cells) => tableRow(cells, false)),
  ]
  const landscape = { page: { size: { orientation: PageOrientation.LANDSCAPE } } }
  const document = new Document({
    sections: [
      {
        properties: landscape,
        children: [
          ...annex.before.map((text) => new Paragraph(text)),
          new Table({ columnWidths, rows }),
          ...annex.after.map((text) => new Paragraph(text)),
        ],
      },
    ],
  })
  return await Packer.toBuffer(document)
}

function tableRow(cells: AnnexCell[], tableHeader: boolean): TableRow {
  return new TableRow({ tableHeader, children: cells.map(tableCell) })
}

function tableCell({ teks, colspan = 1, rowspan = 1, shaded = false }: AnnexCell): TableCell {
  const alignment = teks.length < 3 ? AlignmentType.CENTER : AlignmentType.LEFT
  const shading = { type: ShadingType.CLEAR, fill: 'A6A6A6' }
  return new TableCell({
    columnSpan: colspan,
    rowSpan: rowspan,
    ...(shaded ? { shading } : {}),
    children: teks.split('\n').map((text) => new Paragraph({ text, alignment })),
  })
}
