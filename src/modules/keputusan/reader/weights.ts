import type { Renaksi, Temuan } from '../renaksi.ts'
import type { SourceLine } from './source.ts'
import { filledCells, tableRow } from './table-row.ts'
import { cleanText } from './text.ts'

type Bobot = NonNullable<Renaksi['rencana']['bobot']>
type Kelompok = 'pengungkit' | 'hasil'

export type WeightsRead = { bobot: Bobot; temuan: Temuan[]; baris: number[] }

type Table = { kelompok: Kelompok; total: number | null; baris: number[]; rows: Bobot }

const percent = /(\d{1,3}(?:[.,]\d+)?)\s*%/
const entry = /^(?:\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)]?\s+)?(\D.*?)\s+(\d{1,3}(?:[.,]\d+)?)\s*%?$/i

/** Reads the tables of weights in the narrative: components pengungkit and hasil with their percentages. */
export function readWeights(lines: readonly SourceLine[]): WeightsRead {
  const tables: Table[] = []
  let open: Table | null = null
  for (const line of lines) {
    const text = rowText(line)
    const heading = headingOf(text)
    if (heading !== null) {
      open = { ...heading, baris: [line.baris], rows: [] }
      tables.push(open)
    } else if (open !== null && text !== '') {
      open = addRow(open, text, line.baris) ? open : null
    }
  }
  const filled = tables.filter(({ rows }) => rows.length > 0)
  return {
    bobot: filled.flatMap(({ rows }) => rows),
    temuan: filled.flatMap(checkTotal),
    baris: filled.flatMap(({ baris }) => baris),
  }
}

function rowText(line: SourceLine): string {
  const row = tableRow(line)
  if (row === null) return cleanText(line.teks)
  return cleanText(
    filledCells(row)
      .map(({ teks }) => teks.replace(/\n/g, ' '))
      .join(' '),
  )
}

/** "NO KOMPONEN PENGUNGKIT BOBOT (60%)", or the row of a group inside one table: "A. PENGUNGKIT 60 %". */
function headingOf(text: string): Pick<Table, 'kelompok' | 'total'> | null {
  const words = text
    .replace(/[^\p{L}\s]/gu, ' ')
    .trim()
    .toLowerCase()
    .split(/\s+/)
  const kelompok = words.includes('pengungkit')
    ? 'pengungkit'
    : words.includes('hasil')
      ? 'hasil'
      : null
  const isGroup = words.length <= 3 && percent.test(text)
  if (kelompok === null || words.length > 8 || !(words.includes('bobot') || isGroup)) return null
  const total = percent.exec(text)?.[1]
  return { kelompok, total: total === undefined ? null : numberOf(total) }
}

function addRow(table: Table, text: string, baris: number): boolean {
  const [, nama, persen] = entry.exec(text) ?? []
  if (nama === undefined || persen === undefined || nama.length > 160) return false
  table.baris.push(baris)
  if (/^(?:jumlah|total)\b/i.test(nama)) table.total ??= numberOf(persen)
  else table.rows.push({ kelompok: table.kelompok, nama, persen: numberOf(persen) })
  return true
}

function checkTotal({ kelompok, total, baris, rows }: Table): Temuan[] {
  const sum = rows.reduce((all, { persen = 0 }) => all + persen, 0)
  if (total === null || Math.abs(sum - total) < 0.01) return []
  return [
    {
      kode: 'jumlah-bobot-berbeda',
      baris,
      pesan: `Jumlah bobot komponen ${kelompok} ${sum} %, sedangkan judul tabel menyebut ${total} %.`,
      keputusan: 'Bobot tiap komponen dipakai sebagaimana tertulis.',
    },
  ]
}

function numberOf(text: string): number {
  return Number(text.replace(',', '.'))
}
