import { z } from 'zod'

const days = (name: string, most: number) => {
  const message = `${name}: isi jumlah hari kerja antara 1 dan ${most}.`
  return z.coerce.number({ message }).int(message).min(1, message).max(most, message)
}

const beforeMessage =
  'Pengingat sebelum jatuh tempo: isi satu sampai empat angka antara 1 dan 60, misalnya 7, 1.'

export const aturanForm = z
  .object({
    sebelumHari: z
      .string({ message: beforeMessage })
      .transform((text) => [
        ...new Set(
          text
            .split(/[\s,;]+/)
            .filter(Boolean)
            .map(Number),
        ),
      ])
      .refine(
        (found) =>
          found.length >= 1 &&
          found.length <= 4 &&
          found.every((one) => Number.isInteger(one) && one >= 1 && one <= 60),
        { message: beforeMessage },
      )
      .transform((found) => found.toSorted((a, b) => b - a)),
    terlambatHari: days('Pengingat pertama sesudahnya', 60),
    ulangHari: days('Diulang setiap', 60),
    kasubbagHari: days('Diteruskan kepada kasubbag', 120),
    sekretarisHari: days('Diteruskan kepada sekretaris', 240),
    alasan: z.string().trim().min(10, 'Tuliskan alasan perubahan, paling sedikit 10 huruf.'),
    versi: z.coerce.number().int().min(0).default(0),
  })
  .refine(({ kasubbagHari, sekretarisHari }) => sekretarisHari > kasubbagHari, {
    path: ['sekretarisHari'],
    message:
      'Kepada sekretaris diteruskan lebih lambat daripada kepada kasubbag. Isi angka yang lebih besar.',
  })

export const langgananForm = z.object({
  nama: z
    .string({ message: 'Isi nama langganan, misalnya ponsel saya.' })
    .trim()
    .min(1, 'Isi nama langganan, misalnya ponsel saya.')
    .max(80, 'Nama langganan paling panjang 80 huruf.'),
})
