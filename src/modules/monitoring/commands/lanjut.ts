import { addButirIn, type ButirEdit, proposeChangeIn } from '#modules/rencana-aksi'
import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf, refused } from '#platform/errors.ts'
import { canPlanRatl } from '../policy.ts'
import { findTemuan, type TemuanRow } from './find-temuan.ts'
import { noteHappened } from './riwayat.ts'

type Jenis = 'RB' | 'ZI'

/** Marks a finding for the plan of the next year; it waits there until someone places it. */
export const queueTemuan = command(
  'monitoring.queueTemuan',
  async (ctx, { temuanId, jenis }: { temuanId: string; jenis: Jenis }) => {
    const temuan = await findTemuan(ctx, temuanId)
    allow(canPlanRatl(ctx.actor, temuan.satkerKode))
    refuseIf(temuan.lanjut !== 'none', 'Temuan ini sudah diteruskan ke rencana tahun berikutnya.')
    const tahun = temuan.tahun + 1
    await update(ctx, temuan, {
      lanjut_tahun: tahun,
      lanjut_jenis: jenis,
      lanjut_at: ctx.now,
      lanjut_by: ctx.actor.id,
    })
    await happened(ctx, temuan, 'lanjut_queued', `Rencana ${jenis} ${tahun}`)
  },
)

/** Takes a finding off that queue again, while it has not become a row. */
export const unqueueTemuan = command(
  'monitoring.unqueueTemuan',
  async (ctx, { temuanId }: { temuanId: string }) => {
    const temuan = await findTemuan(ctx, temuanId)
    allow(canPlanRatl(ctx.actor, temuan.satkerKode))
    refuseIf(temuan.lanjut !== 'queued', 'Temuan ini tidak sedang menunggu rencana berikutnya.')
    await update(ctx, temuan, {
      lanjut_tahun: null,
      lanjut_jenis: null,
      lanjut_at: null,
      lanjut_by: null,
    })
    await happened(ctx, temuan, 'lanjut_unqueued')
  },
)

type Place = {
  temuanId: string
  rencanaId: string
  kegiatanId: string
  uraian: string
  indikator: readonly string[]
  bulan: readonly number[]
}

/**
 * Makes a finding a row of next year's plan by that plan's own commands: a butir of a draft, or a
 * proposed change to an approved plan. The row names the finding, the finding keeps the row.
 */
export const placeTemuan = command('monitoring.placeTemuan', async (ctx, input: Place) => {
  const temuan = await findTemuan(ctx, input.temuanId)
  allow(canPlanRatl(ctx.actor, temuan.satkerKode))
  refuseIf(
    temuan.lanjut === 'placed' || temuan.lanjut === 'proposed',
    'Temuan ini sudah masuk ke rencana tahun berikutnya.',
  )
  const rencana = await findPlan(ctx, temuan, input.rencanaId)
  const edit = editFrom(temuan, input)
  const made = rencana.approved
    ? await proposeChangeIn(ctx, {
        rencanaId: rencana.id,
        wish: { jenis: 'tambah_butir', edit },
        alasan: `Tindak lanjut temuan monev ${temuan.tahun}: ${temuan.uraian}`.slice(0, 500),
      }).then(({ id }) => ({ lanjut_usulan_id: id }))
    : await addButirIn(ctx, { rencanaId: rencana.id, edit }).then(({ id }) => ({
        lanjut_butir_id: id,
      }))
  await update(ctx, temuan, {
    lanjut_tahun: rencana.tahun,
    lanjut_jenis: rencana.jenis,
    lanjut_at: ctx.now,
    lanjut_by: ctx.actor.id,
    lanjut_rencana_id: rencana.id,
    ...made,
  })
  await happened(
    ctx,
    temuan,
    rencana.approved ? 'lanjut_proposed' : 'lanjut_placed',
    `Rencana ${rencana.jenis} ${rencana.tahun}`,
  )
})

async function findPlan({ tx }: Ctx, temuan: TemuanRow, rencanaId: string) {
  const row = await tx
    .selectFrom('rencana')
    .select(['id', 'tahun', 'jenis', 'proposed_at', 'approved_at', 'closed_at'])
    .where('satker_kode', '=', temuan.satkerKode)
    .where('id', '=', rencanaId)
    .executeTakeFirst()
  if (!row) throw notFound('Rencana aksi')
  refuseIf(
    row.tahun !== temuan.tahun + 1,
    `Temuan tahun ${temuan.tahun} masuk ke rencana tahun ${temuan.tahun + 1}.`,
  )
  if (row.proposed_at && !row.approved_at)
    throw refused('Rencana itu sedang menunggu pengesahan. Tunggu, atau minta dikembalikan dahulu.')
  refuseIf(row.closed_at !== null, 'Rencana itu sudah ditutup.')
  return {
    id: row.id,
    tahun: row.tahun,
    jenis: row.jenis as Jenis, // the table's check allows no other
    approved: row.approved_at !== null,
  }
}

const editFrom = (temuan: TemuanRow, input: Place): ButirEdit => ({
  kegiatanId: input.kegiatanId,
  label: null,
  uraian: input.uraian,
  langkah: null,
  keterangan: `Tindak lanjut temuan monev ${temuan.tahun}`,
  prioritas: false,
  penanggungJawabId: null,
  unitId: null,
  bulan: [...input.bulan],
  mulai: null,
  selesai: null,
  eviden: [],
  indikator: [...input.indikator],
})

type Columns = {
  lanjut_tahun: number | null
  lanjut_jenis: Jenis | null
  lanjut_at: Date | null
  lanjut_by: string | null
  lanjut_rencana_id?: string
  lanjut_butir_id?: string
  lanjut_usulan_id?: string
}

const update = (ctx: Ctx, temuan: TemuanRow, columns: Columns) =>
  ctx.tx
    .updateTable('temuan_monev')
    .set(columns)
    .where('satker_kode', '=', temuan.satkerKode)
    .where('id', '=', temuan.id)
    .execute()

const happened = (ctx: Ctx, temuan: TemuanRow, peristiwa: string, catatan: string | null = null) =>
  noteHappened(ctx, {
    benda: 'temuan',
    satkerKode: temuan.satkerKode,
    id: temuan.id,
    peristiwa,
    catatan,
  })
