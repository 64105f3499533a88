import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import { covers } from '../peta-jalan.ts'
import { canCreateRencana } from '../policy.ts'
import { rencanaHead } from '../queries/head.ts'
import { allPetaJalan, sasaranOf } from '../queries/peta-jalan.ts'
import { rencanaTree } from '../queries/tree.ts'
import { placesOf } from '../tree.ts'
import { findRencana } from './find.ts'
import { noteChange } from './riwayat.ts'

type Tie = { rencanaId: string; petaJalanKode: string | null }

/** Ties a plan to the road map it carries out, or loosens it. */
export const tiePetaJalan = command('rencana-aksi.tiePetaJalan', async (ctx, input: Tie) => {
  const rencana = await findOpen(ctx, input.rencanaId)
  const wanted = input.petaJalanKode
  const all = await allPetaJalan(ctx)
  const chosen = all.find(({ kode }) => kode === wanted) ?? null
  if (wanted !== null && !chosen) throw notFound('Peta jalan')
  refuseIf(
    chosen !== null && !covers(chosen, rencana.tahun),
    `Peta jalan ini untuk ${chosen?.tahunDari}–${chosen?.tahunSampai}, rencana ini untuk ${rencana.tahun}. Pilih peta jalan yang mencakup tahunnya.`,
  )
  const { petaJalan } = await rencanaHead(ctx, rencana.id)
  if ((petaJalan?.kode ?? null) === wanted) return
  await ctx.tx
    .updateTable('rencana')
    .set({ peta_jalan_kode: wanted })
    .where('satker_kode', '=', rencana.satkerKode)
    .where('id', '=', rencana.id)
    .execute()
  await noteChange(ctx, {
    rencana,
    peristiwa: 'peta_jalan_tied',
    sebelum: { petaJalan: petaJalan?.judul ?? '' },
    sesudah: { petaJalan: chosen?.judul ?? '' },
  })
})

type SetSasaran = {
  rencanaId: string
  sasaran: readonly { butirId: string; sasaranKode: string | null }[]
}

/** Names the sasaran of the road map that butir support; null takes it away. */
export const setSasaran = command('rencana-aksi.setSasaran', async (ctx, input: SetSasaran) => {
  const rencana = await findOpen(ctx, input.rencanaId)
  const tree = await rencanaTree(ctx, rencana.id)
  const petaJalan = (await allPetaJalan(ctx)).find(({ kode }) => kode === tree.petaJalan?.kode)
  refuseIf(!petaJalan, 'Rencana ini belum terikat peta jalan. Ikat dahulu.')
  if (!petaJalan) return { changed: 0 }
  const own = new Set(placesOf(tree).map(({ butir }) => butir.id))
  const before = await sasaranOf(ctx, rencana)
  const changes = input.sasaran.filter(
    ({ butirId, sasaranKode }) => (before.get(butirId) ?? null) !== sasaranKode,
  )
  for (const { butirId, sasaranKode } of changes) {
    if (!own.has(butirId)) throw notFound('Butir')
    const sasaran = petaJalan.sasaran.find(({ kode }) => kode === sasaranKode)
    if (sasaranKode !== null && !sasaran) throw notFound('Sasaran')
    await writeSasaran(ctx, rencana.satkerKode, { butirId, sasaranKode, kode: petaJalan.kode })
    await noteChange(ctx, {
      rencana,
      peristiwa: 'sasaran_set',
      butirId,
      sebelum: { sasaran: before.get(butirId) ?? '' },
      sesudah: { sasaran: sasaran ? `${sasaran.kode} ${sasaran.teks}` : '' },
    })
  }
  return { changed: changes.length }
})

async function findOpen(ctx: Ctx, rencanaId: string) {
  const rencana = await findRencana(ctx, rencanaId)
  allow(canCreateRencana(ctx.actor, rencana.satkerKode))
  refuseIf(rencana.state === 'closed', 'Rencana ini sudah ditutup; peta jalannya tetap.')
  return rencana
}

type Row = { butirId: string; sasaranKode: string | null; kode: string }

async function writeSasaran(ctx: Ctx, satkerKode: string, { butirId, sasaranKode, kode }: Row) {
  if (sasaranKode === null) {
    await ctx.tx
      .deleteFrom('butir_sasaran')
      .where('satker_kode', '=', satkerKode)
      .where('butir_id', '=', butirId)
      .execute()
    return
  }
  const values = { peta_jalan_kode: kode, sasaran_kode: sasaranKode }
  await ctx.tx
    .insertInto('butir_sasaran')
    .values({ satker_kode: satkerKode, butir_id: butirId, ...values })
    .onConflict((conflict) => conflict.columns(['satker_kode', 'butir_id']).doUpdateSet(values))
    .execute()
}
