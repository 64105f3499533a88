import { z } from 'zod'

const chosenPair = (value: string) => {
  const [butirId = '', padananId = ''] = value.split(':')
  const ids = z.tuple([z.uuid(), z.uuid()]).safeParse([butirId, padananId])
  return ids.success ? [{ butirId, padananId }] : []
}

/** Pairs chosen in a list, each as "butir:padanan". */
export const pairsForm = z.object({
  pairs: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [value ?? []].flat().flatMap(chosenPair))
    .refine((pairs) => pairs.length > 0, 'Pilih paling sedikit satu padanan.'),
})

export const padananForm = z.object({ padananId: z.uuid('Pilih butir padanannya.') })
