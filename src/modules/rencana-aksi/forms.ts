import { z } from 'zod'
import type { ButirEdit } from './butir-edit.ts'
import { shortestReason } from './rencana.ts'
import { selStatuses } from './sel.ts'

const text = (most: number, name: string) =>
  z
    .string()
    .default('')
    .transform((value) => value.trim())
    .refine(
      (value) => value.length <= most,
      `${name} terlalu panjang, paling banyak ${most} huruf.`,
    )

const optionalText = (most: number, name: string) =>
  text(most, name).transform((value) => value || null)

const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value ?? []].flat().filter(Boolean))

const lines = (name: string) =>
  text(10_000, name).transform((value) =>
    value
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  )

const optionalDate = z
  .string()
  .default('')
  .transform((value) => value.trim() || null)
  .refine(
    (value) => value === null || z.iso.date().safeParse(value).success,
    'Tulis tanggal lengkap, misalnya 2026-02-03.',
  )

const optionalId = z
  .string()
  .default('')
  .transform((value) => value || null)
  .refine((value) => value === null || z.uuid().safeParse(value).success, 'Pilih dari daftar.')

const versi = z.coerce.number('Muat ulang halaman, lalu coba lagi.').int()

const catatan = optionalText(2000, 'Catatan')

export const draftForm = z.object({
  jenis: z.enum(['ZI', 'RB'], 'Pilih jenis rencana.'),
  tahun: z.coerce
    .number('Tulis tahun dengan angka, misalnya 2026.')
    .int('Tulis tahun dengan angka, misalnya 2026.')
    .min(2000, 'Tahun paling awal 2000.')
    .max(2100, 'Tahun paling akhir 2100.'),
  judul: text(300, 'Judul').refine((value) => value.length >= 5, 'Tulis judul rencana.'),
})

export const titledForm = z.object({
  nomor: optionalText(20, 'Nomor'),
  judul: text(1000, 'Judul').refine((value) => value.length > 0, 'Tulis judulnya.'),
})

export const areaForm = titledForm.extend({
  areaBaku: z
    .string()
    .default('')
    .transform((value) => (value === '' ? null : Number(value)))
    .refine(
      (value) => value === null || (Number.isInteger(value) && value >= 1 && value <= 8),
      'Pilih area perubahan dari daftar.',
    ),
})

const butirFields = z.object({
  kegiatanId: z.uuid('Pilih kegiatan.'),
  label: optionalText(20, 'Nomor'),
  uraian: optionalText(5000, 'Uraian'),
  langkah: optionalText(5000, 'Langkah aksi'),
  keterangan: optionalText(2000, 'Keterangan'),
  prioritas: z
    .string()
    .optional()
    .transform((value) => value === 'ya'),
  penanggungJawabId: optionalId,
  unitId: optionalId,
  bulan: many
    .transform((values) => [...new Set(values.map(Number))].toSorted((a, b) => a - b))
    .refine(
      (values) => values.every((bulan) => Number.isInteger(bulan) && bulan >= 1 && bulan <= 12),
      'Pilih bulan dari daftar.',
    ),
  mulai: optionalDate,
  selesai: optionalDate,
  eviden: lines('Eviden'),
  indikator: lines('Indikator'),
})

export const butirForm = butirFields
  .extend({ versi: versi.default(0), alasan: text(2000, 'Alasan') })
  .superRefine((values, ctx) => {
    if (values.uraian === null && values.langkah === null)
      ctx.addIssue({ code: 'custom', path: ['uraian'], message: 'Tulis uraian atau langkah aksi.' })
    if (values.mulai !== null && values.selesai !== null && values.mulai > values.selesai)
      ctx.addIssue({
        code: 'custom',
        path: ['selesai'],
        message: 'Tanggal selesai tidak boleh sebelum tanggal mulai.',
      })
  })

/** The part of the form that is the butir itself. */
export const editIn = ({
  versi: _versi,
  alasan: _alasan,
  ...edit
}: z.output<typeof butirForm>): ButirEdit => edit

export const selForm = z
  .object({
    status: z.enum(selStatuses, 'Pilih keadaannya.'),
    catatan,
    alasan: optionalText(2000, 'Alasan'),
    doneOn: optionalDate,
    versi,
  })
  .refine(({ status, alasan }) => status !== 'waived' || (alasan ?? '').length >= shortestReason, {
    path: ['alasan'],
    message: `Tuliskan alasan peniadaan, paling sedikit ${shortestReason} huruf.`,
  })

/** A row chosen in a list, with the version that was seen: "id:3". */
const chosen = many.transform((values) =>
  values.flatMap((value) => {
    const [butirId = '', seen] = value.split(':')
    return z.uuid().safeParse(butirId).success ? [{ butirId, versi: Number(seen) }] : []
  }),
)

const atLeastOne = (values: readonly unknown[]) => values.length > 0

export const columnForm = z
  .object({
    butir: chosen.refine(atLeastOne, 'Pilih paling sedikit satu butir.'),
    status: z.enum(selStatuses, 'Pilih keadaannya.'),
    catatan,
    alasan: optionalText(2000, 'Alasan'),
    doneOn: optionalDate,
  })
  .refine(({ status, alasan }) => status !== 'waived' || (alasan ?? '').length >= shortestReason, {
    path: ['alasan'],
    message: `Tuliskan alasan peniadaan, paling sedikit ${shortestReason} huruf.`,
  })

/** '' leaves the person as it is, `-` takes it away. */
const kept = z
  .string()
  .default('')
  .transform((value) => {
    if (value === '') return undefined
    return value === '-' ? null : value
  })
  .refine((value) => value == null || z.uuid().safeParse(value).success, 'Pilih dari daftar.')

export const assignForm = z
  .object({
    butir: chosen.refine(atLeastOne, 'Pilih paling sedikit satu butir.'),
    penanggungJawabId: kept,
    unitId: kept,
  })
  .refine(
    ({ penanggungJawabId, unitId }) => penanggungJawabId !== undefined || unitId !== undefined,
    { path: ['penanggungJawabId'], message: 'Pilih penanggung jawab atau unit kerja.' },
  )

export const catatanForm = z.object({ catatan: text(2000, 'Catatan') })

export const alasanForm = z.object({
  alasan: text(2000, 'Alasan').refine(
    (value) => value.length >= shortestReason,
    `Tuliskan alasannya, paling sedikit ${shortestReason} huruf.`,
  ),
})

export const decideForm = z.object({
  putusan: z.enum(['setuju', 'tolak'], 'Pilih setuju atau tolak.'),
  catatan,
})

export const moveForm = z.object({
  jenis: z.enum(['area', 'kegiatan', 'butir']),
  id: z.uuid(),
  arah: z.enum(['naik', 'turun']),
})
