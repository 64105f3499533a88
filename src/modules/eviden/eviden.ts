/** berkas = a file, tautan = a link, catatan = a note, otomatis = the system's own records. */
export type Bentuk = 'berkas' | 'tautan' | 'catatan' | 'otomatis'

export const bentukList: readonly Bentuk[] = ['berkas', 'tautan', 'catatan', 'otomatis']

/** Through what the public or the staff was reached. */
export const mediaList = [
  'spanduk',
  'pamflet',
  'video',
  'media_sosial',
  'situs_web',
  'radio_tv',
  'media_cetak',
  'tatap_muka',
] as const

export type Media = (typeof mediaList)[number]

/** What the evidence itself is. */
export type IsiEviden =
  | { bentuk: 'berkas'; berkasId: string }
  | { bentuk: 'tautan'; url: string }
  | { bentuk: 'catatan'; teks: string }
  | { bentuk: 'otomatis'; jenis: string; periode: string }

/** Days from and to, both counted, YYYY-MM-DD; `alasan` when it leaves the year of the date. */
export type MasaBerlaku = { dari: string; sampai: string; alasan: string | null }

export type NewEviden = {
  satkerKode: string
  judul: string
  /** date of the document, event or screenshot, YYYY-MM-DD */
  tanggal: string
  sumber?: string | null
  keterangan?: string | null
  media?: Media | null
  sasaran?: string | null
  /** the calendar year of the date when absent */
  berlaku?: MasaBerlaku | null
  isi: IsiEviden
}

export const shortestReason = 10

/** The calendar year of a date: what evidence proves unless someone says why it proves more. */
export const masaOf = (tanggal: string): MasaBerlaku => ({
  dari: `${tanggal.slice(0, 4)}-01-01`,
  sampai: `${tanggal.slice(0, 4)}-12-31`,
  alasan: null,
})

/** Why this period cannot be kept, as a sentence; null when it can. */
export function masaProblem(tanggal: string, { dari, sampai, alasan }: MasaBerlaku): string | null {
  if (sampai < dari) return 'Akhir masa berlaku tidak boleh sebelum awalnya.'
  const year = tanggal.slice(0, 4)
  const within = dari.slice(0, 4) === year && sampai.slice(0, 4) === year
  if (within || (alasan ?? '').trim().length >= shortestReason) return null
  return `Masa berlaku di luar tahun ${year} perlu alasan, paling sedikit ${shortestReason} huruf.`
}

type Days = { dari: string; sampai: string }

/** The days that a use speaks of: a month, or the whole year without one. */
export function periodDays(tahun: number, bulan: number | null): Days {
  const month = (n: number) => `${tahun}-${String(n).padStart(2, '0')}`
  return { dari: `${month(bulan ?? 1)}-01`, sampai: `${month(bulan ?? 12)}-31` }
}

/** May evidence valid for these days prove that period? One shared day is enough. */
export const isValidFor = (masa: Days, periode: Days): boolean =>
  masa.dari <= periode.sampai && periode.dari <= masa.sampai

export type PakaiState = 'pending' | 'accepted' | 'returned'

type Decided = { acceptedAt: Date | null; returnedAt: Date | null }

export function pakaiState({ acceptedAt, returnedAt }: Decided): PakaiState {
  if (acceptedAt) return 'accepted'
  return returnedAt ? 'returned' : 'pending'
}

/** A part of a page: left, top, width, height, each 0–1. */
export type Wilayah = readonly [number, number, number, number]

export const isWilayah = (values: readonly number[]): boolean => {
  const [x = -1, y = -1, lebar = 0, tinggi = 0] = values
  const room = 1.0001
  return (
    values.length === 4 &&
    x >= 0 &&
    y >= 0 &&
    lebar > 0 &&
    tinggi > 0 &&
    x + lebar <= room &&
    y + tinggi <= room
  )
}
