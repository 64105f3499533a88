import { type Q, query } from '#platform/command.ts'
import { allow, notFound } from '#platform/errors.ts'
import { sql } from 'kysely'
import { allButir, type IsiRencana } from '../isi.ts'
import { type JenisRencana, type RencanaState, stateOf } from '../rencana.ts'
import { forOffice, simpanganDiff } from '../templat.ts'
import { canKeepTemplat, hasOfficesBelow } from '../templat-policy.ts'
import { isiOf } from '../tree.ts'
import { pageSize } from './list.ts'
import { planPage } from './plan.ts'
import { rencanaTree } from './tree.ts'

export type TemplatListRow = {
  id: string
  judul: string
  jenis: JenisRencana
  tahun: number
  publishedAt: Date | null
  /** offices it was pushed to, and those already served */
  satker: number
  terlayani: number
}

/** The templates of the actor's own office, and the plans that one can be made of. */
export const templatList = query(async (q: Q) => {
  const { actor, tx } = q
  allow(hasOfficesBelow(actor.satkerKode))
  const rows = await tx
    .selectFrom('rencana_templat as t')
    .leftJoin('templat_dorongan as d', (join) =>
      join.onRef('d.satker_kode', '=', 't.satker_kode').onRef('d.templat_id', '=', 't.id'),
    )
    .select(['t.id', 't.judul', 't.jenis', 't.tahun', 't.published_at as publishedAt'])
    .select((eb) => [
      eb.fn.count<number>('d.sasaran_kode').as('satker'),
      eb.fn.count<number>('d.done_at').as('terlayani'),
    ])
    .where('t.satker_kode', '=', actor.satkerKode)
    .groupBy(['t.satker_kode', 't.id'])
    .orderBy('t.tahun', 'desc')
    .orderBy('t.created_at', 'desc')
    .limit(pageSize)
    .execute()
  const plans = await tx
    .selectFrom('rencana')
    .select(['id', 'judul', 'jenis', 'tahun'])
    .where('satker_kode', '=', actor.satkerKode)
    .orderBy('tahun', 'desc')
    .orderBy('jenis')
    .execute()
  return {
    // The check of the table allows no other kind.
    rows: rows.map((row): TemplatListRow => ({ ...row, jenis: row.jenis as JenisRencana })),
    plans,
    can: { keep: canKeepTemplat(actor, actor.satkerKode) },
  }
})

export type TemplatListPage = Awaited<ReturnType<typeof templatList>>

type TemplatHead = {
  satkerKode: string
  id: string
  judul: string
  jenis: JenisRencana
  tahun: number
  isi: IsiRencana
  createdAt: Date
  publishedAt: Date | null
  publishedBy: string | null
  zonaWaktu: string
}

async function templatHead({ tx }: Pick<Q, 'tx'>, id: string): Promise<TemplatHead> {
  const row = await tx
    .selectFrom('rencana_templat as t')
    .innerJoin('satker as s', 's.kode', 't.satker_kode')
    .select(['t.satker_kode', 't.id', 't.judul', 't.jenis', 't.tahun', 't.isi'])
    .select(['t.created_at', 't.published_at', 's.zona_waktu'])
    .select(sql<string | null>`hub.nama_pengguna(t.published_by)`.as('published_by'))
    .where('t.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('Templat')
  return {
    satkerKode: row.satker_kode,
    id: row.id,
    judul: row.judul,
    jenis: row.jenis as JenisRencana, // the table's check allows no other
    tahun: row.tahun,
    isi: row.isi as unknown as IsiRencana, // written by createTemplat alone
    createdAt: row.created_at,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    zonaWaktu: row.zona_waktu,
  }
}

export type PenerimaRow = {
  kode: string
  nama: string
  hasil: 'dibuat' | 'sudah_ada' | null
  /** null when the office has thrown the draft away, or does not have it yet */
  state: RencanaState | null
  tambah: number | null
  hilang: number | null
  ubah: number | null
}

/** A template, how far its pushing has come, and what the offices made of it, fifty a page. */
export const templatForStaff = query(async (q, { id, page }: { id: string; page: number }) => {
  const head = await templatHead(q, id)
  const sums = await q.tx
    .selectFrom('templat_dorongan')
    .select((eb) => [
      eb.fn.countAll<number>().as('satker'),
      eb.fn.count<number>('done_at').as('terlayani'),
      sql<number>`(count(*) filter (where hasil = 'sudah_ada'))::int`.as('sudahAda'),
      sql<number>`(count(*) filter (where tambah + hilang + ubah > 0))::int`.as('menyimpang'),
      sql<number>`coalesce(sum(tambah), 0)::int`.as('tambah'),
      sql<number>`coalesce(sum(hilang), 0)::int`.as('hilang'),
      sql<number>`coalesce(sum(ubah), 0)::int`.as('ubah'),
      eb.fn.min('dihitung_at').as('dihitungAt'),
    ])
    .where('satker_kode', '=', head.satkerKode)
    .where('templat_id', '=', head.id)
    .executeTakeFirstOrThrow()
  return {
    head,
    butir: allButir(head.isi).length,
    sums,
    rows: await penerimaRows(q, head, page),
    page,
    pages: Math.max(1, Math.ceil(sums.satker / pageSize)),
    can: { keep: canKeepTemplat(q.actor, head.satkerKode) },
  }
})

export type TemplatPage = Awaited<ReturnType<typeof templatForStaff>>

/** The offices farthest from the template first. */
async function penerimaRows(
  { tx }: Pick<Q, 'tx'>,
  { satkerKode, id }: TemplatHead,
  page: number,
): Promise<PenerimaRow[]> {
  const rows = await tx
    .selectFrom('templat_dorongan as d')
    .innerJoin('satker as s', 's.kode', 'd.sasaran_kode')
    .leftJoin('rencana as r', (join) =>
      join.onRef('r.satker_kode', '=', 'd.sasaran_kode').onRef('r.id', '=', 'd.rencana_id'),
    )
    .select(['s.kode', 's.nama', 'd.hasil', 'd.tambah', 'd.hilang', 'd.ubah', 'r.id as rencanaId'])
    .select(['r.proposed_at', 'r.approved_at', 'r.closed_at'])
    .where('d.satker_kode', '=', satkerKode)
    .where('d.templat_id', '=', id)
    .orderBy(sql`d.tambah + d.hilang + d.ubah`, (order) => order.desc().nullsLast())
    .orderBy('s.kode')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return rows.map(({ proposed_at, approved_at, closed_at, rencanaId, hasil, ...row }) => ({
    ...row,
    hasil: hasil as PenerimaRow['hasil'], // the table's check allows no other
    state: rencanaId ? stateOf({ proposed_at, approved_at, closed_at }) : null,
  }))
}

/** One office's plan beside the template, as it stands now. */
export const penerimaForStaff = query(async (q, { id, kode }: { id: string; kode: string }) => {
  const head = await templatHead(q, id)
  const row = await q.tx
    .selectFrom('templat_dorongan as d')
    .innerJoin('satker as s', 's.kode', 'd.sasaran_kode')
    .innerJoin('rencana as r', (join) =>
      join.onRef('r.satker_kode', '=', 'd.sasaran_kode').onRef('r.id', '=', 'd.rencana_id'),
    )
    .select(['s.nama', 'r.id'])
    .where('d.satker_kode', '=', head.satkerKode)
    .where('d.templat_id', '=', head.id)
    .where('d.sasaran_kode', '=', kode)
    .executeTakeFirst()
  if (!row) throw notFound('Rencana satuan kerja itu')
  const tree = await rencanaTree(q, row.id)
  return {
    head,
    satkerNama: row.nama,
    rencanaId: row.id,
    diff: simpanganDiff(forOffice(head.isi, row.nama), isiOf(tree)),
  }
})

export type PenerimaPage = Awaited<ReturnType<typeof penerimaForStaff>>

/** A plan beside the template that was pushed to its office. */
export const simpanganForStaff = query(async (q, id: string) => {
  const { tree } = await planPage(q, id)
  const row = await q.tx
    .selectFrom('rencana as r')
    .innerJoin('satker as s', 's.kode', 'r.templat_satker_kode')
    .select(['r.templat_isi', 's.nama'])
    .where('r.satker_kode', '=', tree.satkerKode)
    .where('r.id', '=', id)
    .executeTakeFirst()
  if (!row?.templat_isi) throw notFound('Templat rencana ini')
  const templat = row.templat_isi as unknown as IsiRencana // written by pushNext alone
  return { head: tree, dari: row.nama, diff: simpanganDiff(templat, isiOf(tree)) }
})

export type SimpanganPage = Awaited<ReturnType<typeof simpanganForStaff>>
