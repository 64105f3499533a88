import { command, type Ctx } from '#platform/command.ts'
import { localDate, longDate } from '#platform/date.ts'
import { allow, refuseIf, refused } from '#platform/errors.ts'
import { periodOf, periodState, periodsOf, type Selang, windowOf } from '../pemantauan.ts'
import { type Angka, type Anggaran, angkaOf } from '../pemantauan-angka.ts'
import { canTakePemantauan } from '../pemantauan-policy.ts'
import { indikatorRows } from '../queries/indikator.ts'
import { selangOf } from '../queries/pemantauan.ts'
import { rencanaTree } from '../queries/tree.ts'
import { placesOf } from '../tree.ts'
import { findRencana } from './find.ts'
import { noteChange } from './riwayat.ts'

/** Sets how often a plan is monitored; what has been taken stays. */
export const setSelang = command(
  'rencana-aksi.setSelang',
  async (ctx, { rencanaId, selang }: { rencanaId: string; selang: Selang }) => {
    const rencana = await findRencana(ctx, rencanaId)
    allow(canTakePemantauan(ctx.actor, rencana.satkerKode))
    refuseIf(rencana.state === 'closed', 'Rencana ini sudah ditutup; selang pemantauannya tetap.')
    const before = await selangOf(ctx, rencana)
    if (before === selang) return
    await ctx.tx
      .updateTable('rencana')
      .set({ selang_pemantauan: selang })
      .where('satker_kode', '=', rencana.satkerKode)
      .where('id', '=', rencana.id)
      .execute()
    await noteChange(ctx, {
      rencana,
      peristiwa: 'selang_changed',
      sebelum: { selang: before },
      sesudah: { selang },
    })
  },
)

export type NewPemantauan = Anggaran & {
  rencanaId: string
  /** code of a period of the plan's interval */
  periode: string
  hambatan: string | null
  solusi: string | null
  simpulan: string
}

/** Freezes the figures of a period with what people say about them. Once, and never changed. */
export const takePemantauan = command(
  'rencana-aksi.takePemantauan',
  async (ctx, input: NewPemantauan) => {
    const rencana = await findRencana(ctx, input.rencanaId)
    allow(canTakePemantauan(ctx.actor, rencana.satkerKode))
    refuseIf(
      rencana.state === 'draft' || rencana.state === 'proposed',
      'Rencana dipantau setelah disahkan.',
    )
    const periode = periodOf(input.periode)
    const own = periodsOf(await selangOf(ctx, rencana))
    if (!periode || !own.some(({ kode }) => kode === periode.kode))
      throw refused('Periode ini tidak termasuk selang pemantauan rencana.')
    const tree = await rencanaTree(ctx, rencana.id)
    const today = localDate(ctx.now, tree.zonaWaktu)
    refuseIf(
      periodState(rencana.tahun, periode, { today, taken: false }) === 'coming',
      `${periode.nama} baru dapat dipantau mulai ${longDate(windowOf(rencana.tahun, periode).mulai)}.`,
    )
    const places = placesOf(tree)
    const rows = await indikatorRows(ctx, tree, places)
    const angka = angkaOf(places, rows, { ...periode, tahun: rencana.tahun }, today)
    refuseIf(
      angka.terlambat.length > 0 && (input.hambatan === null || input.solusi === null),
      `Ada ${angka.terlambat.length} kewajiban terlambat. Tuliskan hambatan dan solusinya.`,
    )
    const id = await storePemantauan(ctx, rencana, { ...input, angka })
    refuseIf(!id, `Pemantauan ${periode.nama} sudah diambil. Angkanya tidak berubah lagi.`)
    return { id }
  },
)

type Pemantauan = Omit<NewPemantauan, 'rencanaId'> & { angka: Angka }

/** Stores the figures of a period once, and tells the history; null when they are there already. */
async function storePemantauan(
  ctx: Ctx,
  rencana: { satkerKode: string; id: string },
  input: Pemantauan,
): Promise<string | null> {
  const row = await ctx.tx
    .insertInto('rencana_pemantauan')
    .values({
      satker_kode: rencana.satkerKode,
      id: ctx.newId(),
      rencana_id: rencana.id,
      periode: input.periode,
      angka: JSON.stringify(input.angka),
      hambatan: input.hambatan,
      solusi: input.solusi,
      simpulan: input.simpulan,
      pagu_anggaran: input.pagu,
      realisasi_anggaran: input.realisasi,
      capaian_perjanjian_kinerja: input.capaianKinerja,
      created_at: ctx.now,
      created_by: ctx.actor.id,
    })
    .onConflict((conflict) =>
      conflict.columns(['satker_kode', 'rencana_id', 'periode']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!row) return null
  await noteChange(ctx, {
    rencana,
    peristiwa: 'pemantauan_taken',
    sesudah: { periode: periodOf(input.periode)?.nama ?? input.periode, ...input.angka.total },
  })
  return row.id
}

/**
 * Keeps what a verified report of a round said, as the pemantauan of that period, inside the command of
 * the room above. Null when the period is none of the plan's interval or was taken before.
 */
export async function keepPemantauan(
  ctx: Ctx,
  rencana: { satkerKode: string; id: string },
  input: Pemantauan,
): Promise<string | null> {
  const own = periodsOf(await selangOf(ctx, rencana))
  if (!own.some(({ kode }) => kode === input.periode)) return null
  return storePemantauan(ctx, rencana, input)
}
