import { z } from 'zod'

export const petaJalanForm = z.object({
  petaJalan: z
    .string('Pilih peta jalan.')
    .max(100, 'Pilih dari daftar.')
    .transform((value) => (value === '-' ? null : value)),
})

/** One answer for each butir: `<butir>.sasaran`, '' for none. */
export const sasaranForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((typed) =>
    Object.entries(typed).flatMap(([name, value]) => {
      const [butirId = '', key] = name.split('.')
      if (key !== 'sasaran' || !z.uuid().safeParse(butirId).success) return []
      return [{ butirId, sasaranKode: [value].flat()[0] || null }]
    }),
  )
