import { z } from 'zod'

export const salinForm = z.object({
  tahun: z.coerce
    .number('Tulis tahun dengan angka, misalnya 2027.')
    .int('Tulis tahun dengan angka, misalnya 2027.')
    .min(2000, 'Tahun paling awal 2000.')
    .max(2100, 'Tahun paling akhir 2100.'),
  judul: z
    .string()
    .default('')
    .transform((value) => value.trim())
    .refine((value) => value.length >= 5, 'Tulis judul rencana.')
    .refine((value) => value.length <= 300, 'Judul terlalu panjang, paling banyak 300 huruf.'),
  gantiTahun: z
    .string()
    .optional()
    .transform((value) => value === 'ya'),
})
