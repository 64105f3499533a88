import type { Ctx } from '#platform/command.ts'
import { longDate } from '#platform/date.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import { isValidFor, isWilayah, periodDays, shortestReason } from '../eviden.ts'

/** The row that is proved: a butir of a plan, or a step of follow-up. */
type Row = { butirId: string; ratlId?: undefined } | { ratlId: string; butirId?: undefined }

export type UseEviden = Row & {
  satkerKode: string
  evidenId: string
  /** the year that the row belongs to */
  tahun: number
  /** absent: the whole year */
  bulan?: number | null
  /** which document of the row's list it fills; absent: outside that list */
  slot?: string | null
  halaman?: number | null
  /** a part of the page: left, top, width, height, each 0–1 */
  wilayah?: readonly number[] | null
  catatan?: string | null
}

/** Lets an evidence prove a row. Who may, the command of the room above has asked. */
export async function useEviden(ctx: Ctx, input: UseEviden): Promise<{ id: string }> {
  const { satkerKode, evidenId, bulan = null, slot = null } = input
  const row = { butirId: input.butirId ?? null, ratlId: input.ratlId ?? null }
  const eviden = await findEviden(ctx, satkerKode, evidenId)
  refuseIf(eviden.removed, 'Eviden itu sudah dihapus dari pustaka. Pilih yang lain.')
  const { dari, sampai } = eviden
  refuseIf(
    !isValidFor(eviden, periodDays(input.tahun, bulan)),
    `Eviden ini berlaku ${longDate(dari)} sampai ${longDate(sampai)}, jadi tidak membuktikan ${bulan ? `bulan ini di tahun ${input.tahun}` : `tahun ${input.tahun}`}. Bila memang berlaku, tulis masa berlakunya beserta alasannya, lewat Tambah eviden atau Ubah keterangan.`,
  )
  checkPointer(input)
  refuseIf(
    await isUsed(ctx, { satkerKode, evidenId, ...row, bulan, slot }),
    'Eviden ini sudah dipasang di tempat yang sama.',
  )
  const id = ctx.newId()
  await ctx.tx
    .insertInto('eviden_pakai')
    .values({
      satker_kode: satkerKode,
      id,
      eviden_id: evidenId,
      butir_id: row.butirId,
      ratl_id: row.ratlId,
      bulan,
      slot,
      halaman: input.halaman ?? null,
      wilayah: input.wilayah ? [...input.wilayah] : null,
      catatan: input.catatan ?? null,
      created_at: ctx.now,
      created_by: ctx.actor.id,
    })
    .execute()
  const { halaman, wilayah } = input
  const detail = { evidenId, ...row, bulan, slot, halaman, wilayah }
  await ctx.record('eviden.used', thing(satkerKode, id), detail)
  return { id }
}

function checkPointer({ halaman, wilayah }: Pick<UseEviden, 'halaman' | 'wilayah'>) {
  refuseIf(
    halaman != null && (!Number.isInteger(halaman) || halaman < 1),
    'Tulis nomor halaman dengan angka, misalnya 3.',
  )
  refuseIf(
    wilayah != null && !isWilayah(wilayah),
    'Bagian halaman berada di luar halaman. Tandai ulang, atau kosongkan.',
  )
}

type OfUse = { satkerKode: string; pakaiId: string }

/** Takes evidence off a row; the use stays readable. Accepted evidence is first returned. */
export async function unuse(ctx: Ctx, { satkerKode, pakaiId }: OfUse): Promise<void> {
  const pakai = await findPakai(ctx, satkerKode, pakaiId)
  refuseIf(
    pakai.accepted,
    'Eviden yang sudah diterima tidak dapat dilepas. Minta koordinator mengembalikannya lebih dahulu.',
  )
  await ctx.tx
    .updateTable('eviden_pakai')
    .set({ removed_at: ctx.now, removed_by: ctx.actor.id })
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', pakaiId)
    .execute()
  await ctx.record('eviden.unused', thing(satkerKode, pakaiId), pakai)
}

type Pointer = OfUse & { halaman: number | null; wilayah: readonly number[] | null }

/** Says where in the evidence to look: a page, and a part of it. */
export async function pointUse(ctx: Ctx, { satkerKode, pakaiId, ...pointer }: Pointer) {
  const pakai = await findPakai(ctx, satkerKode, pakaiId)
  checkPointer(pointer)
  const { halaman, wilayah } = pointer
  await ctx.tx
    .updateTable('eviden_pakai')
    .set({ halaman, wilayah: wilayah ? [...wilayah] : null })
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', pakaiId)
    .execute()
  await ctx.record('eviden.pointed', thing(satkerKode, pakaiId), { ...pakai, ...pointer })
}

const ownHands = 'Eviden diperiksa oleh orang lain, bukan oleh yang memasangnya.'

/** A second person accepts that the evidence proves the row. */
export async function acceptUse(ctx: Ctx, { satkerKode, pakaiId }: OfUse): Promise<PakaiRow> {
  const pakai = await findPakai(ctx, satkerKode, pakaiId)
  allow(pakai.createdBy !== ctx.actor.id, ownHands)
  refuseIf(pakai.accepted, 'Eviden ini sudah diterima.')
  refuseIf(pakai.returned, 'Eviden ini sudah dikembalikan. Tunggu eviden penggantinya.')
  refuseIf(
    pakai.berkas !== null && pakai.berkas !== 'ready',
    'Berkasnya belum selesai diperiksa atau ditolak, jadi belum dapat diterima.',
  )
  await decide(ctx, pakai, { accepted_at: ctx.now, returned_at: null, catatan_putusan: null })
  await ctx.record('eviden.accepted', thing(satkerKode, pakaiId), pakai)
  return pakai
}

/** A second person sends it back with a note of at least ten letters; also what was accepted before. */
export async function returnUse(
  ctx: Ctx,
  { satkerKode, pakaiId, catatan }: OfUse & { catatan: string },
): Promise<PakaiRow> {
  const pakai = await findPakai(ctx, satkerKode, pakaiId)
  allow(pakai.createdBy !== ctx.actor.id, ownHands)
  const note = catatan.trim()
  refuseIf(
    note.length < shortestReason,
    `Tuliskan apa yang harus diperbaiki, paling sedikit ${shortestReason} huruf.`,
  )
  refuseIf(pakai.returned, 'Eviden ini sudah dikembalikan.')
  await decide(ctx, pakai, { accepted_at: null, returned_at: ctx.now, catatan_putusan: note })
  await ctx.record('eviden.returned', thing(satkerKode, pakaiId), { ...pakai, catatan: note })
  return pakai
}

type Decision = {
  accepted_at: Date | null
  returned_at: Date | null
  catatan_putusan: string | null
}

const decide = ({ tx, actor }: Ctx, { satkerKode, id }: PakaiRow, decision: Decision) =>
  tx
    .updateTable('eviden_pakai')
    .set({ ...decision, decided_by: actor.id })
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .execute()

const thing = (satkerKode: string, id: string) => ({ satkerKode, benda: 'eviden_pakai', id })

/** One use as it stands, held until the command ends. */
export type PakaiRow = {
  satkerKode: string
  id: string
  evidenId: string
  judul: string
  butirId: string | null
  bulan: number | null
  slot: string | null
  createdBy: string
  accepted: boolean
  returned: boolean
  /** null when it is no file */
  berkas: 'checking' | 'ready' | 'rejected' | null
}

/** 404 when the use is gone or lies at another office. */
export async function findPakai({ tx }: Ctx, satkerKode: string, id: string): Promise<PakaiRow> {
  const row = await tx
    .selectFrom('eviden_pakai as p')
    .innerJoin('eviden as e', (join) =>
      join.onRef('e.satker_kode', '=', 'p.satker_kode').onRef('e.id', '=', 'p.eviden_id'),
    )
    .leftJoin('berkas as f', (join) =>
      join.onRef('f.satker_kode', '=', 'e.satker_kode').onRef('f.id', '=', 'e.berkas_id'),
    )
    .select(['p.satker_kode', 'p.id', 'p.eviden_id', 'p.butir_id', 'p.bulan', 'p.slot'])
    .select(['p.created_by', 'p.accepted_at', 'p.returned_at', 'e.judul', 'e.berkas_id'])
    .select(['f.ready_at', 'f.rejected_at'])
    .where('p.satker_kode', '=', satkerKode)
    .where('p.id', '=', id)
    .where('p.removed_at', 'is', null)
    .forUpdate('p')
    .executeTakeFirst()
  if (!row) throw notFound('Pemakaian eviden')
  return {
    satkerKode,
    id: row.id,
    evidenId: row.eviden_id,
    judul: row.judul,
    butirId: row.butir_id,
    bulan: row.bulan,
    slot: row.slot,
    createdBy: row.created_by,
    accepted: row.accepted_at !== null,
    returned: row.returned_at !== null,
    berkas: row.berkas_id === null ? null : berkasState(row),
  }
}

function berkasState(row: { ready_at: Date | null; rejected_at: Date | null }) {
  if (row.ready_at) return 'ready' as const
  return row.rejected_at ? ('rejected' as const) : ('checking' as const)
}

async function findEviden({ tx }: Ctx, satkerKode: string, id: string) {
  const row = await tx
    .selectFrom('eviden')
    .select(['berlaku_dari as dari', 'berlaku_sampai as sampai', 'removed_at'])
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('Eviden')
  return { dari: row.dari, sampai: row.sampai, removed: row.removed_at !== null }
}

type Place = {
  satkerKode: string
  evidenId: string
  butirId: string | null
  ratlId: string | null
  bulan: number | null
  slot: string | null
}

async function isUsed({ tx }: Ctx, place: Place): Promise<boolean> {
  const row = await tx
    .selectFrom('eviden_pakai')
    .select('id')
    .where('satker_kode', '=', place.satkerKode)
    .where('eviden_id', '=', place.evidenId)
    .where('butir_id', 'is not distinct from', place.butirId)
    .where('ratl_id', 'is not distinct from', place.ratlId)
    .where('bulan', 'is not distinct from', place.bulan)
    .where('slot', 'is not distinct from', place.slot)
    .where('removed_at', 'is', null)
    .where('returned_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
