import type { Bagian } from '#modules/rencana-aksi'

export const bagianLabels: Record<Bagian, string> = {
  terlambat: 'Terlambat',
  minggu: 'Jatuh tempo minggu ini',
  bulan: 'Berikutnya bulan ini',
  eskalasi: 'Terlambat, diteruskan kepada Anda',
}

/** The order in which a person needs them. */
export const bagianList: readonly Bagian[] = ['terlambat', 'minggu', 'bulan', 'eskalasi']
