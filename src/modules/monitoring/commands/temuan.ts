import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import { canEditTemuan, canPlanRatl, canRecordTemuan, isWithinReach } from '../policy.ts'
import type { Sumber } from '../temuan.ts'
import { findTemuan } from './find-temuan.ts'
import { noteHappened } from './riwayat.ts'

export type TemuanFacts = {
  tahun: number
  sumber: Sumber
  /** number of the LHE, letter or page */
  rujukan: string | null
  laporanId: string | null
  rapatId: string | null
  /** YYYY-MM-DD */
  tanggal: string
  areaBaku: number | null
  butirId: string | null
  uraian: string
  kriteria: string | null
  sebab: string | null
  akibat: string | null
}

const columnsOf = (facts: TemuanFacts) => ({
  tahun: facts.tahun,
  sumber: facts.sumber,
  rujukan: facts.rujukan,
  laporan_id: facts.laporanId,
  rapat_id: facts.rapatId,
  tanggal: facts.tanggal,
  area_baku: facts.areaBaku,
  butir_id: facts.butirId,
  uraian: facts.uraian,
  kriteria: facts.kriteria,
  sebab: facts.sebab,
  akibat: facts.akibat,
})

type NewTemuan = TemuanFacts & {
  satkerKode: string
  /** the first recommendation, when it is known already */
  rekomendasi: string | null
}

/** Records a finding of monitoring or evaluation at an office [1.26]. */
export const createTemuan = command(
  'monitoring.createTemuan',
  async (ctx, { satkerKode, rekomendasi, ...facts }: NewTemuan) => {
    if (!isWithinReach(ctx.actor, satkerKode)) throw notFound('Satuan kerja')
    allow(canRecordTemuan(ctx.actor, satkerKode))
    await checkSource(ctx, satkerKode, facts)
    const id = ctx.newId()
    await ctx.tx
      .insertInto('temuan_monev')
      .values({
        satker_kode: satkerKode,
        id,
        ...columnsOf(facts),
        created_at: ctx.now,
        created_by: ctx.actor.id,
      })
      .execute()
    await happened(ctx, { satkerKode, id }, 'temuan_recorded', { rincian: { ...facts } })
    if (rekomendasi) await insertRekomendasi(ctx, { satkerKode, id }, rekomendasi)
    return { id }
  },
)

type EditTemuan = TemuanFacts & { temuanId: string; versi: number }

export const editTemuan = command(
  'monitoring.editTemuan',
  async (ctx, { temuanId, versi, ...facts }: EditTemuan) => {
    const temuan = await findTemuan(ctx, temuanId)
    allow(
      canEditTemuan(ctx.actor, temuan),
      'Temuan dari pengawas atau verifikator hanya dikoreksi oleh yang mencatatnya.',
    )
    refuseIf(
      temuan.versi !== versi,
      'Temuan ini sudah diubah orang lain sejak halaman dibuka. Bandingkan dahulu, lalu simpan lagi.',
      { versi: temuan.versi },
    )
    await checkSource(ctx, temuan.satkerKode, facts)
    await ctx.tx
      .updateTable('temuan_monev')
      .set({ ...columnsOf(facts), versi: versi + 1 })
      .set({ updated_at: ctx.now, updated_by: ctx.actor.id })
      .where('satker_kode', '=', temuan.satkerKode)
      .where('id', '=', temuan.id)
      .execute()
    await happened(ctx, temuan, 'temuan_changed', { rincian: { ...facts } })
  },
)

/** Adds what should be done about a finding. */
export const addRekomendasi = command(
  'monitoring.addRekomendasi',
  async (ctx, { temuanId, uraian }: { temuanId: string; uraian: string }) => {
    const temuan = await findTemuan(ctx, temuanId)
    const { satkerKode } = temuan
    allow(canRecordTemuan(ctx.actor, satkerKode) || canPlanRatl(ctx.actor, satkerKode))
    refuseIf(
      temuan.lanjut === 'placed',
      'Temuan ini sudah menjadi butir rencana tahun berikutnya. Tulis langkahnya di rencana itu.',
    )
    return insertRekomendasi(ctx, temuan, uraian)
  },
)

async function insertRekomendasi(ctx: Ctx, temuan: Key, uraian: string) {
  const last = await ctx.tx
    .selectFrom('rekomendasi')
    .select((eb) => eb.fn.max('urutan').as('urutan'))
    .where('satker_kode', '=', temuan.satkerKode)
    .where('temuan_id', '=', temuan.id)
    .executeTakeFirst()
  const id = ctx.newId()
  await ctx.tx
    .insertInto('rekomendasi')
    .values({
      satker_kode: temuan.satkerKode,
      id,
      temuan_id: temuan.id,
      urutan: (last?.urutan ?? 0) + 1,
      uraian,
      created_at: ctx.now,
      created_by: ctx.actor.id,
    })
    .execute()
  await happened(ctx, temuan, 'rekomendasi_added', { catatan: uraian })
  return { id }
}

/** What a finding points to must be of the same office. */
async function checkSource(ctx: Ctx, satkerKode: string, facts: TemuanFacts): Promise<void> {
  refuseIf(
    facts.sumber === 'putaran' && facts.laporanId === null,
    'Pilih laporan putaran tempat temuan ini ditemukan.',
  )
  refuseIf(
    facts.sumber === 'rapat' && facts.rapatId === null,
    'Pilih rapat tempat temuan ini dibahas.',
  )
  const there = async (table: 'laporan_monev' | 'rapat' | 'rencana_butir', id: string | null) =>
    id === null ||
    (await ctx.tx
      .selectFrom(table)
      .select('id')
      .where('satker_kode', '=', satkerKode)
      .where('id', '=', id)
      .executeTakeFirst()) !== undefined
  if (!(await there('laporan_monev', facts.laporanId))) throw notFound('Laporan monev')
  if (!(await there('rapat', facts.rapatId))) throw notFound('Rapat')
  if (!(await there('rencana_butir', facts.butirId))) throw notFound('Butir')
}

type Key = { satkerKode: string; id: string }
type Told = { catatan?: string; rincian?: Record<string, unknown> }

const happened = (ctx: Ctx, { satkerKode, id }: Key, peristiwa: string, told: Told = {}) =>
  noteHappened(ctx, { benda: 'temuan', satkerKode, id, peristiwa, ...told })
