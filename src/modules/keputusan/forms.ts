import { z } from 'zod'

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Paling panjang ${most} huruf.`)
    .transform((value) => value || null)

const optionalDay = z
  .union([z.literal(''), z.iso.date({ error: 'Isi tanggal, misalnya 2 Januari 2026.' })])
  .transform((value) => value || null)

export const keputusanForm = z.object({
  nomor: z
    .string({ error: 'Isi nomor keputusan.' })
    .trim()
    .min(1, 'Isi nomor keputusan.')
    .max(80, 'Nomor terlalu panjang.'),
  tahun: z.coerce
    .number({ error: 'Isi tahun, misalnya 2026.' })
    .int()
    .min(1990, 'Isi tahun, misalnya 2026.')
    .max(2100, 'Isi tahun, misalnya 2026.'),
  judul: z.string().trim().min(10, 'Isi judul keputusan.').max(1000, 'Judul terlalu panjang.'),
  tanggal: z.iso.date({ error: 'Isi tanggal penetapan.' }),
  tempat: optional(80),
  ketua: optional(120),
  penyalin_nama: optional(120),
  penyalin_jabatan: optional(200),
  berita_acara: optional(120),
  mengubah_nomor: optional(120),
  versi: z.coerce.number().int(),
})

export const peraturanForm = z
  .object({
    judul: z.string().trim().min(10, 'Isi judul peraturan.').max(600, 'Judul terlalu panjang.'),
    berlaku_dari: optionalDay,
    berlaku_sampai: optionalDay,
    sumber: z
      .string()
      .trim()
      .min(3, 'Sebutkan sumbernya, misalnya JDIH atau nomor Berita Negara.')
      .max(300, 'Sumber terlalu panjang.'),
    keyakinan: z.enum(['terverifikasi', 'ingatan'], { error: 'Pilih seberapa yakin.' }),
    catatan: optional(500),
    versi: z.coerce.number().int(),
  })
  .refine((v) => !v.berlaku_dari || !v.berlaku_sampai || v.berlaku_sampai > v.berlaku_dari, {
    path: ['berlaku_sampai'],
    error: 'Tanggal berakhir harus sesudah tanggal berlaku.',
  })

export type KeputusanInput = z.output<typeof keputusanForm>
export type PeraturanInput = z.output<typeof peraturanForm>
