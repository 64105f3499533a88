import { createHash } from 'node:crypto'
import { z } from 'zod'

const desimal = z.string().regex(/^\d+(\.\d+)?$/, 'harus desimal tanpa tanda, misalnya "0.25"')
const id = z.string().regex(/^[A-Z](\.[A-Za-z0-9]+)*$/, 'harus seperti A.I.1.i.a')
const kunci = z.string().regex(/^[a-z][a-z0-9_]*$/, 'harus huruf kecil, angka, atau garis bawah')

/** How counts become a ratio of 0 to 1. A denominator of nothing gives no answer, never a division. */
const rumus = z.discriminatedUnion('jenis', [
  z.strictObject({
    jenis: z.literal('rasio'),
    pembilang: z.array(kunci).min(1),
    penyebut: z.array(kunci).min(1),
  }),
  z.strictObject({ jenis: z.literal('penurunan'), lalu: kunci, kini: kunci }),
])

const masukan = z.strictObject({ kunci, teks: z.string().min(1), portalrb: z.int().optional() })

const pertanyaan = z.strictObject({
  id,
  teks: z.string().min(1),
  /** `persen`, `indeks-4`, or the name of a scale */
  jawaban: z.string().min(1),
  /** of its own; without it the questions of an indicator share its weight alike */
  bobot: desimal.optional(),
  tingkat: z.record(z.string(), z.string()).optional(),
  masukan: z.array(masukan).min(1).optional(),
  rumus: rumus.optional(),
  portalrb: z.int().optional(),
  barisForm: z.int().positive().optional(),
})

const bagian = z.strictObject({
  id,
  judul: z.string().min(1),
  bobot: desimal,
  /** `rerata`: the children's shares are averaged, as those of questions, instead of added */
  cara: z.literal('rerata').optional(),
  eviden: z.array(z.string().min(1)).optional(),
  get anak() {
    return z.array(bagian).min(1).optional()
  },
  pertanyaan: z.array(pertanyaan).min(1).optional(),
})

const ukuran = z.discriminatedUnion('jenis', [
  z.strictObject({ jenis: z.literal('total') }),
  z.strictObject({ jenis: z.literal('bagian'), id }),
  z.strictObject({ jenis: z.literal('pertanyaan'), id }),
  z.strictObject({ jenis: z.literal('area-terendah') }),
])

const uji = z.strictObject({
  id: z.string().min(1),
  syarat: z.string().min(1),
  ukuran,
  ambang: desimal,
})

const skema = z.strictObject({
  format: z.literal('instrumen-lke/1'),
  kode: z.string().regex(/^[a-z0-9-]+$/, 'harus huruf kecil, angka, atau tanda hubung'),
  versi: z.int().positive(),
  judul: z.string().min(1),
  sumber: z.string().min(1),
  dasar: z.array(z.string().min(1)).min(1),
  keyakinan: z.enum(['terverifikasi', 'belum_terverifikasi']),
  berlaku: z.strictObject({ dari: z.iso.date(), sampai: z.iso.date().nullable() }),
  skala: z.record(z.string(), z.record(z.string(), desimal)),
  komponen: z.array(bagian).min(1),
  area: z.array(
    z.strictObject({
      nomor: z.int().positive(),
      judul: z.string().min(1),
      bagian: z.array(id).min(1),
      maksimum: desimal,
    }),
  ),
  gerbang: z.record(
    z.string(),
    z.strictObject({ uji: z.array(uji).min(1), prasyarat: z.array(z.string()).optional() }),
  ),
  contoh: z
    .array(
      z.strictObject({
        judul: z.string(),
        jawaban: z.json(),
        kosong: z.enum(['nol', 'abaikan']),
        total: desimal,
      }),
    )
    .optional(),
})

export type Instrumen = z.infer<typeof skema>
export type Bagian = z.infer<typeof bagian>
export type Pertanyaan = z.infer<typeof pertanyaan>
export type Rumus = z.infer<typeof rumus>
export type Uji = z.infer<typeof uji>

/** Reads an instrument as data; the problems name the place, in Indonesian. */
export function readInstrumen(
  json: unknown,
): { instrumen: Instrumen; problems: null } | { instrumen: null; problems: string[] } {
  const parsed = skema.safeParse(json)
  if (parsed.success) return { instrumen: parsed.data, problems: null }
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'berkas'}: ${message}`,
  )
  return { instrumen: null, problems }
}

/** The SHA-256 of what an instrument says, whatever the order or spacing of its file. */
export const hashOf = (instrumen: Instrumen): string =>
  createHash('sha256').update(canonical(instrumen)).digest('hex')

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
    .join(',')}}`
}

/** Every part from the top down, a parent before its children. */
export const bagianOf = (instrumen: Instrumen): Bagian[] => instrumen.komponen.flatMap(below)

const below = (node: Bagian): Bagian[] => [node, ...(node.anak ?? []).flatMap(below)]

export const pertanyaanOf = (instrumen: Instrumen): Pertanyaan[] =>
  bagianOf(instrumen).flatMap((node) => node.pertanyaan ?? [])
