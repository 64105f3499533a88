import type { JenisPemberitahuan } from './jenis.ts'

/** What a person wants by mail, and when. Hours are whole hours of the office's own clock. */
export type Setelan = {
  jenisSurat: JenisPemberitahuan[]
  jamRingkasan: number
  /** first hour without mail; equal to heningSampai: mail at any hour */
  heningDari: number
  /** first hour with mail again */
  heningSampai: number
  /** no mail up to and with this day, YYYY-MM-DD */
  jedaSampai: string | null
}

/** A moment on the office's clock. */
export type LocalHour = { tanggal: string; jam: number }

/** A digest that could not be written in its hour, because the product stood still, is written up to this much later. */
const hoursOfGrace = 3

export function isQuiet({ heningDari, heningSampai }: Setelan, jam: number): boolean {
  if (heningDari === heningSampai) return false
  if (heningDari < heningSampai) return heningDari <= jam && jam < heningSampai
  return heningDari <= jam || jam < heningSampai
}

/** The hour in which the digest goes out: the one chosen, or the first after the quiet ones. */
export const digestHour = (setelan: Setelan): number =>
  isQuiet(setelan, setelan.jamRingkasan) ? setelan.heningSampai : setelan.jamRingkasan

/** May any mail go to this person now? */
export const mayMail = (setelan: Setelan, { tanggal, jam }: LocalHour): boolean =>
  setelan.jenisSurat.length > 0 &&
  !isQuiet(setelan, jam) &&
  (setelan.jedaSampai === null || setelan.jedaSampai < tanggal)

/** Is it the hour of the digest, or shortly after? Whether today is a working day is asked elsewhere. */
export const isDigestHour = (setelan: Setelan, now: LocalHour): boolean => {
  const start = digestHour(setelan)
  return mayMail(setelan, now) && start <= now.jam && now.jam < start + hoursOfGrace
}

/** The date and the whole hour that a clock in this zone shows. */
export function localHour(at: Date, zona: string): LocalHour {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zona,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at)
  return { tanggal: text.slice(0, 10), jam: Number(text.slice(11, 13)) }
}
