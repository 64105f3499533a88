import { z } from 'zod'
import { shortestReason } from './rencana.ts'

const trimmed = z
  .string()
  .default('')
  .transform((value) => value.trim())

const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value ?? []].flat().filter(Boolean))

const halaman = trimmed
  .transform((value) => (value === '' ? null : Number(value)))
  .refine(
    (value) => value === null || (Number.isInteger(value) && value >= 1 && value <= 100_000),
    'Tulis nomor halaman dengan angka, misalnya 3.',
  )

/** What evidence is for: a document of the list, a month or the whole year, where to look. */
export const placeForm = z.object({
  slot: trimmed.transform((value) => value || null),
  bulan: trimmed
    .transform((value) => (value === '' ? null : Number(value)))
    .refine(
      (value) => value === null || (Number.isInteger(value) && value >= 1 && value <= 12),
      'Pilih bulan dari daftar.',
    ),
  halaman,
  catatan: trimmed
    .refine((value) => value.length <= 2000, 'Catatan terlalu panjang, paling banyak 2000 huruf.')
    .transform((value) => value || null),
})

/** The same with evidence chosen from the library. */
export const reuseForm = placeForm.extend({
  eviden: many.refine(
    (values) => values.length > 0 && values.every((value) => z.uuid().safeParse(value).success),
    'Pilih paling sedikit satu eviden.',
  ),
})

/** A month marked done may bring evidence for one document of the list, with the date on it. */
export const selBuktiForm = placeForm.pick({ slot: true }).extend({
  tanggalBukti: trimmed
    .refine(
      (value) => value === '' || z.iso.date().safeParse(value).success,
      'Tulis tanggal lengkap, misalnya 2026-02-03.',
    )
    .transform((value) => value || null),
})

export const returnForm = z.object({
  catatan: trimmed
    .refine(
      (value) => value.length >= shortestReason,
      `Tuliskan apa yang harus diperbaiki, paling sedikit ${shortestReason} huruf.`,
    )
    .refine((value) => value.length <= 2000, 'Catatan terlalu panjang, paling banyak 2000 huruf.'),
})

/** Rows chosen in the queue: "rencanaId:pakaiId". */
export const batchForm = z.object({
  bukti: many
    .transform((values) =>
      values.flatMap((value) => {
        const [rencanaId = '', pakaiId = ''] = value.split(':')
        const known = [rencanaId, pakaiId].every((id) => z.uuid().safeParse(id).success)
        return known ? [{ rencanaId, pakaiId }] : []
      }),
    )
    .refine((values) => values.length > 0, 'Pilih paling sedikit satu eviden.'),
})

const percent = trimmed.transform((value) =>
  value === '' ? null : Number(value.replace(',', '.')),
)

/** A page and a part of it in percent of its width and height; all four, or none. */
export const pointForm = z
  .object({ halaman, kiri: percent, atas: percent, lebar: percent, tinggi: percent })
  .superRefine(({ kiri, atas, lebar, tinggi }, ctx) => {
    const parts = [kiri, atas, lebar, tinggi]
    const typed = parts.filter((part) => part !== null)
    const whole =
      typed.length === 0 || (typed.length === 4 && typed.every((part) => part >= 0 && part <= 100))
    if (!whole)
      ctx.addIssue({
        code: 'custom',
        path: ['kiri'],
        message: 'Isi keempat angka bagian halaman antara 0 dan 100, atau kosongkan semuanya.',
      })
  })
  .transform(({ halaman: page, kiri, atas, lebar, tinggi }) => ({
    halaman: page,
    wilayah: [kiri, atas, lebar, tinggi].some((part) => part === null)
      ? null
      : [kiri ?? 0, atas ?? 0, lebar ?? 0, tinggi ?? 0].map((part) => part / 100),
  }))
