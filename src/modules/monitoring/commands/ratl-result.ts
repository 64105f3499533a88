import { notify } from '#modules/pemberitahuan'
import { command, type Ctx } from '#platform/command.ts'
import { allow, refuseIf } from '#platform/errors.ts'
import { canCheckRatl, canReportRatl } from '../policy.ts'
import { type Efektif, shortestReason } from '../ratl.ts'
import { ratlUrl } from '../urls.ts'
import { findRatl, type RatlRow } from './find-temuan.ts'
import { judgeEviden, proveRatl, releaseEviden } from './ratl-eviden.ts'
import { happened, refuseRatl } from './ratl.ts'

type Result = {
  ratlId: string
  hasil: string
  tautan: string | null
  berkasIds: readonly string[]
}

/** Says what came of a step, with its evidence. A second person checks it. [1.25] */
export const reportRatl = command('monitoring.reportRatl', async (ctx, input: Result) => {
  const ratl = await findRatl(ctx, input.ratlId)
  allow(canReportRatl(ctx.actor, ratl))
  refuseRatl(ratl, 'report')
  refuseIf(
    input.tautan === null && input.berkasIds.length === 0,
    'Sertakan eviden hasilnya: sedikitnya satu berkas atau satu tautan.',
  )
  await proveRatl(ctx, ratl, input)
  await ctx.tx
    .updateTable('ratl')
    .set({
      hasil: input.hasil,
      hasil_tautan: input.tautan,
      reported_at: ctx.now,
      reported_by: ctx.actor.id,
      // The check of an earlier report is history; this one waits for its own.
      checked_at: null,
      checked_by: null,
      efektif: null,
      catatan_periksa: null,
      versi: ratl.versi + 1,
    })
    .where('satker_kode', '=', ratl.satkerKode)
    .where('id', '=', ratl.id)
    .execute()
  const { berkasIds, tautan } = input
  await happened(ctx, ratl, 'ratl_reported', {
    catatan: input.hasil,
    rincian: { berkasIds, tautan },
  })
  await tell(ctx, ratl, ratl.createdBy, `Hasil RATL menunggu pemeriksaan: ${ratl.aksi}`)
})

/** Takes a report back while nobody has checked it. */
export const withdrawRatl = command(
  'monitoring.withdrawRatl',
  async (ctx, { ratlId }: { ratlId: string }) => {
    const ratl = await findRatl(ctx, ratlId)
    allow(canReportRatl(ctx.actor, ratl))
    refuseRatl(ratl, 'withdraw')
    await releaseEviden(ctx, ratl)
    await ctx.tx
      .updateTable('ratl')
      .set({ reported_at: null, versi: ratl.versi + 1 })
      .where('satker_kode', '=', ratl.satkerKode)
      .where('id', '=', ratl.id)
      .execute()
    await happened(ctx, ratl, 'ratl_withdrawn')
  },
)

type Check = { ratlId: string; efektif: Efektif; catatan: string | null }

/**
 * A second person judges whether the step worked. `berhasil` closes it, `belum` sends it back with a
 * note. The database refuses the one who reported as well.
 */
export const checkRatl = command('monitoring.checkRatl', async (ctx, input: Check) => {
  const ratl = await findRatl(ctx, input.ratlId)
  allow(canCheckRatl(ctx.actor, ratl.satkerKode))
  refuseRatl(ratl, input.efektif === 'berhasil' ? 'close' : 'sendBack')
  refuseIf(
    ratl.reportedBy === ctx.actor.id,
    'Hasil RATL diperiksa oleh orang lain daripada yang melaporkannya.',
  )
  const catatan = input.catatan?.trim() || null
  refuseIf(
    input.efektif === 'belum' && (catatan ?? '').length < shortestReason,
    `Tuliskan apa yang belum berhasil, paling sedikit ${shortestReason} huruf.`,
  )
  const works = input.efektif === 'berhasil'
  await judgeEviden(
    ctx,
    ratl,
    works ? { berhasil: true } : { berhasil: false, catatan: catatan ?? '' },
  )
  await ctx.tx
    .updateTable('ratl')
    .set({
      efektif: input.efektif,
      catatan_periksa: catatan,
      checked_at: ctx.now,
      checked_by: ctx.actor.id,
      versi: ratl.versi + 1,
      ...(works ? { closed_at: ctx.now } : { reported_at: null }),
    })
    .where('satker_kode', '=', ratl.satkerKode)
    .where('id', '=', ratl.id)
    .execute()
  await happened(ctx, ratl, works ? 'ratl_closed' : 'ratl_sent_back', catatan ? { catatan } : {})
  const judul = works
    ? `RATL diterima dan ditutup: ${ratl.aksi}`
    : `RATL belum berhasil: ${ratl.aksi}`
  await tell(ctx, ratl, ratl.reportedBy, judul, catatan)
})

async function tell(
  ctx: Ctx,
  ratl: RatlRow,
  penerimaId: string | null,
  judul: string,
  isi: string | null = null,
): Promise<void> {
  if (penerimaId === null) return
  await notify(ctx, {
    satkerKode: ratl.satkerKode,
    penerimaId,
    jenis: 'tindak_lanjut',
    judul,
    isi,
    url: ratlUrl(ratl.id),
    kunci: `ratl-${ratl.id}-${ratl.versi}`,
  })
}
