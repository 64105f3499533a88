import { addWorkingDays, type Kalender } from '#modules/kalender'

export const lingkupList = ['semua', 'RB', 'ZI'] as const
export type Lingkup = (typeof lingkupList)[number]

/** Who fills a round in: the opener's own office, the provinces, the kabupaten and kota. */
export const penerimaList = ['sendiri', 'provinsi', 'kabkota'] as const
export type Penerima = (typeof penerimaList)[number]

/** First and last day on which a report can be filled in, YYYY-MM-DD. */
export type Jendela = { mulai: string; selesai: string }

export type JadwalPutaran = {
  mulai: string
  /** working days that an office has after its first day */
  hariKerja: number
  /** waves in which the provinces begin, and the working days between two of them */
  gelombang: number
  jeda: number
}

/** The window of each wave, the first wave first. */
export function jendelaOf(kal: Kalender, jadwal: JadwalPutaran): Jendela[] {
  return Array.from({ length: jadwal.gelombang }, (_, wave) => {
    const shift = wave * jadwal.jeda
    const mulai = shift === 0 ? jadwal.mulai : addWorkingDays(kal, jadwal.mulai, shift)
    return { mulai, selesai: addWorkingDays(kal, mulai, jadwal.hariKerja) }
  })
}

/** A calendar without the days of one office alone: what binds many offices counts the nation's days. */
export const nationalDays = (kal: Kalender): Kalender => ({
  ...kal,
  hari: new Map(
    [...kal.hari].filter(([, { jenis }]) => jenis === 'libur_nasional' || jenis === 'cuti_bersama'),
  ),
})

/** Which wave each group of offices (a province, or a single office) belongs to: even, in their order. */
export const waveOf = (groups: readonly string[], gelombang: number): Map<string, number> =>
  new Map(
    groups
      .toSorted()
      .map((group, index) => [group, Math.floor((index * gelombang) / groups.length)]),
  )

export type LaporanState = 'coming' | 'open' | 'returned' | 'locked' | 'submitted' | 'verified'

export const laporanStates: readonly LaporanState[] = [
  'coming',
  'open',
  'returned',
  'locked',
  'submitted',
  'verified',
]

export type LaporanStamps = {
  mulai: string
  selesai: string
  dibuka_sampai: string | null
  submitted_at: Date | null
  returned_at: Date | null
  verified_at: Date | null
}

/** The last day on which the report can still be submitted. */
export const batasOf = (row: Pick<LaporanStamps, 'selesai' | 'dibuka_sampai'>): string =>
  row.dibuka_sampai ?? row.selesai

/** Where a report stands on a day; the lock follows from the date and is never stored. */
export function laporanState(row: LaporanStamps, today: string): LaporanState {
  if (row.verified_at) return 'verified'
  if (row.submitted_at) return 'submitted'
  if (today < row.mulai) return 'coming'
  if (today > batasOf(row)) return 'locked'
  return row.returned_at ? 'returned' : 'open'
}

export type LaporanAct = 'fill' | 'submit' | 'verify' | 'return' | 'reopen'

const acts: Record<LaporanState, Partial<Record<LaporanAct, LaporanState>>> = {
  coming: {},
  open: { fill: 'open', submit: 'submitted' },
  returned: { fill: 'returned', submit: 'submitted' },
  locked: { reopen: 'open' },
  submitted: { verify: 'verified', return: 'returned' },
  verified: {},
}

/** The state after an act, or null when the state forbids it. */
export const afterLaporan = (state: LaporanState, act: LaporanAct): LaporanState | null =>
  acts[state][act] ?? null

/** Why the state forbids filling in or submitting, as a sentence. */
export const shutMessage: Partial<Record<LaporanState, string>> = {
  coming: 'Jendela pengisian laporan ini belum dibuka.',
  locked:
    'Jendela pengisian laporan ini sudah lewat, jadi laporan terkunci. Minta pembuka putaran membukanya lagi.',
  submitted: 'Laporan ini sudah dikirim dan menunggu verifikasi.',
  verified: 'Laporan ini sudah diterima, jadi tidak berubah lagi.',
}

export const shortestReason = 10
