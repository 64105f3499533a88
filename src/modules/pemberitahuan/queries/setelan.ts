import { type Q, query } from '#platform/command.ts'
import type { Setelan } from '../setelan.ts'

type Whose = { satkerKode: string; penggunaId: string }

/** What this person has chosen, else what the product brings along; `versi` 0 = nothing chosen yet. */
export async function setelanOf(
  { tx }: Pick<Q, 'tx'>,
  { satkerKode, penggunaId }: Whose,
): Promise<{ setelan: Setelan; versi: number }> {
  const own = await tx
    .selectFrom('pemberitahuan_setelan')
    .selectAll()
    .where('satker_kode', '=', satkerKode)
    .where('pengguna_id', '=', penggunaId)
    .executeTakeFirst()
  if (!own) return { setelan: await setelanBawaan({ tx }), versi: 0 }
  const setelan = {
    jenisSurat: own.jenis_surat as Setelan['jenisSurat'], // only the form of ours writes them
    jamRingkasan: own.jam_ringkasan,
    heningDari: own.hening_dari,
    heningSampai: own.hening_sampai,
    jedaSampai: own.jeda_sampai,
  }
  return { setelan, versi: own.versi }
}

/** The choice of whoever has made none. */
export async function setelanBawaan({ tx }: Pick<Q, 'tx'>): Promise<Setelan> {
  const { isi } = await tx
    .selectFrom('kebijakan_bawaan')
    .select('isi')
    .where('nama', '=', 'surat')
    .executeTakeFirstOrThrow()
  return isi as Setelan // the file of data/pengingat, held by a test
}

/** One's own settings, with the address that the letters go to. */
export const ownSetelan = query(async (q) => {
  const { id: penggunaId, satkerKode } = q.actor
  const { email } = await q.tx
    .selectFrom('pengguna')
    .select('email')
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', penggunaId)
    .executeTakeFirstOrThrow()
  return { email, ...(await setelanOf(q, { satkerKode, penggunaId })) }
})

export type OwnSetelan = Awaited<ReturnType<typeof ownSetelan>>
