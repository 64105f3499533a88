import type { BerkasState } from './berkas.ts'

export const stateLabels: Readonly<Record<BerkasState, string>> = {
  checking: 'Sedang diperiksa',
  ready: 'Siap',
  rejected: 'Ditolak',
}

const units = ['byte', 'KB', 'MB', 'GB'] as const
const number = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 })

/** 1536 is "1,5 KB". */
export function sizeLabel(bytes: number): string {
  const step = bytes > 0 ? Math.min(3, Math.floor(Math.log2(bytes) / 10)) : 0
  return `${number.format(bytes / 1024 ** step)} ${units[step] ?? 'byte'}`
}

export const tooLarge = (nama: string, mostBytes: number): string =>
  `Berkas ${nama} lebih besar dari ${sizeLabel(mostBytes)}. Perkecil, atau bagi menjadi beberapa berkas.`

export const unknownUpload =
  'Satu berkas yang diunggah sebelumnya tidak ditemukan lagi. Pilih berkas itu sekali lagi.'

export const unfinishedUpload =
  'Satu unggahan belum selesai. Tunggu sampai selesai, atau buang, lalu kirim lagi.'
