import type { BarisSumber, Temuan } from '#modules/keputusan'
import type { MarkState } from '#ui/data/status-mark.tsx'
import type { GridKey } from './grid.ts'
import type { ImporState } from './impor.ts'

export const stateLabels: Record<ImporState, string> = {
  reading: 'Sedang dibaca',
  review: 'Menunggu diperiksa',
  failed: 'Tidak terbaca',
  accepted: 'Diterima',
  discarded: 'Dibatalkan',
}

export const stateMarks: Record<ImporState, MarkState> = {
  reading: 'running',
  review: 'planned',
  failed: 'late',
  accepted: 'done',
  discarded: 'stopped',
}

export const columnLabels: Record<GridKey, string> = {
  uraian: 'Uraian',
  langkah: 'Langkah aksi',
  indikator: 'Indikator',
  eviden: 'Eviden',
  jadwal: 'Jadwal',
  diperiksa: 'Diperiksa',
}

/** Why a line of the source has no place in the result. */
export const lineLabels: Record<BarisSumber['kelas'], string> = {
  isi: '',
  sisa: 'sisa',
  kosong: '',
  'judul-tabel': 'judul tabel',
  'nomor-kolom': 'nomor kolom',
  'nomor-halaman': 'nomor halaman',
  kop: 'kop',
  pengesahan: 'pengesahan',
  narasi: 'narasi',
  'baris-ganda': 'baris ganda',
  sampah: 'tanda lepas',
}

export const asalLabels = { pembaca: 'Pembacaan', dasar_hukum: 'Dasar hukum' } as const

export const tindakanLabels = { diterima: 'Diterima', diperbaiki: 'Diperbaiki' } as const

export const diffLabels: Record<string, string> = {
  tempat: 'Tempat',
  label: 'Label',
  uraian: 'Uraian',
  langkah: 'Langkah aksi',
  keterangan: 'Keterangan',
  prioritas: 'Prioritas',
  penanggungJawab: 'Penanggung jawab',
  unit: 'Unit',
  jadwal: 'Jadwal',
  indikator: 'Indikator',
  eviden: 'Eviden',
}

/** "3. Penataan Tatalaksana", or a word where a title is missing. */
export const titled = (
  { nomor, judul }: { nomor: string | null; judul: string | null },
  missing: string,
): string => [nomor, judul ?? missing].filter(Boolean).join(' ')

/** "2 baris" of the source that a finding is about, as links know them. */
export const linesText = (baris: NonNullable<Temuan['baris']>): string =>
  baris.length === 1 ? `baris ${baris[0]}` : `${baris.length} baris, mulai ${baris[0]}`

/** 1.234.567 byte → 1,2 MB */
export function sizeText(bytes: number): string {
  const format = (value: number) => value.toLocaleString('id-ID', { maximumFractionDigits: 1 })
  return bytes < 1024 * 1024 ? `${format(bytes / 1024)} KB` : `${format(bytes / 1024 / 1024)} MB`
}
