/** The kinds of notices, in the words of the settings page. */
export const jenisLabels = {
  eskalasi: 'Kewajiban terlambat yang diteruskan kepada Anda sebagai atasan',
  terlambat: 'Kewajiban Anda yang terlambat',
  pengingat: 'Kewajiban Anda yang segera jatuh tempo',
  sebutan: 'Nama Anda disebut dalam komentar',
  balasan: 'Balasan atas komentar Anda',
  eviden: 'Eviden yang menunggu verifikasi Anda, diterima, atau dikembalikan',
  usulan: 'Usulan dan persetujuan rencana aksi',
  tindak_lanjut: 'Tindak lanjut dan putaran monitoring',
} as const

export type JenisPemberitahuan = keyof typeof jenisLabels

export const jenisList = Object.keys(jenisLabels) as JenisPemberitahuan[]

/** Kinds that do not wait for the next morning once today's digest has gone out. */
export const urgentJenis: readonly JenisPemberitahuan[] = ['eskalasi']
