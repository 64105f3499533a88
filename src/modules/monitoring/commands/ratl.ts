import { notify } from '#modules/pemberitahuan'
import { command, type Ctx } from '#platform/command.ts'
import { localDate, longDate } from '#platform/date.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import { canPlanRatl } from '../policy.ts'
import { afterRatl, type RatlAct } from '../ratl.ts'
import { ratlUrl } from '../urls.ts'
import { findRatl, type RatlRow } from './find-temuan.ts'
import { noteHappened } from './riwayat.ts'

/** What a step answers to: a recommendation, or a decision of a meeting. */
export type RatlSumber = { rekomendasiId: string } | { keputusanId: string }

export type RatlFacts = {
  aksi: string
  keluaran: string | null
  /** one of the two */
  penanggungJawabId: string | null
  unitId: string | null
  /** YYYY-MM-DD */
  jatuhTempo: string
}

const columnsOf = (facts: RatlFacts) => ({
  aksi: facts.aksi,
  keluaran: facts.keluaran,
  penanggung_jawab_id: facts.penanggungJawabId,
  unit_id: facts.unitId,
  jatuh_tempo: facts.jatuhTempo,
})

/** Plans a step of follow-up with who answers for it and until when [1.25]. */
export const createRatl = command(
  'monitoring.createRatl',
  async (ctx, { sumber, ...facts }: RatlFacts & { sumber: RatlSumber }) => {
    const satkerKode = await officeOf(ctx, sumber)
    allow(canPlanRatl(ctx.actor, satkerKode))
    const zona = await checkFacts(ctx, satkerKode, facts)
    refuseIf(
      facts.jatuhTempo < localDate(ctx.now, zona),
      'Batas waktu RATL tidak boleh di masa lalu. Pilih hari ini atau sesudahnya.',
    )
    const id = ctx.newId()
    await ctx.tx
      .insertInto('ratl')
      .values({
        satker_kode: satkerKode,
        id,
        rekomendasi_id: 'rekomendasiId' in sumber ? sumber.rekomendasiId : null,
        rapat_keputusan_id: 'keputusanId' in sumber ? sumber.keputusanId : null,
        ...columnsOf(facts),
        created_at: ctx.now,
        created_by: ctx.actor.id,
      })
      .execute()
    await happened(ctx, { satkerKode, id }, 'ratl_planned', { rincian: { ...sumber, ...facts } })
    await tellOwner(ctx, { satkerKode, id }, facts)
    return { id }
  },
)

/** Changes a step while its result has not been reported. */
export const editRatl = command(
  'monitoring.editRatl',
  async (ctx, { ratlId, versi, ...facts }: RatlFacts & { ratlId: string; versi: number }) => {
    const ratl = await findRatl(ctx, ratlId)
    allow(canPlanRatl(ctx.actor, ratl.satkerKode))
    refuseRatl(ratl, 'change')
    refuseIf(
      ratl.versi !== versi,
      'RATL ini sudah diubah orang lain sejak halaman dibuka. Bandingkan dahulu, lalu simpan lagi.',
      { versi: ratl.versi },
    )
    await checkFacts(ctx, ratl.satkerKode, facts)
    await ctx.tx
      .updateTable('ratl')
      .set({ ...columnsOf(facts), versi: versi + 1 })
      .where('satker_kode', '=', ratl.satkerKode)
      .where('id', '=', ratl.id)
      .execute()
    const moved = ratl.jatuhTempo !== facts.jatuhTempo
    await happened(ctx, ratl, 'ratl_changed', {
      ...(moved ? { catatan: `Batas waktu menjadi ${longDate(facts.jatuhTempo)}` } : {}),
      rincian: { ...facts },
    })
    if (facts.penanggungJawabId !== ratl.penanggungJawabId) await tellOwner(ctx, ratl, facts)
  },
)

/** Ends the command when the state of the step forbids the act. */
export const refuseRatl = ({ state }: RatlRow, act: RatlAct): void =>
  refuseIf(afterRatl(state, act) === null, shut[state])

const shut = {
  open: 'Hasil RATL ini belum dilaporkan.',
  reported: 'Hasil RATL ini sudah dilaporkan dan menunggu pemeriksaan.',
  closed: 'RATL ini sudah selesai dan ditutup.',
} as const

/** The office of a recommendation or a decision; 404 outside the actor's reach. */
async function officeOf({ tx }: Ctx, sumber: RatlSumber): Promise<string> {
  if ('rekomendasiId' in sumber) {
    const row = await tx
      .selectFrom('rekomendasi')
      .select('satker_kode')
      .where('id', '=', sumber.rekomendasiId)
      .executeTakeFirst()
    if (!row) throw notFound('Rekomendasi')
    return row.satker_kode
  }
  const row = await tx
    .selectFrom('rapat_keputusan as k')
    .innerJoin('rapat as r', (join) =>
      join.onRef('r.satker_kode', '=', 'k.satker_kode').onRef('r.id', '=', 'k.rapat_id'),
    )
    .select(['k.satker_kode', 'r.cancelled_at'])
    .where('k.id', '=', sumber.keputusanId)
    .executeTakeFirst()
  if (!row) throw notFound('Keputusan rapat')
  refuseIf(row.cancelled_at !== null, 'Rapat ini sudah dibatalkan.')
  return row.satker_kode
}

/** The owner must be of that office; gives the office's time zone. */
async function checkFacts({ tx }: Ctx, satkerKode: string, facts: RatlFacts): Promise<string> {
  const { penanggungJawabId, unitId } = facts
  refuseIf(
    (penanggungJawabId === null) === (unitId === null),
    'Pilih satu penanggung jawab: seorang pengguna, atau satu unit kerja.',
  )
  if (penanggungJawabId) {
    const person = await tx
      .selectFrom('pengguna')
      .select('deactivated_at')
      .where('satker_kode', '=', satkerKode)
      .where('id', '=', penanggungJawabId)
      .executeTakeFirst()
    if (!person) throw notFound('Pengguna')
    refuseIf(person.deactivated_at !== null, 'Orang itu sudah tidak aktif. Pilih yang lain.')
  }
  if (unitId) {
    const unit = await tx
      .selectFrom('unit')
      .select('id')
      .where('satker_kode', '=', satkerKode)
      .where('id', '=', unitId)
      .executeTakeFirst()
    if (!unit) throw notFound('Unit kerja')
  }
  const office = await tx
    .selectFrom('satker')
    .select('zona_waktu')
    .where('kode', '=', satkerKode)
    .executeTakeFirstOrThrow()
  return office.zona_waktu
}

type Key = { satkerKode: string; id: string }
type Told = { catatan?: string; rincian?: Record<string, unknown> }

async function tellOwner(ctx: Ctx, { satkerKode, id }: Key, facts: RatlFacts): Promise<void> {
  if (facts.penanggungJawabId === null) return
  await notify(ctx, {
    satkerKode,
    penerimaId: facts.penanggungJawabId,
    jenis: 'tindak_lanjut',
    judul: `RATL untuk Anda: ${facts.aksi}`,
    isi: `Batas waktu ${longDate(facts.jatuhTempo)}.`,
    url: ratlUrl(id),
    kunci: `ratl-${id}`,
  })
}

export const happened = (ctx: Ctx, { satkerKode, id }: Key, peristiwa: string, told: Told = {}) =>
  noteHappened(ctx, { benda: 'ratl', satkerKode, id, peristiwa, ...told })
