import { z } from 'zod'
import { jenisUnitLabels } from './labels.ts'

const text = (what: string, most: number) =>
  z
    .string({ error: `Isi ${what}.` })
    .trim()
    .min(3, `Isi ${what}, paling sedikit 3 huruf.`)
    .max(most, `${what} paling panjang ${most} huruf.`)

const day = z.iso.date({ error: 'Isi tanggal, misalnya 2 Januari 2026.' })

export const unitForm = z.object({
  nama: text('nama unit', 160),
  singkatan: z
    .string()
    .trim()
    .max(20, 'Singkatan paling panjang 20 huruf.')
    .transform((value) => value || null),
  jenis: z.enum(Object.keys(jenisUnitLabels) as (keyof typeof jenisUnitLabels)[], {
    error: 'Pilih jenis unit.',
  }),
  dari: day,
  sumber: text('dasar (nomor keputusan atau peraturan)', 200),
})

export const endUnitForm = z.object({ sampai: day, versi: z.coerce.number().int() })

export type UnitInput = z.output<typeof unitForm>
