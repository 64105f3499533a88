import { longDate, monthName } from '#platform/date.ts'
import { butirFieldLabels, selLabels } from './labels.ts'

export type ValueLine = { label: string; before: string; after: string }

const labels: Readonly<Record<string, string>> = {
  ...butirFieldLabels,
  status: 'Keadaan',
  catatan: 'Catatan',
  alasan: 'Alasan',
  doneOn: 'Selesai pada',
  judul: 'Judul',
  nomor: 'Nomor',
  jenis: 'Jenis',
  tahun: 'Tahun',
  versi: 'Versi',
  butir: 'Jumlah butir',
  areaBaku: 'Area baku',
  terbuka: 'Kewajiban terbuka',
  dari: 'Disalin dari',
  petaJalan: 'Peta jalan',
  sasaran: 'Sasaran',
  padanan: 'Padanan',
  selang: 'Selang pemantauan',
  periode: 'Periode',
  teks: 'Indikator',
  nilai: 'Nilai',
  satuan: 'Satuan',
  arah: 'Arah',
  target: 'Target',
  caraHitung: 'Cara menghitung capaian',
  nilaiTahunLalu: 'Nilai tahun lalu',
  dokumen: 'Dokumen',
  evidenJudul: 'Eviden',
  jumlahEviden: 'Jumlah eviden',
}

/** Fields that hold the id of something with a name. */
const referring = ['penanggungJawabId', 'unitId', 'kegiatanId'] as const

/** The ids that an entry of the history speaks of, to be looked up. */
export const idsIn = (...values: readonly unknown[]): string[] =>
  values.flatMap((value) =>
    referring.map((key) => flat(value)[key]).filter((id) => typeof id === 'string'),
  )

export type Names = ReadonlyMap<string, string>

/** The values of an entry of the history as people read them; only what differs. */
export function valueLines(before: unknown, after: unknown, names: Names): ValueLine[] {
  const [left, right] = [flat(before), flat(after)]
  return Object.keys({ ...left, ...right })
    .filter((key) => key in labels)
    .map((key) => ({
      label: labels[key] ?? key,
      before: textOf(key, left[key], names),
      after: textOf(key, right[key], names),
    }))
    .filter((line) => line.before !== line.after)
}

/** A proposal keeps its values one level deeper than other entries. */
function flat(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  const record = value as Record<string, unknown>
  return 'sesudah' in record ? flat(record['sesudah']) : record
}

function textOf(key: string, value: unknown, names: Names): string {
  if (Array.isArray(value))
    return value
      .map((part) => (key === 'bulan' ? monthName(Number(part)) : textOf(key, part, names)))
      .join(', ')
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  if ((referring as readonly string[]).includes(key)) return names.get(value) ?? '(sudah tidak ada)'
  if (key === 'status') return (selLabels as Readonly<Record<string, string>>)[value] ?? value
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? longDate(value) : value
}
