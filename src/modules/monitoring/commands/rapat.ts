import { command, type Ctx } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { allow, notFound, refuseIf, refused } from '#platform/errors.ts'
import { jenisRapatOf } from '../jenis-rapat.ts'
import { canCloseRapat, canWriteRapat, isWithinReach } from '../policy.ts'
import { closeProblem, type Penilaian } from '../rapat.ts'
import { packOfRapat } from '../queries/pack.ts'
import { findRapat, type RapatRow, refuseRapat } from './find-rapat.ts'
import { noteHappened } from './riwayat.ts'

export type RapatFacts = {
  jenis: string
  judul: string
  /** YYYY-MM-DD, and HH:MM */
  tanggal: string
  jamMulai: string
  jamSelesai: string | null
  tempat: string | null
  tautan: string | null
  nomorUndangan: string | null
  pimpinanId: string | null
  pimpinanNama: string | null
  notulisId: string | null
  notulisNama: string | null
  agenda: string | null
  /** the report of a round that the meeting speaks of */
  laporanId: string | null
}

const columnsOf = (facts: RapatFacts) => ({
  jenis: facts.jenis,
  judul: facts.judul,
  tanggal: facts.tanggal,
  jam_mulai: facts.jamMulai,
  jam_selesai: facts.jamSelesai,
  tempat: facts.tempat,
  tautan: facts.tautan,
  nomor_undangan: facts.nomorUndangan,
  pimpinan_id: facts.pimpinanId,
  pimpinan_nama: facts.pimpinanNama,
  notulis_id: facts.notulisId,
  notulis_nama: facts.notulisNama,
  agenda: facts.agenda,
  laporan_id: facts.laporanId,
})

/** Sets a meeting down: what, when, where and who leads it [1.12] [1.19]. */
export const createRapat = command(
  'monitoring.createRapat',
  async (ctx, { satkerKode, ...facts }: RapatFacts & { satkerKode: string }) => {
    if (!isWithinReach(ctx.actor, satkerKode)) throw notFound('Satuan kerja')
    allow(canWriteRapat(ctx.actor, satkerKode))
    await checkFacts(ctx, satkerKode, facts)
    const id = ctx.newId()
    await ctx.tx
      .insertInto('rapat')
      .values({
        satker_kode: satkerKode,
        id,
        ...columnsOf(facts),
        created_at: ctx.now,
        created_by: ctx.actor.id,
      })
      .execute()
    await happened(ctx, { satkerKode, id }, 'rapat_created', { rincian: { ...facts } })
    return { id }
  },
)

type EditRapat = RapatFacts & { rapatId: string; versi: number }

export const editRapat = command(
  'monitoring.editRapat',
  async (ctx, { rapatId, versi, ...facts }: EditRapat) => {
    const rapat = await findForChange(ctx, rapatId)
    refuseStale(rapat, versi)
    await checkFacts(ctx, rapat.satkerKode, facts)
    await update(ctx, rapat, columnsOf(facts))
    await happened(ctx, rapat, 'rapat_changed', { rincian: { ...facts } })
  },
)

export type NotulaFacts = {
  pembahasan: string | null
  simpulan: string | null
  penilaian: Penilaian | null
  nomorBeritaAcara: string | null
}

/** Keeps what was said and concluded, for the notula and the berita acara. */
export const writeNotula = command(
  'monitoring.writeNotula',
  async (ctx, input: NotulaFacts & { rapatId: string; versi: number }) => {
    const rapat = await findForChange(ctx, input.rapatId)
    refuseStale(rapat, input.versi)
    const { pembahasan, simpulan, penilaian, nomorBeritaAcara } = input
    refuseIf(
      penilaian !== null && !jenisRapatOf(rapat.jenis)?.penilaian,
      'Hasil evaluasi hanya diisi pada evaluasi rencana kerja tim.',
    )
    await update(ctx, rapat, {
      pembahasan,
      simpulan,
      penilaian,
      nomor_berita_acara: nomorBeritaAcara,
    })
    await happened(ctx, rapat, 'notula_written', { rincian: { penilaian } })
  },
)

/** Closes the pack: from then on nothing of the meeting changes, and it may prove butir. */
export const closeRapat = command(
  'monitoring.closeRapat',
  async (ctx, { rapatId }: { rapatId: string }) => {
    const rapat = await findRapat(ctx, rapatId)
    allow(canCloseRapat(ctx.actor, rapat.satkerKode))
    refuseRapat(rapat, 'close')
    const { pack, penilaian, zona } = await packOfRapat(ctx, rapat)
    const needsPenilaian = jenisRapatOf(rapat.jenis)?.penilaian ?? false
    const facts = { tanggal: rapat.tanggal, needsPenilaian, penilaian }
    const problem = closeProblem(pack, facts, localDate(ctx.now, zona))
    if (problem) throw refused(problem)
    await update(ctx, rapat, { closed_at: ctx.now, closed_by: ctx.actor.id })
    await happened(ctx, rapat, 'rapat_closed', { rincian: { pack } })
  },
)

type WithReason = { rapatId: string; alasan: string }

/** Opens a closed pack for a correction. Evidence made of it before stays what it was. */
export const reopenRapat = command(
  'monitoring.reopenRapat',
  async (ctx, { rapatId, alasan }: WithReason) => {
    const rapat = await findRapat(ctx, rapatId)
    allow(canCloseRapat(ctx.actor, rapat.satkerKode))
    refuseRapat(rapat, 'reopen')
    await update(ctx, rapat, {
      closed_at: null,
      closed_by: null,
      reopened_at: ctx.now,
      reopened_by: ctx.actor.id,
      alasan_buka: alasan,
    })
    await happened(ctx, rapat, 'rapat_reopened', { catatan: alasan })
  },
)

export const cancelRapat = command(
  'monitoring.cancelRapat',
  async (ctx, { rapatId, alasan }: WithReason) => {
    const rapat = await findRapat(ctx, rapatId)
    allow(canCloseRapat(ctx.actor, rapat.satkerKode))
    refuseRapat(rapat, 'cancel')
    await update(ctx, rapat, {
      cancelled_at: ctx.now,
      cancelled_by: ctx.actor.id,
      alasan_batal: alasan,
    })
    await happened(ctx, rapat, 'rapat_cancelled', { catatan: alasan })
  },
)

/** The meeting for someone who may write it, while it is open. */
export async function findForChange(ctx: Ctx, rapatId: string): Promise<RapatRow> {
  const rapat = await findRapat(ctx, rapatId)
  allow(canWriteRapat(ctx.actor, rapat.satkerKode))
  refuseRapat(rapat, 'change')
  return rapat
}

const refuseStale = (rapat: RapatRow, versi: number) =>
  refuseIf(
    rapat.versi !== versi,
    'Rapat ini sudah diubah orang lain sejak halaman dibuka. Isian Anda masih di bawah: buka rapat di tab lain, bandingkan, lalu simpan lagi.',
    { versi: rapat.versi },
  )

async function checkFacts(ctx: Ctx, satkerKode: string, facts: RapatFacts): Promise<void> {
  refuseIf(jenisRapatOf(facts.jenis) === null, 'Jenis rapat itu tidak dikenal. Pilih dari daftar.')
  for (const id of [facts.pimpinanId, facts.notulisId].filter((each) => each !== null)) {
    const person = await ctx.tx
      .selectFrom('pengguna')
      .select('id')
      .where('satker_kode', '=', satkerKode)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!person) throw notFound('Pengguna')
  }
  if (facts.laporanId === null) return
  const laporan = await ctx.tx
    .selectFrom('laporan_monev')
    .select('id')
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', facts.laporanId)
    .executeTakeFirst()
  if (!laporan) throw notFound('Laporan monev')
}

type Columns = Partial<ReturnType<typeof columnsOf>> & {
  pembahasan?: string | null
  simpulan?: string | null
  penilaian?: string | null
  nomor_berita_acara?: string | null
  closed_at?: Date | null
  closed_by?: string | null
  reopened_at?: Date
  reopened_by?: string
  alasan_buka?: string
  cancelled_at?: Date
  cancelled_by?: string
  alasan_batal?: string
}

const update = (ctx: Ctx, rapat: RapatRow, columns: Columns) =>
  ctx.tx
    .updateTable('rapat')
    .set({ ...columns, versi: rapat.versi + 1 })
    .where('satker_kode', '=', rapat.satkerKode)
    .where('id', '=', rapat.id)
    .execute()

type Told = { catatan?: string; rincian?: Record<string, unknown> }

export const happened = (
  ctx: Ctx,
  { satkerKode, id }: Pick<RapatRow, 'satkerKode' | 'id'>,
  peristiwa: string,
  told: Told = {},
) => noteHappened(ctx, { benda: 'rapat', satkerKode, id, peristiwa, ...told })
