import { z } from 'zod'
import { peranList, type Peran } from './peran.ts'

const sandi = z.string({ error: 'Isi kata sandi Anda.' }).min(1, 'Isi kata sandi Anda.')
const kode = z
  .string({ error: 'Isi kode.' })
  .trim()
  .min(1, 'Isi kode.')
  .max(40, 'Kode terlalu panjang. Periksa yang Anda ketik.')
const ke = z.string().optional()

/** What the browser made of a key, in JSON; empty without script. */
const jawaban = z
  .string({ error: 'Peramban tidak menjawab. Coba lagi.' })
  .max(20_000, 'Jawaban peramban terlalu panjang.')
  .transform((text, context) => {
    try {
      return z.looseObject({ id: z.string(), response: z.looseObject({}) }).parse(JSON.parse(text))
    } catch {
      context.addIssue('Peramban belum menjawab dengan kunci sandi. Coba lagi.')
      return z.NEVER
    }
  })

const namaKunci = z
  .string({ error: 'Beri nama kunci ini.' })
  .trim()
  .min(1, 'Beri nama kunci ini, misalnya Laptop kantor.')
  .max(60, 'Paling banyak 60 huruf.')

export const secondStepForm = z.object({
  kode,
  cara: z.enum(['aplikasi', 'pemulihan']).default('aplikasi'),
  ingat: z.string().optional(),
  ke,
})

export const passkeySignInForm = z.object({ jawaban, ke })
export const confirmForm = z.object({ sandi, ke })
export const codeForm = z.object({ kode })
export const removeTotpForm = z.object({ sandi, kode })
export const passwordOnlyForm = z.object({ sandi })
export const newPasskeyForm = z.object({ nama: namaKunci, jawaban })
export const renamePasskeyForm = z.object({ nama: namaKunci })

export const resetFactorForm = z.object({
  alasan: z
    .string({ error: 'Isi alasannya.' })
    .trim()
    .min(10, 'Tulis alasannya dengan jelas, paling sedikit 10 huruf.')
    .max(300, 'Paling banyak 300 huruf.'),
})

export type PolicyInput = readonly {
  peran: Peran
  wajibSejak: string | null
  tenggangHari: number
}[]

const tanggal = z.union([z.literal('').transform(() => null), z.iso.date()], {
  error: 'Tanggal belum lengkap.',
})
const hari = z.coerce
  .number({ error: 'Isi dengan angka.' })
  .int('Isi dengan angka bulat.')
  .min(0, 'Paling sedikit 0 hari.')
  .max(90, 'Paling lama 90 hari.')

const policyFields = Object.fromEntries(
  peranList.flatMap((peran) => [
    [`sejak.${peran}`, tanggal.default(null)],
    [`tenggang.${peran}`, hari.default(14)],
  ]),
)

/** One date and one number for each role; the date empty = not obliged. */
export const policyForm = z.object(policyFields).transform((fields): PolicyInput =>
  peranList.map((peran) => ({
    peran,
    wajibSejak: fields[`sejak.${peran}`] as string | null,
    tenggangHari: fields[`tenggang.${peran}`] as number,
  })),
)
