import { z } from 'zod'
import { jenisList } from './jenis.ts'

const hour = (message: string) =>
  z.coerce.number({ message }).int(message).min(0, message).max(23, message)

const listed = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .default([])
  .transform((chosen) => jenisList.filter((jenis) => chosen.includes(jenis)))

export const setelanForm = z.object({
  jenisSurat: listed,
  jamRingkasan: hour('Pilih jam ringkasan dari daftar.'),
  heningDari: hour('Pilih jam mulai hening dari daftar.'),
  heningSampai: hour('Pilih jam akhir hening dari daftar.'),
  jedaSampai: z
    .string()
    .default('')
    .refine((text) => text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text), {
      message: 'Isi tanggal jeda sebagai hari, bulan, dan tahun, atau kosongkan.',
    })
    .transform((text) => text || null),
  versi: z.coerce.number().int().min(0).default(0),
})

/** Until which moment the list was shown; what came later stays unread. */
export const readAllForm = z.object({ sampai: z.coerce.date() })
