import { sql } from 'kysely'
import { canReadPeople } from '#modules/pengguna'
import { type Q, query } from '#platform/command.ts'
import { patternsOf } from '../patterns.ts'

/** Shown of each kind; one more is asked for, to know whether there are more. */
export const mostFound = 20

/** What the actor may see and whose text holds every word that was typed. */
export const searchForStaff = query(async (q: Q, text: string) => {
  const patterns = patternsOf(text)
  if (patterns.length === 0) return null
  return {
    butir: await butirLike(q, patterns),
    keputusan: await keputusanLike(q, patterns),
    pengguna: (await penggunaLike(q, patterns)).filter((person) =>
      canReadPeople(q.actor, person.satkerKode),
    ),
    satker: await satkerLike(q, patterns),
  }
})

export type Found = NonNullable<Awaited<ReturnType<typeof searchForStaff>>>

type Key = { satker_kode: string; id: string }

/** The keys that a search function of the database gives; the rows are then read under row security. */
const keysFrom = (name: 'cari_butir' | 'cari_keputusan' | 'cari_pengguna', patterns: string[]) =>
  sql<Key>`hub.${sql.raw(name)}(${patterns}::text[], ${mostFound + 1})`.as('c')

const butirLike = ({ tx }: Q, patterns: string[]) =>
  tx
    .selectFrom(keysFrom('cari_butir', patterns))
    .innerJoin('rencana_butir as b', (join) =>
      join.onRef('b.satker_kode', '=', 'c.satker_kode').onRef('b.id', '=', 'c.id'),
    )
    .innerJoin('rencana as r', (join) =>
      join.onRef('r.satker_kode', '=', 'b.satker_kode').onRef('r.id', '=', 'b.rencana_id'),
    )
    .innerJoin('satker as s', 's.kode', 'b.satker_kode')
    .select(['b.id', 'b.rencana_id as rencanaId', 'b.label', 'b.uraian', 'b.langkah'])
    .select(['r.jenis', 'r.tahun', 's.nama as satker'])
    .orderBy('r.tahun', 'desc')
    .orderBy('b.satker_kode')
    .orderBy('r.jenis')
    .orderBy('b.urutan')
    .execute()

const keputusanLike = ({ tx }: Q, patterns: string[]) =>
  tx
    .selectFrom(keysFrom('cari_keputusan', patterns))
    .innerJoin('keputusan as k', (join) =>
      join.onRef('k.satker_kode', '=', 'c.satker_kode').onRef('k.id', '=', 'c.id'),
    )
    .innerJoin('satker as s', 's.kode', 'k.satker_kode')
    .select(['k.id', 'k.satker_kode as satkerKode', 'k.nomor', 'k.tahun', 'k.judul', 'k.tanggal'])
    .select('s.nama as satker')
    .orderBy('k.tanggal', 'desc')
    .execute()

const penggunaLike = ({ tx }: Q, patterns: string[]) =>
  tx
    .selectFrom(keysFrom('cari_pengguna', patterns))
    .innerJoin('pengguna as p', (join) =>
      join.onRef('p.satker_kode', '=', 'c.satker_kode').onRef('p.id', '=', 'c.id'),
    )
    .innerJoin('satker as s', 's.kode', 'p.satker_kode')
    .select(['p.id', 'p.nama', 'p.satker_kode as satkerKode', 's.nama as satker'])
    .orderBy('p.satker_kode')
    .orderBy('p.nama')
    .execute()

/** Offices are no tenant table: their names are public. Only those in reach have a page for staff. */
const satkerLike = ({ tx, actor }: Q, patterns: string[]) =>
  tx
    .selectFrom('satker')
    .select(['kode', 'nama'])
    .where('kode', '>=', actor.dari)
    .where('kode', '<', actor.sampai)
    .where(sql<boolean>`nama ilike all (${patterns}::text[])`)
    .orderBy('kode')
    .limit(mostFound + 1)
    .execute()
