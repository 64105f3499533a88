import { z } from 'zod'

const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value ?? []].flat())

export const templatForm = z
  .object({
    sumber: z.string('Pilih sumber isinya.').default(''),
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
  })
  .transform(({ sumber, ...rest }, ctx) => {
    const jenis = (['RB', 'ZI'] as const).find((one) => one === sumber)
    if (jenis) return { ...rest, jenis, rencanaId: null }
    const rencanaId = z.uuid().safeParse(sumber)
    // The kind is that of the plan itself.
    if (rencanaId.success) return { ...rest, jenis: 'RB' as const, rencanaId: rencanaId.data }
    ctx.addIssue({ code: 'custom', path: ['sumber'], message: 'Pilih sumber isinya.' })
    return z.NEVER
  })

export const pushForm = z.object({
  kepada: many
    .transform((values) => values.filter((value) => value === 'provinsi' || value === 'kabkota'))
    .refine((values) => values.length > 0, 'Pilih paling sedikit satu jenis penerima.'),
})
