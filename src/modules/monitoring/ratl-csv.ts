import { csvLine } from '#platform/csv.ts'
import { efektifLabels, ratlLabels, type RatlView, sumberLabels } from './labels-temuan.ts'
import type { Efektif } from './ratl.ts'
import type { Sumber } from './temuan.ts'

const heads = [
  'Kode',
  'Satuan kerja',
  'Sumber',
  'Area',
  'Rekomendasi atau keputusan',
  'Langkah',
  'Keluaran',
  'Penanggung jawab',
  'Batas waktu',
  'Keadaan',
  'Hasil',
  'Pemeriksaan',
  'Catatan pemeriksa',
]

export type RatlLine = {
  satkerKode: string
  satkerNama: string
  sumber: string
  areaBaku: number | null
  uraian: string
  aksi: string
  keluaran: string | null
  pemilik: string | null
  jatuhTempo: string
  view: RatlView
  hasil: string | null
  efektif: Efektif | null
  catatanPeriksa: string | null
}

/** The register of follow-up for a spreadsheet. */
export function* ratlCsvLines(rows: readonly RatlLine[]): Generator<string> {
  yield csvLine(heads)
  for (const row of rows)
    yield csvLine([
      row.satkerKode,
      row.satkerNama,
      sumberLabels[row.sumber as Sumber], // from the tables' own checks
      row.areaBaku,
      row.uraian,
      row.aksi,
      row.keluaran,
      row.pemilik,
      row.jatuhTempo,
      ratlLabels[row.view],
      row.hasil,
      row.efektif && efektifLabels[row.efektif],
      row.catatanPeriksa,
    ])
}
