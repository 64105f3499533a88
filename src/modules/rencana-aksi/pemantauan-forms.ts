import { z } from 'zod'
import { parseNilai } from './indikator.ts'
import { selangs } from './pemantauan.ts'

const longText = (name: string) =>
  z
    .string()
    .default('')
    .transform((value) => value.trim())
    .refine((value) => value.length <= 5000, `${name} terlalu panjang, paling banyak 5.000 huruf.`)

const amount = (name: string) =>
  z
    .string()
    .default('')
    .transform((value) => {
      const plain = value.replace(/^\s*rp\.?/i, '').trim()
      return plain === '' ? null : parseNilai(plain)
    })
    .refine(
      (value) => value === null || (Number.isFinite(value) && value >= 0),
      `Tulis ${name} dengan angka, misalnya 12.500.000.`,
    )

export const selangForm = z.object({ selang: z.enum(selangs, 'Pilih selang pemantauan.') })

export const pemantauanForm = z
  .object({
    pagu: amount('pagu'),
    realisasi: amount('realisasi'),
    capaianKinerja: amount('capaian').refine(
      (value) => value === null || value <= 1000,
      'Capaian ditulis dalam persen, misalnya 85,5.',
    ),
    hambatan: longText('Hambatan').transform((value) => value || null),
    solusi: longText('Solusi').transform((value) => value || null),
    simpulan: longText('Simpulan').refine(
      (value) => value.length >= 10,
      'Tuliskan simpulan pemantauan, paling sedikit 10 huruf.',
    ),
  })
  .superRefine(({ pagu, realisasi }, ctx) => {
    const problem = (field: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [field], message })
    if (pagu === 0) problem('pagu', 'Pagu harus lebih dari 0, atau kosongkan bila tidak ada.')
    if (pagu === null && realisasi !== null) problem('pagu', 'Isi pagunya juga.')
    if (pagu !== null && realisasi === null) problem('realisasi', 'Isi realisasinya juga.')
    if (pagu !== null && realisasi !== null && realisasi > pagu)
      problem('realisasi', 'Realisasi melebihi pagu. Periksa kedua angka ini.')
  })
