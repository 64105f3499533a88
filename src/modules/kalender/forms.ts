import { z } from 'zod'
import { minutesOf } from './jam.ts'
import { readSkbLines } from './skb-lines.ts'
import { addDays } from './tanggal.ts'

const text = (what: string, most = 200) =>
  z
    .string({ error: `Isi ${what}.` })
    .trim()
    .min(3, `Isi ${what}, paling sedikit 3 huruf.`)
    .max(most, `Isi ${what} paling panjang ${most} huruf.`)

const day = (what: string) =>
  z.iso
    .date({ error: `Isi ${what}, misalnya 2 Januari 2026.` })
    .refine((tanggal) => tanggal >= '1996-01-01' && tanggal < '2200-01-01', {
      error: `Isi ${what} antara tahun 1996 dan 2199.`,
    })

/** '' means not given. */
const blank = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const clock = (what: string) =>
  z
    .string({ error: `Isi ${what}, misalnya 07.30.` })
    .trim()
    .regex(/^([01]?\d|2[0-3])[.:][0-5]\d$/, `Isi ${what}, misalnya 07.30.`)
    .transform((value) => value.replace('.', ':').padStart(5, '0'))

const versi = z.coerce.number({ error: 'Buka kembali halamannya, lalu ulangi.' }).int().min(0)
const keyakinan = z.enum(['terverifikasi', 'ingatan'], { error: 'Pilih seberapa pasti.' })

export const hariLiburForm = z.object({
  tanggal: day('tanggal'),
  jenis: z.enum(['libur_nasional', 'cuti_bersama'], { error: 'Pilih jenis hari.' }),
  nama: text('nama hari'),
  dasar: text('dasar (nomor SKB atau keputusan)'),
  sumber: text('sumber, misalnya alamat naskahnya', 300),
  keyakinan,
  versi,
})

export const batalForm = z.object({
  dasar: text('dasar pembatalan (nomor SKB perubahan)'),
  sumber: text('sumber, misalnya alamat naskahnya', 300),
  versi,
})

export const tahunForm = z
  .object({
    tahun: z.coerce
      .number({ error: 'Isi tahun, misalnya 2028.' })
      .int('Isi tahun, misalnya 2028.')
      .min(1996, 'Isi tahun mulai 1996.')
      .max(2199, 'Isi tahun sampai 2199.'),
    dasar: text('nomor SKB'),
    tanggalDasar: day('tanggal SKB'),
    sumber: text('sumber, misalnya alamat naskahnya', 300),
    daftar: z.string({ error: 'Tempel daftar harinya.' }).trim().min(1, 'Tempel daftar harinya.'),
  })
  .transform(({ daftar, ...rest }, ctx) => {
    const { hari, problems } = readSkbLines(daftar, rest.tahun)
    for (const message of problems.slice(0, 5))
      ctx.addIssue({ code: 'custom', path: ['daftar'], message })
    return { ...rest, hari }
  })

export const ramadanForm = z
  .object({
    tahunHijriah: z.coerce
      .number({ error: 'Isi tahun Hijriah, misalnya 1449.' })
      .int('Isi tahun Hijriah, misalnya 1449.')
      .min(1417, 'Isi tahun Hijriah mulai 1417.')
      .max(1700, 'Isi tahun Hijriah sampai 1700.'),
    dari: day('1 Ramadan'),
    hariTerakhir: day('hari terakhir Ramadan'),
    sumber: text('sumber, misalnya keputusan sidang isbat', 300),
    keyakinan,
    versi,
  })
  .refine(({ dari, hariTerakhir }) => [28, 29].some((n) => addDays(dari, n) === hariTerakhir), {
    path: ['hariTerakhir'],
    error: 'Ramadan lamanya 29 atau 30 hari. Periksa kedua tanggalnya.',
  })

export const hariLokalForm = z.object({
  tanggal: day('tanggal'),
  jenis: z.enum(['libur_lokal', 'kerja_pengganti'], { error: 'Pilih jenis hari.' }),
  nama: text('nama hari, misalnya Pemungutan suara Pilkada'),
  dasar: text('dasar (nomor keputusan atau surat edaran)'),
})

export const jamLokalForm = z
  .object({
    masa: z.enum(['biasa', 'ramadan'], { error: 'Pilih masa berlakunya.' }),
    hari: z
      .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string()))
      .transform((values) => values.map(Number))
      .refine((values) => values.length > 0, 'Pilih paling sedikit satu hari.')
      .refine((values) => values.every((n) => n >= 1 && n <= 7), 'Pilih hari Senin sampai Minggu.'),
    mulai: clock('jam mulai'),
    istirahatMulai: blank(clock('awal istirahat')),
    istirahatSelesai: blank(clock('akhir istirahat')),
    selesai: clock('jam selesai'),
    dari: day('tanggal mulai berlaku'),
    hariTerakhir: blank(day('hari terakhir berlaku')),
    dasar: text('dasar (nomor keputusan atau surat edaran)'),
  })
  .superRefine((jam, ctx) => {
    const wrong = wrongOrder(jam)
    if (wrong) ctx.addIssue({ code: 'custom', ...wrong })
    if (jam.hariTerakhir && jam.hariTerakhir < jam.dari)
      ctx.addIssue({
        code: 'custom',
        path: ['hariTerakhir'],
        message: 'Hari terakhir tidak boleh sebelum tanggal mulai berlaku.',
      })
  })

type Times = {
  mulai: string
  istirahatMulai?: string | undefined
  istirahatSelesai?: string | undefined
  selesai: string
}

/** The first pair of times that does not follow each other. */
function wrongOrder(jam: Times): { path: string[]; message: string } | null {
  const { mulai, istirahatMulai, istirahatSelesai, selesai } = jam
  if (!istirahatMulai !== !istirahatSelesai)
    return {
      path: [istirahatMulai ? 'istirahatSelesai' : 'istirahatMulai'],
      message: 'Isi awal dan akhir istirahat, atau kosongkan keduanya.',
    }
  const given = { mulai, istirahatMulai, istirahatSelesai, selesai }
  const order = Object.entries(given).filter((entry) => entry[1] !== undefined)
  const at = order.findIndex(
    ([, value], i) => i > 0 && minutesOf(value ?? '') <= minutesOf(order[i - 1]?.[1] ?? ''),
  )
  return at < 0
    ? null
    : { path: [order[at]?.[0] ?? 'selesai'], message: 'Jam ini harus sesudah jam sebelumnya.' }
}

export const hapusForm = z.object({ alasan: text('alasan penghapusan', 300) })

export type HariLiburInput = z.output<typeof hariLiburForm>
export type BatalInput = z.output<typeof batalForm>
export type TahunInput = z.output<typeof tahunForm>
export type RamadanInput = z.output<typeof ramadanForm>
export type HariLokalInput = z.output<typeof hariLokalForm>
export type JamLokalInput = z.output<typeof jamLokalForm>
