import { findKeputusan, nomorKeputusan, registerKeputusan, type Renaksi } from '#modules/keputusan'
import {
  compareWithRencana,
  createRencanaFromRenaksi,
  proposeRencanaFromRenaksi,
  replaceRencanaFromRenaksi,
} from '#modules/rencana-aksi'
import { command, type Ctx } from '#platform/command.ts'
import { allow, refuseIf, refused } from '#platform/errors.ts'
import { canHappen } from '../impor.ts'
import { canImport } from '../policy.ts'
import { missingFacts, needsLook, placesOf, renaksiFrom, type Suntingan } from '../suntingan.ts'
import { titleOf } from '../title.ts'
import { findImpor, type ImporRow, notInReview, readingOf, thingOf } from './find.ts'

/** What became of the office's plan: made, put in the place of its draft, or asked to change. */
export type Accepted = {
  keputusanId: string
  rencanaId: string
  cara: 'dibuat' | 'diganti' | 'diusulkan'
  usulan: number
}

/**
 * Takes a checked reading over: decree into the register, plan as a draft (or as a new draft, or as
 * proposals to an approved plan), import closed, audit: all or nothing.
 */
export const accept = command(
  'impor.accept',
  async (ctx, { imporId }: { imporId: string }): Promise<Accepted> => {
    const impor = await findImpor(ctx, imporId)
    allow(canImport(ctx.actor, impor.satkerKode))
    refuseIf(!canHappen(impor.state, 'accept'), notInReview)
    const { suntingan, hasil } = readingOf(impor)
    const [missing] = missingFacts(suntingan)
    if (missing) throw refused(missing.kalimat, { field: missing.field })
    await refuseUndecided(ctx, impor, suntingan)
    const renaksi = renaksiFrom(suntingan, hasil)
    const { satkerKode } = impor
    const keputusanId = await keputusanFor(ctx, { satkerKode, suntingan, renaksi })
    const plan = await takePlan(ctx, { satkerKode, keputusanId, renaksi })
    await ctx.tx
      .updateTable('impor')
      .set({ accepted_at: ctx.now, accepted_by: ctx.actor.id, keputusan_id: keputusanId })
      .where('satker_kode', '=', satkerKode)
      .where('id', '=', impor.id)
      .execute()
    await ctx.record('impor.diterima', thingOf(impor), { keputusanId, ...plan })
    return { keputusanId, ...plan }
  },
)

async function refuseUndecided(ctx: Ctx, impor: ImporRow, suntingan: Suntingan): Promise<void> {
  const open = await ctx.tx
    .selectFrom('impor_temuan')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('satker_kode', '=', impor.satkerKode)
    .where('impor_id', '=', impor.id)
    .where('decided_at', 'is', null)
    .executeTakeFirstOrThrow()
  const unsure = placesOf(suntingan.area).filter(({ butir }) => needsLook(butir)).length
  refuseIf(
    open.n + unsure > 0,
    `Masih ada ${open.n} temuan dan ${unsure} butir yang perlu diperiksa. Putuskan satu per satu, atau pilih "Terima semua temuan yang tersisa".`,
    { field: 'temuan' },
  )
}

type Decree = { satkerKode: string; suntingan: Suntingan; renaksi: Renaksi }

/** The decree in the register: the one that bears this number already, else a new one. */
async function keputusanFor(ctx: Ctx, { satkerKode, suntingan, renaksi }: Decree): Promise<string> {
  const { keputusan } = renaksi
  const known = await findKeputusan(ctx, { satkerKode, ...keputusan })
  if (known) return known.id
  const { beritaAcara } = suntingan.keputusan
  return registerKeputusan(ctx, { satkerKode, keputusan, beritaAcara })
}

type Plan = { satkerKode: string; keputusanId: string; renaksi: Renaksi }

async function takePlan(ctx: Ctx, plan: Plan): Promise<Omit<Accepted, 'keputusanId'>> {
  const { satkerKode, keputusanId, renaksi } = plan
  const found = await compareWithRencana(ctx, { satkerKode, renaksi })
  if (!found) {
    const judul = titleOf(renaksi)
    const { id } = await createRencanaFromRenaksi(ctx, { satkerKode, keputusanId, renaksi, judul })
    return { rencanaId: id, cara: 'dibuat', usulan: 0 }
  }
  const { rencanaId } = found
  if (found.state === 'draft') {
    await replaceRencanaFromRenaksi(ctx, { rencanaId, renaksi })
    return { rencanaId, cara: 'diganti', usulan: 0 }
  }
  refuseIf(
    found.state === 'proposed',
    'Rencana tahun itu sedang menunggu pengesahan. Mintalah dikembalikan ke draf, lalu terima impor ini.',
  )
  refuseIf(found.state === 'closed', 'Rencana tahun itu sudah ditutup dan tidak dapat diubah lagi.')
  const alasan = `Keputusan ${nomorKeputusan(renaksi.keputusan)} dibaca kembali.`
  const usulan = await proposeRencanaFromRenaksi(ctx, { rencanaId, renaksi, alasan })
  return { rencanaId, cara: 'diusulkan', usulan }
}
