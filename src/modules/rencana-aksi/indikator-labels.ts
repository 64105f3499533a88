import { formatNumber } from '#platform/date.ts'
import type { MarkState } from '#ui/data/status-mark.tsx'
import type { IndikatorState, Trend, Ukuran } from './indikator.ts'
import type { TahunLalu } from './indikator-tahun-lalu.ts'
import type { CaraHitung } from './jenis-indikator.ts'

export const indikatorStateLabels: Record<IndikatorState, string> = {
  unmeasured: 'Belum diukur',
  missed: 'Belum tercapai',
  reached: 'Tercapai',
  untargeted: 'Tanpa target',
}

export const indikatorStateMarks: Record<IndikatorState, MarkState> = {
  unmeasured: 'planned',
  missed: 'running',
  reached: 'done',
  untargeted: 'neutral',
}

export const trendLabels: Record<Trend, string> = {
  better: 'Membaik',
  worse: 'Memburuk',
  equal: 'Sama',
  unknown: 'Belum dapat dibandingkan',
}

export const trendMarks: Record<Trend, MarkState> = {
  better: 'done',
  worse: 'late',
  equal: 'neutral',
  unknown: 'planned',
}

export const arahLabels: Record<Ukuran['arah'], string> = {
  naik: 'Makin tinggi makin baik',
  turun: 'Makin rendah makin baik',
}

export const caraHitungLabels: Record<CaraHitung, string> = {
  terakhir: 'Nilai bulan terakhir',
  jumlah: 'Jumlah semua bulan',
  rerata: 'Rata-rata bulan yang diukur',
}

export const asalLabels: Record<NonNullable<TahunLalu['asal']>, string> = {
  rencana: 'diambil dari rencana tahun lalu',
  koreksi: 'dikoreksi',
  salinan: 'terbawa ketika rencana disalin',
}

/** A value with its unit: "87,5%", "12 orang", "ada". */
export function nilaiText(
  { jenis, satuan }: Pick<Ukuran, 'jenis' | 'satuan'>,
  nilai: number | null,
): string {
  if (nilai === null) return '–'
  if (jenis === 'dokumen') return nilai >= 1 ? 'Ada' : 'Tidak ada'
  const number = formatNumber(nilai)
  if (jenis === 'persen') return `${number}%`
  if (jenis === 'waktu') return `${number} ${satuan ?? 'hari'}`
  return satuan && jenis === 'jumlah' ? `${number} ${satuan}` : number
}
