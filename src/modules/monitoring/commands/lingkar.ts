import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refused } from '#platform/errors.ts'
import { canFillArea } from '../policy.ts'
import { findLaporan, happened, type LaporanRow, refuseLaporan } from './find-laporan.ts'

/** What was typed for an area, or for one late butir of it. */
export type Baris = {
  butirId: string | null
  target: string | null
  realisasi: string | null
  hambatan: string | null
  solusi: string | null
  /** as the page had it; 0 when there was none yet */
  versi: number
}

type Fill = { laporanId: string; areaId: string; baris: readonly Baris[] }

/** Keeps the circle of an area: target, realisation, obstacle, solution [1.21] [7.03]. */
export const fillLingkar = command('monitoring.fillLingkar', async (ctx, input: Fill) => {
  const laporan = await findLaporan(ctx, input.laporanId)
  const area = await findArea(ctx, laporan, input.areaId)
  allow(canFillArea(ctx.actor, laporan.satkerKode, area.areaBaku))
  refuseLaporan(laporan, 'fill')
  let changed = 0
  for (const baris of input.baris) changed += await keep(ctx, laporan, area, baris)
  if (changed > 0)
    await happened(ctx, laporan, 'lingkar_filled', {
      catatan: area.judul ?? 'Area tanpa judul',
      rincian: { areaId: area.id, baris: input.baris },
    })
})

type Area = { id: string; rencanaId: string; areaBaku: number | null; judul: string | null }

/** An area of a plan that the report speaks of. */
async function findArea({ tx }: Ctx, laporan: LaporanRow, areaId: string): Promise<Area> {
  let found = tx
    .selectFrom('rencana_area as a')
    .innerJoin('rencana as r', (join) =>
      join.onRef('r.satker_kode', '=', 'a.satker_kode').onRef('r.id', '=', 'a.rencana_id'),
    )
    .select(['a.id', 'a.rencana_id as rencanaId', 'a.area_baku as areaBaku', 'a.judul'])
    .where('a.satker_kode', '=', laporan.satkerKode)
    .where('a.id', '=', areaId)
    .where('r.tahun', '=', laporan.tahun)
  if (laporan.lingkup !== 'semua') found = found.where('r.jenis', '=', laporan.lingkup)
  const area = await found.executeTakeFirst()
  if (!area) throw notFound('Area')
  return area
}

async function keep(ctx: Ctx, laporan: LaporanRow, area: Area, baris: Baris): Promise<number> {
  const { butirId, versi, ...texts } = baris
  if (butirId) await findButir(ctx, area, laporan, butirId)
  const now = await ctx.tx
    .selectFrom('laporan_monev_lingkar')
    .select(['id', 'versi', 'target', 'realisasi', 'hambatan', 'solusi'])
    .where('satker_kode', '=', laporan.satkerKode)
    .where('laporan_id', '=', laporan.id)
    .where('area_id', '=', area.id)
    .where('butir_id', butirId === null ? 'is' : '=', butirId)
    .executeTakeFirst()
  const before = now ?? { target: null, realisasi: null, hambatan: null, solusi: null }
  const fields = ['target', 'realisasi', 'hambatan', 'solusi'] as const
  if (fields.every((field) => before[field] === texts[field])) return 0
  if ((now?.versi ?? 0) !== versi)
    throw refused(
      'Area ini sudah diisi orang lain sejak halaman dibuka. Isian Anda masih di bawah; bandingkan dengan yang tersimpan, lalu simpan lagi.',
      { butirId, current: before, versi: now?.versi ?? 0 },
    )
  const stamp = { versi: versi + 1, updated_at: ctx.now, updated_by: ctx.actor.id }
  if (now)
    await ctx.tx
      .updateTable('laporan_monev_lingkar')
      .set({ ...texts, ...stamp })
      .where('satker_kode', '=', laporan.satkerKode)
      .where('id', '=', now.id)
      .execute()
  else
    await ctx.tx
      .insertInto('laporan_monev_lingkar')
      .values({
        satker_kode: laporan.satkerKode,
        id: ctx.newId(),
        laporan_id: laporan.id,
        rencana_id: area.rencanaId,
        area_id: area.id,
        butir_id: butirId,
        ...texts,
        ...stamp,
      })
      .execute()
  return 1
}

async function findButir({ tx }: Ctx, area: Area, laporan: LaporanRow, butirId: string) {
  const row = await tx
    .selectFrom('rencana_butir as b')
    .innerJoin('rencana_kegiatan as k', (join) =>
      join.onRef('k.satker_kode', '=', 'b.satker_kode').onRef('k.id', '=', 'b.kegiatan_id'),
    )
    .select('b.id')
    .where('b.satker_kode', '=', laporan.satkerKode)
    .where('b.id', '=', butirId)
    .where('k.area_id', '=', area.id)
    .executeTakeFirst()
  if (!row) throw notFound('Butir')
}
