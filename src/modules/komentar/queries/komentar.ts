import { sql } from 'kysely'
import type { Q } from '#platform/command.ts'
import { type KomentarRow, threadsOf, type Utas } from '../komentar.ts'
import type { Orang } from '../sebutan.ts'

/** The row that is spoken about. */
export type Baris = { satkerKode: string; butirId: string }

export type Percakapan = {
  utas: Utas[]
  /** whom a comment may call: the active people of the office */
  orang: Orang[]
}

type Stored = Omit<KomentarRow, 'at' | 'resolvedAt'> & { at: string; resolvedAt: string | null }

/** All that was said about a row and whom one may call, in one statement. */
export async function komentarOf(
  { tx }: Pick<Q, 'tx'>,
  { satkerKode, butirId }: Baris,
): Promise<Percakapan> {
  const { rows } = await sql<{ komentar: Stored[]; orang: Orang[] }>`
    select coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', k.id, 'indukId', k.induk_id, 'at', k.created_at, 'removed', k.removed_at is not null,
          'teks', case when k.removed_at is null then k.teks end,
          'oleh', jsonb_build_object('id', p.id, 'nama', p.nama),
          'resolvedAt', k.resolved_at, 'resolvedBy', r.nama,
          'sebutan', coalesce((
            select jsonb_agg(jsonb_build_object('id', o.id, 'nama', o.nama) order by o.nama)
            from komentar_sebutan s
            join pengguna o on o.satker_kode = s.satker_kode and o.id = s.pengguna_id
            where s.satker_kode = k.satker_kode and s.komentar_id = k.id), '[]')
        ) order by k.created_at, k.id)
        from komentar k
        join pengguna p on p.satker_kode = k.satker_kode and p.id = k.created_by
        left join pengguna r on r.satker_kode = k.satker_kode and r.id = k.resolved_by
        where k.satker_kode = ${satkerKode} and k.butir_id = ${butirId}), '[]') as komentar,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', p.id, 'nama', p.nama) order by lower(p.nama), p.id)
        from pengguna p
        where p.satker_kode = ${satkerKode} and p.deactivated_at is null), '[]') as orang`.execute(
    tx,
  )
  const { komentar = [], orang = [] } = rows[0] ?? {}
  return {
    utas: threadsOf(
      komentar.map((row) => ({
        ...row,
        at: new Date(row.at),
        resolvedAt: row.resolvedAt ? new Date(row.resolvedAt) : null,
      })),
    ),
    orang,
  }
}
