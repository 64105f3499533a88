import { periodOf } from '#modules/rencana-aksi'
import { z } from 'zod'
import { lingkupList, penerimaList } from './putaran.ts'
import {
  dateText,
  manyText,
  optionalText,
  requiredText,
  versiText,
  yearText,
} from './text-fields.ts'

const whole = (message: string, least: number, most: number) =>
  z.coerce.number(message).int(message).min(least, message).max(most, message)

export const putaranForm = z.object({
  judul: requiredText('Judul', 3, 200),
  tahun: yearText('Tulis tahun rencana, misalnya 2026.'),
  periode: z
    .string('Pilih periode.')
    .refine((value) => periodOf(value) !== null, 'Pilih periode dari daftar.'),
  lingkup: z.enum(lingkupList, 'Pilih rencana yang dilaporkan.'),
  mulai: dateText('tanggal mulai'),
  hariKerja: whole('Tulis lama pengisian antara 1 dan 60 hari kerja.', 1, 60),
  gelombang: whole('Tulis banyak gelombang antara 1 dan 6.', 1, 6).default(1),
  jeda: whole('Tulis jeda antara 0 dan 20 hari kerja.', 0, 20).default(0),
  untuk: manyText
    .transform((chosen) => penerimaList.filter((each) => chosen.includes(each)))
    .refine((chosen) => chosen.length > 0, 'Pilih siapa yang mengisi putaran ini.'),
})

/** One row of the circle: of the area, or of a late butir of it. */
export const lingkarForm = z.object({
  target: optionalText('Target', 2000),
  realisasi: optionalText('Realisasi', 2000),
  hambatan: optionalText('Hambatan', 4000),
  solusi: optionalText('Solusi', 4000),
  versi: versiText,
})

/** Rupiah or percent as people write it, 12.500.000 or 85,5; null when empty. */
const amount = (message: string) =>
  z
    .string()
    .default('')
    .transform((value) => value.replace(/^\s*rp\.?/i, '').trim())
    .refine(
      (value) => value === '' || /^\d{1,3}(\.\d{3})*(,\d+)?$|^\d+(,\d+)?$/.test(value),
      message,
    )
    .transform((value) =>
      value === '' ? null : Number(value.replaceAll('.', '').replace(',', '.')),
    )

export const anggaranForm = z
  .object({
    pagu: amount('Tulis pagu dengan angka, misalnya 12.500.000.'),
    realisasi: amount('Tulis realisasi dengan angka, misalnya 12.500.000.'),
    capaianKinerja: amount('Tulis capaian dalam persen, misalnya 85,5.').refine(
      (value) => value === null || value <= 1000,
      'Tulis capaian dalam persen, misalnya 85,5.',
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

export const simpulanForm = z.object({ simpulan: requiredText('Simpulan', 10, 5000) })

export const verdictForm = z
  .object({
    putusan: z.enum(['terima', 'kembalikan'], 'Pilih menerima atau mengembalikan.'),
    catatan: optionalText('Catatan', 2000),
    hariKerja: whole('Tulis lama perbaikan antara 1 dan 20 hari kerja.', 1, 20).catch(5),
  })
  .superRefine(({ putusan, catatan }, ctx) => {
    if (putusan === 'kembalikan' && (catatan ?? '').length < 10)
      ctx.addIssue({
        code: 'custom',
        path: ['catatan'],
        message: 'Tuliskan apa yang harus diperbaiki, paling sedikit 10 huruf.',
      })
  })

export const reopenForm = z.object({
  sampai: dateText('batas baru'),
  alasan: requiredText('Alasan', 10, 1000),
})
