import { z } from 'zod'

const longest = 4000

const idOrNothing = z
  .string()
  .default('')
  .transform((text) => (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? text : null))

export const komentarForm = z.object({
  teks: z
    .string({ message: 'Tulis komentarnya.' })
    .trim()
    .min(1, 'Tulis komentarnya.')
    .max(longest, `Komentar paling panjang ${longest} huruf. Singkatkan, atau bagi menjadi dua.`),
  sebut: idOrNothing,
  indukId: idOrNothing,
})

export const keadaanForm = z.object({ selesai: z.string().transform((text) => text === 'ya') })
