import { addWorkingDays, kalenderOf } from '#modules/kalender'
import { notify } from '#modules/pemberitahuan'
import { type Anggaran, keepPemantauan } from '#modules/rencana-aksi'
import { command, type Ctx } from '#platform/command.ts'
import { longDate } from '#platform/date.ts'
import { allow, refuseIf } from '#platform/errors.ts'
import { canOpenPutaran, canSubmitLaporan, canVerifyLaporan } from '../policy.ts'
import {
  type Figures,
  lateAreas,
  lingkarRows,
  type LingkarRow,
  liveFigures,
  snapshotRows,
  snapshotsOf,
} from '../queries/laporan-rows.ts'
import { shortestReason } from '../putaran.ts'
import { laporanUrl } from '../urls.ts'
import {
  findLaporan,
  happened,
  type LaporanRow,
  refuseLaporan,
  updateLaporan,
} from './find-laporan.ts'

type Submit = {
  laporanId: string
  simpulan: string
  /** by the plan's id */
  anggaran: Readonly<Record<string, Anggaran>>
}

const noMoney: Anggaran = { pagu: null, realisasi: null, capaianKinerja: null }

/** Sends the report up: the figures of each plan are frozen as they stand [1.20] [1.21] [7.03]. */
export const submitLaporan = command('monitoring.submitLaporan', async (ctx, input: Submit) => {
  const laporan = await findLaporan(ctx, input.laporanId)
  allow(canSubmitLaporan(ctx.actor, laporan.satkerKode))
  refuseLaporan(laporan, 'submit')
  const figures = await liveFigures(ctx, laporan)
  refuseIf(
    figures.length === 0,
    `Belum ada rencana aksi ${laporan.tahun} yang disahkan, jadi belum ada yang dilaporkan.`,
  )
  const open = openAreas(figures, await lingkarRows(ctx, laporan).execute())
  refuseIf(
    open.length > 0,
    `Isi hambatan dan solusi area yang mempunyai kewajiban terlambat: ${open.join('; ')}.`,
  )
  await keepSnapshot(ctx, laporan, figures, input.anggaran)
  await updateLaporan(ctx, laporan, {
    simpulan: input.simpulan,
    submitted_at: ctx.now,
    submitted_by: ctx.actor.id,
    returned_at: null,
    returned_by: null,
  })
  await happened(ctx, laporan, 'laporan_submitted', {
    rincian: { simpulan: input.simpulan, anggaran: input.anggaran },
  })
})

/** Areas with late obligations about which nothing is said yet, by their titles. */
export const openAreas = (
  figures: readonly Pick<Figures, 'tree' | 'angka'>[],
  rows: readonly LingkarRow[],
): string[] => {
  const said = new Set(
    rows.filter(({ hambatan, solusi }) => hambatan && solusi).map(({ areaId }) => areaId),
  )
  return figures.flatMap((each) => {
    const late = lateAreas(each)
    return each.tree.area
      .filter(({ id }) => late.has(id) && !said.has(id))
      .map(({ judul, nomor }) => judul ?? nomor ?? 'Area tanpa judul')
  })
}

async function keepSnapshot(
  ctx: Ctx,
  laporan: LaporanRow,
  figures: readonly Figures[],
  anggaran: Submit['anggaran'],
): Promise<void> {
  await ctx.tx
    .deleteFrom('laporan_monev_rencana')
    .where('satker_kode', '=', laporan.satkerKode)
    .where('laporan_id', '=', laporan.id)
    .execute()
  const rows = figures.map(({ tree, angka, taken }) => {
    const money = taken ?? anggaran[tree.id] ?? noMoney
    return {
      satker_kode: laporan.satkerKode,
      laporan_id: laporan.id,
      rencana_id: tree.id,
      angka: JSON.stringify(angka),
      pagu_anggaran: money.pagu,
      realisasi_anggaran: money.realisasi,
      capaian_perjanjian_kinerja: money.capaianKinerja,
    }
  })
  await ctx.tx.insertInto('laporan_monev_rencana').values(rows).execute()
}

/**
 * The office above accepts the report. Where the period is one of the plan's own interval, the figures
 * become the plan's pemantauan, so that they are told once.
 */
export const verifyLaporan = command(
  'monitoring.verifyLaporan',
  async (ctx, { laporanId, catatan }: { laporanId: string; catatan: string | null }) => {
    const laporan = await findForVerdict(ctx, laporanId)
    refuseLaporan(laporan, 'verify')
    refuseOwn(ctx, laporan)
    await updateLaporan(ctx, laporan, {
      verified_at: ctx.now,
      verified_by: ctx.actor.id,
      catatan,
    })
    const lingkar = await lingkarRows(ctx, laporan).execute()
    for (const { rencanaId, ...figures } of snapshotsOf(
      await snapshotRows(ctx, laporan).execute(),
    )) {
      const own = lingkar.filter((row) => row.rencanaId === rencanaId)
      await keepPemantauan(
        ctx,
        { satkerKode: laporan.satkerKode, id: rencanaId },
        {
          ...figures,
          periode: laporan.periode,
          hambatan: wordsOf(own, 'hambatan'),
          solusi: wordsOf(own, 'solusi'),
          simpulan: laporan.simpulan ?? '',
        },
      )
    }
    await happened(ctx, laporan, 'laporan_verified', catatan ? { catatan } : {})
    await tell(ctx, laporan, `${laporan.judul} diterima`, catatan)
  },
)

const wordsOf = (rows: readonly LingkarRow[], field: 'hambatan' | 'solusi'): string | null =>
  rows
    .map((row) => row[field])
    .filter(Boolean)
    .join('\n') || null

type Return = { laporanId: string; catatan: string; hariKerja: number }

/** Sends the report back with a note, and with working days to mend it in. */
export const returnLaporan = command('monitoring.returnLaporan', async (ctx, input: Return) => {
  const laporan = await findForVerdict(ctx, input.laporanId)
  refuseLaporan(laporan, 'return')
  refuseOwn(ctx, laporan)
  const catatan = input.catatan.trim()
  refuseIf(
    catatan.length < shortestReason,
    `Tuliskan apa yang harus diperbaiki, paling sedikit ${shortestReason} huruf.`,
  )
  const kal = await kalenderOf(ctx, laporan.satkerKode, laporan.today, laporan.today)
  const until = addWorkingDays(kal, laporan.today, input.hariKerja)
  const longer =
    until > laporan.batas
      ? { dibuka_sampai: until, dibuka_by: ctx.actor.id, alasan_buka: `Dikembalikan: ${catatan}` }
      : {}
  await updateLaporan(ctx, laporan, {
    submitted_at: null,
    submitted_by: null,
    returned_at: ctx.now,
    returned_by: ctx.actor.id,
    catatan,
    ...longer,
  })
  await happened(ctx, laporan, 'laporan_returned', { catatan, rincian: longer })
  const batas = longer.dibuka_sampai ?? laporan.batas
  const isi = `${catatan} Perbaiki paling lambat ${longDate(batas)}.`
  await tell(ctx, laporan, `${laporan.judul} dikembalikan`, isi)
})

type Reopen = { laporanId: string; sampai: string; alasan: string }

/** Opens the window of one office again, with a new last day and the reason. */
export const reopenLaporan = command('monitoring.reopenLaporan', async (ctx, input: Reopen) => {
  const laporan = await findLaporan(ctx, input.laporanId)
  const { satkerKode, putaranSatkerKode } = laporan
  allow(
    canOpenPutaran(ctx.actor, putaranSatkerKode) || canVerifyLaporan(ctx.actor, satkerKode),
    'Jendela dibuka lagi oleh pembuka putaran atau verifikator.',
  )
  refuseLaporan(laporan, 'reopen')
  refuseIf(
    input.sampai < laporan.today || input.sampai <= laporan.batas,
    `Pilih batas baru mulai hari ini, ${longDate(laporan.today)}.`,
  )
  await updateLaporan(ctx, laporan, {
    dibuka_sampai: input.sampai,
    dibuka_by: ctx.actor.id,
    alasan_buka: input.alasan,
  })
  await happened(ctx, laporan, 'laporan_reopened', {
    catatan: `Sampai ${longDate(input.sampai)}: ${input.alasan}`,
  })
})

async function findForVerdict(ctx: Ctx, laporanId: string): Promise<LaporanRow> {
  const laporan = await findLaporan(ctx, laporanId)
  allow(
    canVerifyLaporan(ctx.actor, laporan.satkerKode),
    'Laporan diperiksa oleh verifikator provinsi, laporan provinsi oleh KPU RI.',
  )
  return laporan
}

const refuseOwn = (ctx: Ctx, laporan: LaporanRow) =>
  refuseIf(
    laporan.submittedBy === ctx.actor.id,
    'Laporan diperiksa oleh orang lain daripada yang mengirimnya.',
  )

async function tell(ctx: Ctx, laporan: LaporanRow, judul: string, isi: string | null) {
  if (laporan.submittedBy === null) return
  await notify(ctx, {
    satkerKode: laporan.satkerKode,
    penerimaId: laporan.submittedBy,
    jenis: 'tindak_lanjut',
    judul,
    isi,
    url: laporanUrl(laporan.id),
    kunci: `laporan-${laporan.id}-${laporan.versi}`,
  })
}
