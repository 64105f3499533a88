import { z } from 'zod'
import { bentukList, type MasaBerlaku, masaProblem, mediaList } from './eviden.ts'

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

const isDate = (value: string) => z.iso.date().safeParse(value).success

const optionalDate = z
  .string()
  .default('')
  .transform((value) => value.trim() || null)
  .refine((value) => value === null || isDate(value), 'Tulis tanggal lengkap, misalnya 2026-02-03.')

const webAddress = (value: string) =>
  URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol)

const facts = z.object({
  judul: text(300, 'Judul'),
  tanggal: z
    .string('Tulis tanggal dokumen atau peristiwa.')
    .trim()
    .refine(isDate, 'Tulis tanggal lengkap, misalnya 2026-02-03.'),
  sumber: optionalText(300, 'Sumber'),
  keterangan: optionalText(2000, 'Keterangan'),
  media: z
    .union([z.literal('').transform(() => null), z.enum(mediaList)], 'Pilih media dari daftar.')
    .default(null),
  sasaran: optionalText(300, 'Sasaran'),
  berlakuDari: optionalDate,
  berlakuSampai: optionalDate,
  alasanBerlaku: optionalText(1000, 'Alasan'),
})

type Masa = Pick<z.output<typeof facts>, 'berlakuDari' | 'berlakuSampai' | 'alasanBerlaku'>

/** The period that was typed; null when it is left to the date. */
export function masaTyped(
  tanggal: string,
  { berlakuDari, berlakuSampai, alasanBerlaku }: Masa,
): MasaBerlaku | null {
  if (berlakuDari === null && berlakuSampai === null) return null
  const year = tanggal.slice(0, 4)
  return {
    dari: berlakuDari ?? `${year}-01-01`,
    sampai: berlakuSampai ?? `${year}-12-31`,
    alasan: alasanBerlaku,
  }
}

const checkMasa = (values: z.output<typeof facts>, ctx: z.RefinementCtx) => {
  const masa = masaTyped(values.tanggal, values)
  const message = masa && masaProblem(values.tanggal, masa)
  if (!message) return
  const field = masa.sampai < masa.dari ? 'berlakuSampai' : 'alasanBerlaku'
  ctx.addIssue({ code: 'custom', path: [field], message })
}

/** What is said about evidence that exists already. */
export const factsForm = facts
  .extend({ versi: z.coerce.number('Muat ulang halaman, lalu coba lagi.').int() })
  .superRefine((values, ctx) => {
    checkMasa(values, ctx)
    if (values.judul === '')
      ctx.addIssue({ code: 'custom', path: ['judul'], message: 'Tulis judul eviden.' })
  })

/** New evidence of any form; files come beside it. */
export const evidenForm = facts
  .extend({
    bentuk: z.enum(bentukList, 'Pilih bentuk eviden.').default('berkas'),
    url: text(2000, 'Alamat'),
    teks: text(10_000, 'Catatan'),
    jenis: text(100, 'Jenis data'),
    periode: text(20, 'Periode'),
  })
  .superRefine((values, ctx) => {
    checkMasa(values, ctx)
    const say = (field: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [field], message })
    if (values.bentuk === 'tautan' && !webAddress(values.url))
      say('url', 'Tulis alamat lengkap, misalnya https://kab-contoh.kpu.go.id/berita.')
    if (values.bentuk === 'catatan' && values.teks.length < 10)
      say('teks', 'Tulis catatannya, paling sedikit 10 huruf.')
    if (values.bentuk === 'catatan' && values.judul === '') say('judul', 'Tulis judul catatan.')
    if (values.bentuk === 'otomatis' && values.jenis === '')
      say('jenis', 'Pilih jenis data sistem.')
    if (
      values.bentuk === 'otomatis' &&
      !/^\d{4}-(B(0[1-9]|1[0-2])|T[1-4]|S[12]|Y)$/.test(values.periode)
    )
      say('periode', 'Pilih periode.')
  })

export type EvidenForm = z.output<typeof evidenForm>
