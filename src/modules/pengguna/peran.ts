/** The roles of KPU HUB, in the order in which lists show them. */
export const peranList = [
  'admin_satker',
  'ketua',
  'anggota',
  'sekretaris',
  'kasubbag',
  'koordinator_area',
  'anggota_tim',
  'agen_perubahan',
  'asesor',
  'verifikator_provinsi',
  'pengawas_nasional',
  'pembaca',
] as const

export type Peran = (typeof peranList)[number]

/** Roles that an acting officer (Plh./Plt.) can take over. */
export const delegablePeran = [
  'ketua',
  'sekretaris',
  'kasubbag',
  'koordinator_area',
] as const satisfies readonly Peran[]

/** Roles that answer for one area of change. */
const areaPeran: readonly string[] = ['koordinator_area', 'anggota_tim'] satisfies Peran[]

export const isPeran = (text: string): text is Peran =>
  (peranList as readonly string[]).includes(text)

/** May the role be tied to one of the eight areas? */
export const takesArea = (peran: string): boolean => areaPeran.includes(peran)

/** Can the role exist at this office at all? Verifying is a province's duty, national oversight KPU RI's. */
export function fitsSatker(peran: Peran, satkerKode: string): boolean {
  if (peran === 'pengawas_nasional') return satkerKode === '00'
  if (peran === 'verifikator_provinsi') return satkerKode.length === 2 && satkerKode !== '00'
  return true
}

export type Masa = { dari: string; sampai: string | null }

/** Is a day (YYYY-MM-DD) inside a half-open period? */
export const inMasa = ({ dari, sampai }: Masa, day: string): boolean =>
  dari <= day && (sampai === null || day < sampai)

/** Do two half-open periods share a day? */
export const overlaps = (a: Masa, b: Masa): boolean =>
  (b.sampai === null || a.dari < b.sampai) && (a.sampai === null || b.dari < a.sampai)

/** The calendar day after or before another: dayAfter('2026-12-31') is 2027-01-01. */
export const dayAfter = (day: string): string => shiftDay(day, 1)
export const dayBefore = (day: string): string => shiftDay(day, -1)

const shiftDay = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)

export type MasaState = 'upcoming' | 'current' | 'over'

/** Where a role or delegation stands on a day; `endedAt` ends it at once. */
export function masaState(masa: Masa, endedAt: Date | null, day: string): MasaState {
  if (endedAt || (masa.sampai !== null && masa.sampai <= day)) return 'over'
  return masa.dari > day ? 'upcoming' : 'current'
}
