import { z } from 'zod'
import { efektifList } from './ratl.ts'
import {
  dateText,
  idText,
  linkText,
  manyText,
  optionalText,
  requiredText,
  versiText,
  yearText,
} from './text-fields.ts'
import { sumberList } from './temuan.ts'

const areaBaku = z
  .string()
  .default('')
  .refine((value) => /^[1-8]?$/.test(value), 'Pilih area dari daftar.')
  .transform((value) => (value === '' ? null : Number(value)))

export const temuanForm = z.object({
  sumber: z.enum(sumberList, 'Pilih sumber temuan.'),
  rujukan: optionalText('Rujukan', 300),
  laporanId: idText,
  rapatId: idText,
  butirId: idText,
  tanggal: dateText('tanggal temuan'),
  tahun: yearText('Tulis tahun rencana yang diperiksa, misalnya 2026.'),
  areaBaku,
  uraian: requiredText('Uraian', 10),
  kriteria: optionalText('Kriteria', 4000),
  sebab: optionalText('Sebab', 4000),
  akibat: optionalText('Akibat', 4000),
  rekomendasi: optionalText('Rekomendasi', 4000).refine(
    (value) => value === null || value.length >= 10,
    'Tuliskan rekomendasi paling sedikit 10 huruf, atau kosongkan.',
  ),
  versi: versiText,
})

export const rekomendasiForm = z.object({ uraian: requiredText('Rekomendasi', 10) })

/** Who answers stands in one field: `orang:<id>` or `unit:<id>`. */
export const ratlForm = z
  .object({
    aksi: requiredText('Langkah tindak lanjut', 5, 2000),
    keluaran: optionalText('Keluaran', 1000),
    pemilik: z
      .string()
      .default('')
      .refine(
        (value) => /^(orang|unit):[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value),
        'Pilih penanggung jawab: seorang pengguna, atau satu unit kerja.',
      ),
    jatuhTempo: dateText('batas waktu'),
    versi: versiText,
  })
  .transform(({ pemilik, ...facts }) => {
    const [kind, id = ''] = pemilik.split(':')
    return {
      ...facts,
      penanggungJawabId: kind === 'orang' ? id : null,
      unitId: kind === 'unit' ? id : null,
    }
  })

export const resultForm = z.object({
  hasil: requiredText('Hasil', 10, 5000),
  tautan: linkText,
})

export const checkForm = z.object({
  efektif: z.enum(efektifList, 'Pilih hasil pemeriksaan.'),
  catatan: optionalText('Catatan', 2000),
})

export const lanjutForm = z.object({ jenis: z.enum(['RB', 'ZI'], 'Pilih jenis rencana.') })

export const placeForm = z.object({
  tujuan: z
    .string()
    .default('')
    .refine(
      (value) => /^[\da-f-]{36}:[\da-f-]{36}$/.test(value),
      'Pilih kegiatan tempat butir ini.',
    )
    .transform((value) => {
      const [rencanaId = '', kegiatanId = ''] = value.split(':')
      return { rencanaId, kegiatanId }
    }),
  uraian: requiredText('Uraian butir', 5, 2000),
  indikator: z
    .string()
    .default('')
    .transform((value) =>
      value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  bulan: manyText
    .refine((months) => months.length > 0, 'Pilih paling sedikit satu bulan pelaksanaan.')
    .transform((months) => months.map(Number).filter((bulan) => bulan >= 1 && bulan <= 12)),
})
