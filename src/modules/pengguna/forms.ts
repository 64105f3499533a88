import { z } from 'zod'
import { delegablePeran, peranList, takesArea } from './peran.ts'

const text = (message: string, most = 200) =>
  z.string({ error: message }).trim().min(1, message).max(most, `Paling banyak ${most} huruf.`)

const nama = text('Isi nama lengkap.', 120)

const email = z
  .string({ error: 'Isi alamat surel.' })
  .trim()
  .toLowerCase()
  .min(1, 'Isi alamat surel.')
  .max(200, 'Alamat surel terlalu panjang.')
  .pipe(z.email('Alamat surel tidak lengkap. Contoh: nama@kpu.go.id'))

const tanggal = (message: string) => z.string({ error: message }).pipe(z.iso.date(message))

const optionalTanggal = (message: string) =>
  z
    .string()
    .default('')
    .pipe(z.union([z.literal('').transform(() => null), z.iso.date(message)], { error: message }))

const nip = z
  .string()
  .default('')
  .transform((value) => value.replaceAll(/\s/g, ''))
  .pipe(
    z.union([z.literal('').transform(() => null), z.string().regex(/^\d{18}$/)], {
      error: 'NIP terdiri atas 18 angka. Kosongkan bila tidak ada.',
    }),
  )

const peran = z.enum(peranList, { error: 'Pilih satu peran.' })

const area = z
  .string()
  .default('')
  .transform((value) => (value === '' ? null : Number(value)))
  .pipe(z.number().int().min(1).max(8).nullable())

/** A role, with its area only where the role has one. */
const peranWithArea = { peran, area }
const needsArea = (value: { peran: string; area: number | null }) =>
  value.peran !== 'koordinator_area' || value.area !== null
const areaMissing = { path: ['area'], error: 'Pilih area yang dikoordinasikan.' }
const areaOnlyWhereTaken = <T extends { peran: string; area: number | null }>(value: T): T =>
  takesArea(value.peran) ? value : { ...value, area: null }

export const signInForm = z.object({
  email: text('Isi alamat surel.'),
  sandi: z.string({ error: 'Isi kata sandi.' }).min(1, 'Isi kata sandi.'),
  ke: z.string().optional(),
})

export const forgotForm = z.object({ email })

const twice = { path: ['ulang'], error: 'Kedua kata sandi belum sama. Ketik ulang.' }
const newPassword = {
  sandi: z.string({ error: 'Isi kata sandi baru.' }).min(1, 'Isi kata sandi baru.'),
  ulang: z.string({ error: 'Ketik ulang kata sandi baru.' }).default(''),
}

export const newPasswordForm = z.object(newPassword).refine((v) => v.sandi === v.ulang, twice)

export const changePasswordForm = z
  .object({
    lama: z.string({ error: 'Isi kata sandi sekarang.' }).min(1, 'Isi kata sandi sekarang.'),
    ...newPassword,
  })
  .refine((v) => v.sandi === v.ulang, twice)

export const chooseSatkerForm = z.object({ satker: z.string({ error: 'Pilih satuan kerja.' }) })

export const acceptForm = z
  .object({ nama, ...newPassword })
  .refine((v) => v.sandi === v.ulang, twice)

export const joinForm = z.object({
  sandi: z.string({ error: 'Isi kata sandi akun Anda.' }).min(1, 'Isi kata sandi akun Anda.'),
})

export const inviteForm = z
  .object({ nama, email, ...peranWithArea })
  .refine(needsArea, areaMissing)
  .transform(areaOnlyWhereTaken)

export const editForm = z.object({ nama, nip, versi: z.coerce.number().int() })

export const assignForm = z
  .object({
    ...peranWithArea,
    dari: tanggal('Pilih tanggal mulai berlaku.'),
    sampai: optionalTanggal('Tanggal akhir belum lengkap.'),
    dasar: z.string().trim().max(300, 'Paling banyak 300 huruf.').default(''),
  })
  .refine(needsArea, areaMissing)
  .refine((v) => v.sampai === null || v.sampai >= v.dari, {
    path: ['sampai'],
    error: 'Tanggal akhir tidak boleh sebelum tanggal mulai.',
  })
  .transform(areaOnlyWhereTaken)

export const delegationForm = z
  .object({
    jenis: z.enum(['plh', 'plt'], { error: 'Pilih Plh. atau Plt.' }),
    peran: z.enum(delegablePeran, { error: 'Pilih jabatan yang dilimpahkan.' }),
    area,
    pemberi: z.uuid('Pilih pejabat yang digantikan.'),
    penerima: z.uuid('Pilih pejabat pengganti.'),
    dari: tanggal('Pilih tanggal mulai.'),
    sampai: tanggal('Pilih tanggal akhir.'),
    dasar: text('Isi nomor dan tanggal surat perintah.', 300),
  })
  .refine(needsArea, areaMissing)
  .refine((v) => v.sampai >= v.dari, {
    path: ['sampai'],
    error: 'Tanggal akhir tidak boleh sebelum tanggal mulai.',
  })
  .refine((v) => v.pemberi !== v.penerima, {
    path: ['penerima'],
    error: 'Pengganti harus orang lain.',
  })
  .transform(areaOnlyWhereTaken)

export type InviteInput = z.output<typeof inviteForm>
export type EditInput = z.output<typeof editForm>
export type AssignInput = z.output<typeof assignForm>
export type DelegationInput = z.output<typeof delegationForm>
