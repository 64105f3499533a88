import { periodOf } from '#modules/rencana-aksi'
import type { MarkState } from '#ui/data/status-mark.tsx'
import type { LaporanState, Lingkup, Penerima } from './putaran.ts'

export const lingkupLabels: Record<Lingkup, string> = {
  semua: 'RB dan ZI',
  RB: 'Reformasi Birokrasi',
  ZI: 'Zona Integritas',
}

export const penerimaLabels: Record<Penerima, string> = {
  sendiri: 'Satuan kerja ini sendiri',
  provinsi: 'KPU provinsi',
  kabkota: 'KPU kabupaten dan kota',
}

export const laporanLabels: Record<LaporanState, string> = {
  coming: 'Belum dibuka',
  open: 'Diisi',
  returned: 'Dikembalikan',
  locked: 'Terlambat, terkunci',
  submitted: 'Menunggu verifikasi',
  verified: 'Diterima',
}

export const laporanMarks: Record<LaporanState, MarkState> = {
  coming: 'waived',
  open: 'planned',
  returned: 'running',
  locked: 'late',
  submitted: 'running',
  verified: 'done',
}

/** "Triwulan III 2026" */
export const periodeText = (periode: string, tahun: number): string =>
  `${periodOf(periode)?.nama ?? periode} ${tahun}`
