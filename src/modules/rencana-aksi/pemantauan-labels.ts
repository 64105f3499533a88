import { formatNumber } from '#platform/date.ts'
import type { MarkState } from '#ui/data/status-mark.tsx'
import type { PeriodState, Selang } from './pemantauan.ts'
import type { Simpangan } from './pemantauan-simpangan.ts'

export const selangLabels: Record<Selang, string> = {
  bulan: 'Setiap bulan',
  triwulan: 'Setiap triwulan',
  semester: 'Setiap semester',
  tahun: 'Sekali setahun',
}

export const periodStateLabels: Record<PeriodState, string> = {
  coming: 'Belum waktunya',
  open: 'Dapat diambil',
  overdue: 'Terlewat',
  taken: 'Sudah diambil',
}

export const periodStateMarks: Record<PeriodState, MarkState> = {
  coming: 'planned',
  open: 'running',
  overdue: 'late',
  taken: 'done',
}

export const simpanganMarks: Record<Simpangan['tone'], MarkState> = {
  late: 'late',
  ok: 'done',
  unknown: 'planned',
}

export const simpanganLabels: Record<Simpangan['tone'], string> = {
  late: 'Menyimpang',
  ok: 'Sejalan',
  unknown: 'Belum diketahui',
}

/** 45.5 → 45,5%; a dash where it is not known. */
export const percentText = (value: number | null): string =>
  value === null ? '–' : `${formatNumber(value, 1)}%`

/** 1250000 → Rp1.250.000 */
export const rupiah = (value: number | null): string | null =>
  value === null ? null : `Rp${formatNumber(value, 0)}`
