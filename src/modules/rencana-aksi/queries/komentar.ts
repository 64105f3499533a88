import { sql } from 'kysely'
import { komentarOf } from '#modules/komentar'
import type { Q } from '#platform/command.ts'
import { canComment, canRemoveKomentar } from '../komentar-policy.ts'
import type { ButirPlace, RencanaHead } from '../tree.ts'
import { ownerOf } from './plan.ts'

/** What was said about a butir, and what the viewer may add or take away. */
export async function percakapanOf(q: Q, head: RencanaHead, place: ButirPlace) {
  const { satkerKode } = head
  const running = head.state !== 'closed'
  return {
    ...(await komentarOf(q, { satkerKode, butirId: place.butir.id })),
    can: {
      comment: running && canComment(q.actor, satkerKode, ownerOf(place)),
      remove: ({ oleh }: { oleh: { id: string } }) =>
        running && canRemoveKomentar(q.actor, satkerKode, oleh.id),
    },
  }
}

export type OpenMention = {
  komentarId: string
  rencanaId: string
  butirId: string
  butir: string
  oleh: string
  teks: string
  at: Date
}

type Whose = { satkerKode: string; penggunaId: string; most: number }

/**
 * Comments that call this person in conversations still open and in which he has not answered since,
 * the newest first; `total` counts all of them.
 */
export async function openMentionsOf(
  { tx }: Pick<Q, 'tx'>,
  { satkerKode, penggunaId, most }: Whose,
): Promise<{ rows: OpenMention[]; total: number }> {
  const { rows } = await sql<OpenMention & { total: number }>`
    select k.id as "komentarId", b.rencana_id as "rencanaId", b.id as "butirId",
      coalesce(b.uraian, b.langkah) as butir, p.nama as oleh, k.teks, k.created_at as at,
      count(*) over ()::int as total
    from komentar_sebutan s
    join komentar k on k.satker_kode = s.satker_kode and k.id = s.komentar_id
    join komentar u on u.satker_kode = k.satker_kode and u.id = coalesce(k.induk_id, k.id)
    join rencana_butir b on b.satker_kode = k.satker_kode and b.id = k.butir_id
    join rencana r on r.satker_kode = b.satker_kode and r.id = b.rencana_id
    join pengguna p on p.satker_kode = k.satker_kode and p.id = k.created_by
    where s.satker_kode = ${satkerKode} and s.pengguna_id = ${penggunaId}
      and k.created_by <> ${penggunaId}
      and k.removed_at is null and u.resolved_at is null and u.removed_at is null
      and b.removed_at is null and r.closed_at is null
      and not exists (
        select from komentar j
        where j.satker_kode = u.satker_kode and (j.id = u.id or j.induk_id = u.id)
          and j.created_by = ${penggunaId} and j.removed_at is null and j.created_at > k.created_at)
    order by k.created_at desc, k.id limit ${most}`.execute(tx)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
