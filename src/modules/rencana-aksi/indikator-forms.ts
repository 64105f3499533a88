import { z } from 'zod'
import { nilaiProblem, parseNilai, type Ukuran } from './indikator.ts'
import { caraHitung, jenisIndikator } from './jenis-indikator.ts'

const optionalNumber = z
  .string()
  .default('')
  .transform((value) => (value.trim() === '' ? null : parseNilai(value)))
  .refine((value) => value === null || Number.isFinite(value), 'Tulis angka, misalnya 87,5.')

export const ukuranForm = z
  .object({
    jenis: z.enum(jenisIndikator, 'Pilih jenis ukuran.'),
    satuan: z
      .string()
      .default('')
      .transform((value) => value.trim() || null)
      .refine(
        (value) => (value ?? '').length <= 40,
        'Satuan terlalu panjang, paling banyak 40 huruf.',
      ),
    arah: z.enum(['naik', 'turun'], 'Pilih arah yang baik.'),
    caraHitung: z.enum(caraHitung, 'Pilih cara menghitung capaian tahun.'),
    target: optionalNumber,
    versi: z.coerce.number('Muat ulang halaman, lalu coba lagi.').int(),
  })
  .superRefine(({ target, caraHitung: cara, ...ukuran }, ctx) => {
    if (target === null) return
    // A sum may pass what one month may reach.
    const message = cara === 'jumlah' ? null : nilaiProblem(ukuran, target)
    if (message) ctx.addIssue({ code: 'custom', path: ['target'], message })
  })

/** The corrected value of last year; empty takes it from last year's plan again. */
export const tahunLaluForm = (ukuran: Pick<Ukuran, 'jenis' | 'satuan'>) =>
  z.object({ nilai: optionalNumber }).superRefine(({ nilai }, ctx) => {
    const message = nilai === null ? null : nilaiProblem(ukuran, nilai)
    if (message) ctx.addIssue({ code: 'custom', path: ['nilai'], message })
  })

export type NilaiTyped = {
  bulan: number
  nilai: number | null
  catatan: string | null
  /** the version that was seen, 0 when there was no value */
  versi: number
}

export const months = Array.from({ length: 12 }, (_, index) => index + 1)

/** Twelve months: `b3.nilai`, `b3.catatan` and `b3.versi` for March. */
export const nilaiForm = (ukuran: Pick<Ukuran, 'jenis' | 'satuan'>) =>
  z
    .record(z.string(), z.union([z.string(), z.array(z.string())]))
    .transform((typed) => months.map((bulan) => nilaiIn(typed, bulan)))
    .superRefine((rows, ctx) => {
      for (const { bulan, nilai, catatan } of rows) {
        const message = nilai === null ? null : nilaiProblem(ukuran, nilai)
        if (message) ctx.addIssue({ code: 'custom', path: [`b${bulan}.nilai`], message })
        if ((catatan ?? '').length > 500)
          ctx.addIssue({
            code: 'custom',
            path: [`b${bulan}.catatan`],
            message: 'Catatan terlalu panjang, paling banyak 500 huruf.',
          })
        if (nilai === null && catatan !== null)
          ctx.addIssue({
            code: 'custom',
            path: [`b${bulan}.nilai`],
            message: 'Isi nilainya, atau kosongkan catatannya.',
          })
      }
    })

function nilaiIn(typed: Record<string, string | string[]>, bulan: number): NilaiTyped {
  const text = (key: string) => String(typed[`b${bulan}.${key}`] ?? '').trim()
  const nilai = text('nilai')
  return {
    bulan,
    nilai: nilai === '' ? null : parseNilai(nilai),
    catatan: text('catatan') || null,
    versi: Number(text('versi')) || 0,
  }
}
