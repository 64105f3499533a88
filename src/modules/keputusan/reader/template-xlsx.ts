import { utils, write } from '@e965/xlsx'
import type { Renaksi } from '../renaksi.ts'
import { templateColumns, templateLines, templateMonths, templateRows } from './template-rows.ts'

/** Our own template as a workbook: empty for an office to fill in, or filled with a plan. */
export function templateXlsx(plan: Renaksi | null = null): Uint8Array {
  const lines = templateLines(plan)
  const sheet = utils.aoa_to_sheet(templateGrid(plan))
  const top = lines.length
  const ketColumn = templateColumns.length + templateMonths.length
  const tall = [...templateColumns.keys(), ketColumn].map((c) => ({
    s: { r: top, c },
    e: { r: top + 1, c },
  }))
  const months = { s: { r: top, c: templateColumns.length }, e: { r: top, c: ketColumn - 1 } }
  sheet['!merges'] = [...tall, months]
  sheet['!cols'] = [
    ...templateColumns.map(({ lebar }) => ({ wch: lebar })),
    ...templateMonths.map(() => ({ wch: 4 })),
    { wch: 20 },
  ]
  const book = utils.book_new(sheet, 'Rencana Aksi')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }))
}

/** The same template as CSV with semicolons, as Excel in Indonesian opens it. */
export function templateCsv(plan: Renaksi | null = null): Uint8Array {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const lines = templateGrid(plan).map((row) => row.map(quoted).join(';'))
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}

function templateGrid(plan: Renaksi | null): string[][] {
  const monthCells = templateMonths.map(String)
  return [
    ...templateLines(plan).map((text) => [text]),
    [
      ...templateColumns.map(({ judul }) => judul),
      'PELAKSANAAN (BULAN)',
      ...monthCells.slice(1).map(() => ''),
      'KETERANGAN',
    ],
    [...templateColumns.map(() => ''), ...monthCells, ''],
    ...templateRows(plan),
  ]
}
