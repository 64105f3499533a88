import { type Q, query } from '#platform/command.ts'
import type { Aturan } from '../pengingat.ts'
import { canSetAturan } from '../policy.ts'

export type AturanSatker = {
  aturan: Aturan
  bawaan: Aturan
  /** where the product's own numbers come from */
  sumber: string
  alasan: string | null
  /** 0 while the office has chosen nothing */
  versi: number
}

/** The numbers that hold at an office, beside those that the product brings along. */
export async function aturanOf({ tx }: Pick<Q, 'tx'>, satkerKode: string): Promise<AturanSatker> {
  const { isi, sumber, ...own } = await tx
    .selectFrom('kebijakan_bawaan as k')
    .leftJoin('pengingat_setelan as p', (join) => join.on('p.satker_kode', '=', satkerKode))
    .select(['k.isi', 'k.sumber', 'p.sebelum_hari', 'p.terlambat_hari', 'p.ulang_hari'])
    .select(['p.kasubbag_hari', 'p.sekretaris_hari', 'p.alasan', 'p.versi'])
    .where('k.nama', '=', 'pengingat')
    .executeTakeFirstOrThrow()
  const bawaan = isi as Aturan // the file of data/pengingat, held by a test
  const aturan = own.versi === null ? bawaan : chosen(own, bawaan)
  return { aturan, bawaan, sumber, alasan: own.alasan, versi: own.versi ?? 0 }
}

type Own = Record<
  'terlambat_hari' | 'ulang_hari' | 'kasubbag_hari' | 'sekretaris_hari',
  number | null
> & { sebelum_hari: number[] | null }

const chosen = (own: Own, bawaan: Aturan): Aturan => ({
  sebelumHari: own.sebelum_hari ?? bawaan.sebelumHari,
  terlambatHari: own.terlambat_hari ?? bawaan.terlambatHari,
  ulangHari: own.ulang_hari ?? bawaan.ulangHari,
  kasubbagHari: own.kasubbag_hari ?? bawaan.kasubbagHari,
  sekretarisHari: own.sekretaris_hari ?? bawaan.sekretarisHari,
})

/** The page of the numbers: everyone of the office sees them, its admin changes them. */
export const aturanForStaff = query(async (q) => ({
  ...(await aturanOf(q, q.actor.satkerKode)),
  can: { set: canSetAturan(q.actor, q.actor.satkerKode) },
}))

export type AturanPage = Awaited<ReturnType<typeof aturanForStaff>>
