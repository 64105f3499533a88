import { z } from 'zod'

const trimmed = z
  .string()
  .default('')
  .transform((value) => value.trim())

/** Text that may be left empty; null when it is. */
export const optionalText = (name: string, most = 5000) =>
  trimmed
    .refine(
      (value) => value.length <= most,
      `${name} terlalu panjang, paling banyak ${most.toLocaleString('id-ID')} huruf.`,
    )
    .transform((value) => value || null)

/** Text that must say something. */
export const requiredText = (name: string, least: number, most = 4000) =>
  trimmed
    .refine(
      (value) => value.length >= least,
      `Tuliskan ${name.toLowerCase()}, paling sedikit ${least} huruf.`,
    )
    .refine(
      (value) => value.length <= most,
      `${name} terlalu panjang, paling banyak ${most.toLocaleString('id-ID')} huruf.`,
    )

/** A day, YYYY-MM-DD, that the calendar really has. */
export const dateText = (what: string) =>
  trimmed.refine(
    (value) =>
      /^20\d\d-\d\d-\d\d$/.test(value) &&
      (new Date(`${value}T00:00:00Z`).toJSON() ?? '').startsWith(value),
    `Pilih ${what}.`,
  )

export const timeText = (what: string) =>
  trimmed.refine(
    (value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
    `Tulis ${what}, misalnya 09:00.`,
  )

/** An address on the web, or null. */
export const linkText = trimmed
  .refine(
    (value) => value === '' || (/^https?:\/\/\S+$/i.test(value) && URL.canParse(value)),
    'Tulis tautan lengkap yang diawali https://.',
  )
  .transform((value) => value || null)

/** An id of a choice, or null when nothing was chosen. */
export const idText = trimmed
  .refine(
    (value) => value === '' || /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value),
    'Pilih dari daftar.',
  )
  .transform((value) => value || null)

/** A name that may come once or several times in a form. */
export const manyText = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat().filter(Boolean))

/** The number by which a form knows what it changes. */
export const versiText = z.coerce.number().int().min(0).max(1_000_000).catch(0)

export const yearText = (message: string) =>
  z.coerce.number(message).int(message).min(2000, message).max(2100, message)

export const reasonForm = z.object({ alasan: requiredText('Alasan', 10, 1000) })
