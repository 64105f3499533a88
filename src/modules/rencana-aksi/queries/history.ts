import { sql } from 'kysely'
import type { Q } from '#platform/command.ts'
import { query } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { diffRencana } from '../diff.ts'
import type { IsiRencana } from '../isi.ts'
import { idsIn, type Names } from '../riwayat-text.ts'
import type { RencanaHead } from '../tree.ts'
import { type Perubahan, usulanState } from '../usulan.ts'
import { headPage } from './plan.ts'

export const historyPageSize = 50

export type RiwayatRow = {
  id: string
  peristiwa: string
  butirId: string | null
  butir: string | null
  bulan: number | null
  sebelum: unknown
  sesudah: unknown
  alasan: string | null
  at: Date
  oleh: string | null
}

export type Riwayat = { rows: RiwayatRow[]; names: Names }

type HistoryFilter = { butirId?: string; bulan?: number; page?: number }

/** What happened to the plan, or to one butir or cell of it, the newest first. */
export async function riwayatOf(q: Pick<Q, 'tx'>, head: Key, filter?: HistoryFilter) {
  return riwayatIn(q, head, await riwayatRows(q, head, filter).execute())
}

type Key = Pick<RencanaHead, 'satkerKode' | 'id'>

/** One page of the rows that `riwayatIn` reads. */
export function riwayatRows(
  { tx }: Pick<Q, 'tx'>,
  { satkerKode, id }: Key,
  { butirId, bulan, page = 1 }: HistoryFilter = {},
) {
  let found = tx
    .selectFrom('rencana_riwayat as h')
    .leftJoin('rencana_butir as b', (join) =>
      join.onRef('b.satker_kode', '=', 'h.satker_kode').onRef('b.id', '=', 'h.butir_id'),
    )
    .select(['h.id', 'h.peristiwa', 'h.butir_id as butirId', 'h.bulan', 'h.sebelum', 'h.sesudah'])
    .select(['h.alasan', 'h.at', sql<string | null>`hub.nama_pengguna(h.by)`.as('oleh')])
    .select((eb) => eb.fn.coalesce('b.uraian', 'b.langkah').as('butir'))
    .where('h.satker_kode', '=', satkerKode)
    .where('h.rencana_id', '=', id)
  if (butirId !== undefined) found = found.where('h.butir_id', '=', butirId)
  if (bulan !== undefined) found = found.where('h.bulan', '=', bulan)
  return found
    .orderBy('h.at', 'desc')
    .orderBy('h.id', 'desc')
    .limit(historyPageSize)
    .offset((page - 1) * historyPageSize)
}

/** The rows with the names of what they speak of; as part of a larger answer their time is a text. */
export async function riwayatIn(
  q: Pick<Q, 'tx'>,
  { satkerKode }: Pick<Key, 'satkerKode'>,
  rows: readonly (Omit<RiwayatRow, 'at'> & { at: Date | string })[],
): Promise<Riwayat> {
  const ids = rows.flatMap(({ sebelum, sesudah }) => idsIn(sebelum, sesudah))
  return {
    rows: rows.map((row) => ({ ...row, at: new Date(row.at) })),
    names: await namesOf(q, satkerKode, ids),
  }
}

/** The names behind the ids of people, units and kegiatan. */
export async function namesOf(
  { tx }: Pick<Q, 'tx'>,
  satkerKode: string,
  ids: readonly string[],
): Promise<Names> {
  if (ids.length === 0) return new Map()
  const wanted = [...new Set(ids)]
  const rows = await tx
    .selectFrom('pengguna')
    .select(['id', 'nama'])
    .where('satker_kode', '=', satkerKode)
    .where('id', 'in', wanted)
    .unionAll((eb) =>
      eb
        .selectFrom('unit')
        .select(['id', 'nama'])
        .where('satker_kode', '=', satkerKode)
        .where('id', 'in', wanted),
    )
    .unionAll((eb) =>
      eb
        .selectFrom('rencana_kegiatan')
        .select(['id', sql<string>`coalesce(judul, nomor, '')`.as('nama')])
        .where('satker_kode', '=', satkerKode)
        .where('id', 'in', wanted),
    )
    .execute()
  return new Map(rows.map(({ id, nama }) => [id, nama]))
}

export const historyForStaff = query(async (q, { id, page }: { id: string; page: number }) => {
  const found = await headPage(q, id)
  const { satkerKode } = found.head
  const { total } = await q.tx
    .selectFrom('rencana_riwayat')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('satker_kode', '=', satkerKode)
    .where('rencana_id', '=', id)
    .executeTakeFirstOrThrow()
  const riwayat = await riwayatOf(q, found.head, { page })
  return { ...found, riwayat, page, total, pages: Math.max(1, Math.ceil(total / historyPageSize)) }
})

/** State, approval, proposals and versions of a plan. */
export const stagesForStaff = query(async (q, id: string) => {
  const found = await headPage(q, id)
  const versions = await q.tx
    .selectFrom('rencana_versi')
    .select(['versi', 'alasan', 'approved_at as at'])
    .select(sql<string | null>`hub.nama_pengguna(approved_by)`.as('oleh'))
    .where('satker_kode', '=', found.head.satkerKode)
    .where('rencana_id', '=', id)
    .orderBy('versi', 'desc')
    .execute()
  const open = await q.tx
    .selectFrom('rencana_sel as s')
    .innerJoin('rencana_butir as b', (join) =>
      join.onRef('b.satker_kode', '=', 's.satker_kode').onRef('b.id', '=', 's.butir_id'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('s.satker_kode', '=', found.head.satkerKode)
    .where('s.rencana_id', '=', id)
    .where('s.status', 'in', ['planned', 'in_progress'])
    .where('b.removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { ...found, versions, usulan: await usulanRows(q, found.head), open: open.n }
})

export type UsulanRow = Awaited<ReturnType<typeof usulanRows>>[number]

/** The proposals of a plan, those that wait first; or one of them. */
export async function usulanRows(
  { tx, actor }: Pick<Q, 'tx' | 'actor'>,
  { satkerKode, id }: Pick<RencanaHead, 'satkerKode' | 'id'>,
  usulanId?: string,
) {
  let found = tx
    .selectFrom('rencana_usulan as u')
    .leftJoin('rencana_butir as b', (join) =>
      join.onRef('b.satker_kode', '=', 'u.satker_kode').onRef('b.id', '=', 'u.butir_id'),
    )
    .select(['u.id', 'u.butir_id as butirId', 'u.perubahan', 'u.alasan', 'u.catatan'])
    .select(['u.proposed_at as at', 'u.proposed_by', 'u.accepted_at', 'u.rejected_at'])
    .select([
      sql<string | null>`hub.nama_pengguna(u.proposed_by)`.as('oleh'),
      sql<string | null>`hub.nama_pengguna(u.decided_by)`.as('diputuskanOleh'),
    ])
    .select((eb) => eb.fn.coalesce('b.uraian', 'b.langkah').as('butir'))
    .where('u.satker_kode', '=', satkerKode)
    .where('u.rencana_id', '=', id)
  if (usulanId !== undefined) found = found.where('u.id', '=', usulanId)
  const rows = await found
    .orderBy(sql`coalesce(u.accepted_at, u.rejected_at)`, (order) => order.desc().nullsFirst())
    .orderBy('u.proposed_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ perubahan, proposed_by, accepted_at, rejected_at, ...row }) => ({
    ...row,
    perubahan: perubahan as unknown as Perubahan, // written by proposeChange alone
    state: usulanState({ accepted_at, rejected_at }),
    decidedAt: accepted_at ?? rejected_at,
    own: proposed_by === actor.id,
  }))
}

type Compare = { id: string; dari: number; ke: number }

/** Two versions of a plan side by side. */
export const compareForStaff = query(async (q, { id, dari, ke }: Compare) => {
  const found = await headPage(q, id)
  const rows = await q.tx
    .selectFrom('rencana_versi')
    .select(['versi', 'isi', 'approved_at as at', 'alasan'])
    .where('satker_kode', '=', found.head.satkerKode)
    .where('rencana_id', '=', id)
    .where('versi', 'in', [dari, ke])
    .execute()
  const before = rows.find(({ versi }) => versi === dari)
  const after = rows.find(({ versi }) => versi === ke)
  if (!before || !after) throw notFound('Versi rencana')
  const isi = (row: { isi: unknown }) => row.isi as IsiRencana // written by saveVersion alone
  return { ...found, dari, ke, diff: diffRencana(isi(before), isi(after)) }
})
