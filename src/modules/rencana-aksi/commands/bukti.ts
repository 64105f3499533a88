import { createEviden, type NewEviden, pointUse, unuse, useEviden } from '#modules/eviden'
import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import { canProve, canVerify } from '../bukti-policy.ts'
import { isRunning } from '../rencana.ts'
import { findBukti, findProvedButir, type ProvedButir } from './bukti-find.ts'
import { tellVerifiers } from './bukti-notice.ts'
import { findRencana, type RencanaRow } from './find.ts'
import { noteChange } from './riwayat.ts'

/** Evidence already in the library, with where to look in it. */
export type Dipakai = {
  evidenId: string
  halaman?: number | null
  wilayah?: readonly number[] | null
}

/** What is brought for one row: new evidence, evidence of the library, or both. */
export type Diserahkan = {
  /** absent: the whole year */
  bulan?: number | null
  /** a document of the butir's evidence list; absent: outside that list */
  slot?: string | null
  catatan?: string | null
  /** where to look in what is new */
  halaman?: number | null
  baru?: readonly Omit<NewEviden, 'satkerKode'>[]
  pakai?: readonly Dipakai[]
}

export type Attached = { pakaiIds: string[]; evidenIds: string[] }

export type ProveButir = Diserahkan & { rencanaId: string; butirId: string }

/** Brings evidence for a butir, inside a command of any room; answers with the ids of the uses. */
export async function attachBukti(ctx: Ctx, input: ProveButir): Promise<Attached> {
  const rencana = await findRencana(ctx, input.rencanaId)
  const butir = await findProvedButir(ctx, rencana, input.butirId)
  allow(
    canProve(ctx.actor, rencana.satkerKode, butir),
    'Eviden butir ini dipasang oleh penanggung jawabnya, koordinator areanya, atau sekretariat.',
  )
  refuseIf(
    !isRunning(rencana.state),
    'Eviden hanya dapat dipasang pada rencana yang disahkan dan belum ditutup.',
  )
  return attachTo(ctx, rencana, butir, input)
}

/** The same when the plan is already held and the permission asked. */
export async function attachTo(
  ctx: Ctx,
  rencana: RencanaRow,
  butir: ProvedButir,
  { bulan = null, slot = null, catatan = null, halaman = null, baru = [], pakai = [] }: Diserahkan,
): Promise<Attached> {
  const { satkerKode, tahun } = rencana
  refuseIf(baru.length + pakai.length === 0, 'Pilih atau tambahkan paling sedikit satu eviden.')
  refuseIf(
    slot !== null && !butir.slots.includes(slot),
    'Dokumen itu tidak lagi ada dalam daftar eviden butir. Muat ulang halaman, lalu pilih lagi.',
  )
  if (bulan !== null) await findMonth(ctx, rencana, butir.id, bulan)
  const uses = [...pakai]
  for (const eviden of baru) {
    const { id } = await createEviden(ctx, { ...eviden, satkerKode })
    uses.push({ evidenId: id, halaman })
  }
  const place = { satkerKode, butirId: butir.id, tahun, bulan, slot, catatan }
  const pakaiIds: string[] = []
  for (const use of uses) pakaiIds.push((await useEviden(ctx, { ...place, ...use })).id)
  await noteChange(ctx, {
    rencana,
    peristiwa: 'bukti_attached',
    butirId: butir.id,
    ...(bulan === null ? {} : { bulan }),
    sesudah: { dokumen: slot, jumlahEviden: uses.length },
  })
  await tellVerifiers(ctx, { rencana, butir, pakaiId: pakaiIds[0] ?? '' })
  return { pakaiIds, evidenIds: uses.map(({ evidenId }) => evidenId) }
}

async function findMonth({ tx }: Ctx, rencana: RencanaRow, butirId: string, bulan: number) {
  const sel = await tx
    .selectFrom('rencana_sel')
    .select('bulan')
    .where('satker_kode', '=', rencana.satkerKode)
    .where('butir_id', '=', butirId)
    .where('bulan', '=', bulan)
    .executeTakeFirst()
  if (!sel) throw notFound('Kewajiban')
}

/** Brings evidence for a butir: new or from the library, for a month or the whole year. */
export const proveButir = command('rencana-aksi.proveButir', attachBukti)

type OfBukti = { rencanaId: string; pakaiId: string }

const ownerOnly = 'Eviden ini diubah oleh yang memasangnya, koordinator areanya, atau sekretariat.'

/** Takes evidence off a butir while it is not accepted. */
export const removeBukti = command('rencana-aksi.removeBukti', async (ctx, input: OfBukti) => {
  const { rencana, butir, pakai } = await findStanding(ctx, input)
  await unuse(ctx, { satkerKode: rencana.satkerKode, pakaiId: pakai.id })
  await noteChange(ctx, {
    rencana,
    peristiwa: 'bukti_removed',
    butirId: butir.id,
    ...(pakai.bulan === null ? {} : { bulan: pakai.bulan }),
    sesudah: { dokumen: pakai.slot, evidenJudul: pakai.judul },
  })
})

type PointBukti = OfBukti & { halaman: number | null; wilayah: readonly number[] | null }

/** Says on which page, and where on it, the evidence proves the butir. */
export const pointBukti = command('rencana-aksi.pointBukti', async (ctx, input: PointBukti) => {
  const { rencana, pakai } = await findStanding(ctx, input)
  const { halaman, wilayah } = input
  const pakaiId = pakai.id
  await pointUse(ctx, { satkerKode: rencana.satkerKode, pakaiId, halaman, wilayah })
})

/** The use, for who brought it or who verifies it, while the plan runs. */
async function findStanding(ctx: Ctx, { rencanaId, pakaiId }: OfBukti) {
  const bukti = await findBukti(ctx, rencanaId, pakaiId)
  const { rencana, butir, pakai } = bukti
  const own = pakai.createdBy === ctx.actor.id && canProve(ctx.actor, rencana.satkerKode, butir)
  allow(own || canVerify(ctx.actor, rencana.satkerKode, butir), ownerOnly)
  refuseIf(!isRunning(rencana.state), 'Rencana ini sudah ditutup, jadi evidennya tidak berubah.')
  return bukti
}
