import { csvLine } from '#platform/csv.ts'
import { laporanLabels } from './labels-putaran.ts'
import type { LaporanState } from './putaran.ts'

const heads = [
  'Kode',
  'Satuan kerja',
  'Mulai',
  'Batas',
  'Keadaan',
  'Dikirim',
  'Pengirim',
  'Diterima',
]

export type PutaranLine = {
  satkerKode: string
  satkerNama: string
  mulai: string
  batas: string
  state: LaporanState
  submitted_at: Date | null
  pengirim: string | null
  verified_at: Date | null
}

/** The offices of a round for a spreadsheet. */
export function* putaranCsvLines(rows: readonly PutaranLine[]): Generator<string> {
  yield csvLine(heads)
  for (const row of rows)
    yield csvLine([
      row.satkerKode,
      row.satkerNama,
      row.mulai,
      row.batas,
      laporanLabels[row.state],
      row.submitted_at?.toISOString() ?? null,
      row.pengirim,
      row.verified_at?.toISOString() ?? null,
    ])
}
