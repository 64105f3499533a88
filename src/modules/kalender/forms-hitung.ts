import { z } from 'zod'
import type { Tempo } from './tempo.ts'

/** The longest spans that the tool counts: about a year and a half of working days, a year of hours. */
const most = { hari: 366, jam: 2000, menit: 6000 } as const

const mulaiPattern = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/
const mulaiHint = 'Isi tanggal dan jam mulai, misalnya 2026-11-23T09:00.'
const jumlahHint = 'Isi jumlah, bilangan bulat mulai 1.'

/** What is asked of the tool, from its address or the command line; `mulai` is local time. */
export const hitungForm = z
  .object({
    mulai: z
      .string({ error: mulaiHint })
      .regex(mulaiPattern, mulaiHint)
      .refine((mulai) => z.iso.date().safeParse(mulai.slice(0, 10)).success, {
        error: 'Tanggal mulai tidak ada di kalender. Periksa kembali.',
      })
      .refine((mulai) => mulai >= '1996-01-01' && mulai < '2190-01-01', {
        error: 'Isi tanggal mulai antara tahun 1996 dan 2189.',
      }),
    jumlah: z.coerce.number({ error: jumlahHint }).int(jumlahHint).min(1, jumlahHint),
    satuan: z.enum(['hari', 'jam', 'menit'], { error: 'Pilih hari, jam, atau menit kerja.' }),
  })
  .superRefine(({ jumlah, satuan }, ctx) => {
    if (jumlah > most[satuan])
      ctx.addIssue({
        code: 'custom',
        path: ['jumlah'],
        message: `Paling banyak ${most[satuan]} ${satuan} kerja sekali hitung.`,
      })
  })

export type HitungInput = z.output<typeof hitungForm>

export const tempoOf = ({ jumlah, satuan }: Pick<HitungInput, 'jumlah' | 'satuan'>): Tempo => {
  if (satuan === 'hari') return { hari: jumlah }
  return { menit: satuan === 'jam' ? jumlah * 60 : jumlah }
}

/** The moment of a local `2026-11-23T09:00` at so many minutes ahead of UTC. */
export const startOf = (mulai: string, offset: number): Date =>
  new Date(Date.parse(`${mulai}:00Z`) - offset * 60_000)
