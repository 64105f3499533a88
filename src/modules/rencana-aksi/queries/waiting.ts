import { sql } from 'kysely'
import type { Q } from '#platform/command.ts'
import type { Actor } from '#platform/identity/actor.ts'
import { verifiedAreas } from '../bukti-policy.ts'
import { canDecide } from '../policy.ts'
import { planUrl } from '../urls.ts'

/** Evidence to verify, own evidence that came back, a plan or a change to decide, a comment to answer. */
export type JenisMenunggu = 'bukti' | 'kembali' | 'putusan' | 'sebutan'

export type Waiting = {
  jenis: JenisMenunggu
  id: string
  judul: string
  /** what a comment says, why a change is proposed */
  isi: string | null
  oleh: string
  at: Date
  url: string
}

export type WaitingFor = {
  rows: Record<JenisMenunggu, Waiting[]>
  total: Record<JenisMenunggu, number>
}

type Row = Omit<Waiting, 'url'> & { rencanaId: string; butirId: string | null; total: number }

/** What waits for this person at the own office, the oldest first, at most so many of each; one statement. */
export async function waitingFor(
  { tx, actor }: Pick<Q, 'tx' | 'actor'>,
  most: number,
): Promise<WaitingFor> {
  const { rows } = await sql<Row>`
    with menunggu as (
      ${buktiWaiting(actor)} union all ${buktiReturned(actor)}
      union all ${decisionsWaiting(actor)} union all ${mentionsOpen(actor)}
    ), bernomor as (
      select m.*, count(*) over (partition by jenis)::int as total,
        row_number() over (partition by jenis order by at, id) as nomor
      from menunggu m
    )
    select b.jenis, b.id, b."rencanaId", b."butirId", b.judul, b.isi, b.at, b.total,
      coalesce(p.nama, 'sistem') as oleh
    from bernomor b
    left join pengguna p on p.satker_kode = ${actor.satkerKode} and p.id = b.dari
    where nomor <= ${most} order by b.at, b.id`.execute(tx)
  const of = (jenis: JenisMenunggu) => rows.filter((row) => row.jenis === jenis)
  const totalOf = (jenis: JenisMenunggu) => of(jenis)[0]?.total ?? 0
  return {
    rows: {
      bukti: of('bukti').map(withUrl),
      kembali: of('kembali').map(withUrl),
      putusan: of('putusan').map(withUrl),
      sebutan: of('sebutan').map(withUrl),
    },
    total: {
      bukti: totalOf('bukti'),
      kembali: totalOf('kembali'),
      putusan: totalOf('putusan'),
      sebutan: totalOf('sebutan'),
    },
  }
}

function withUrl({ rencanaId, butirId, total: _, ...row }: Row): Waiting {
  if (row.jenis === 'bukti') return { ...row, url: planUrl(rencanaId, 'bukti', row.id) }
  if (row.jenis === 'kembali') return { ...row, url: planUrl(rencanaId, 'butir', butirId ?? '') }
  if (row.jenis === 'sebutan')
    return { ...row, url: `${planUrl(rencanaId, 'butir', butirId ?? '')}#k-${row.id}` }
  const usulan = row.id === rencanaId ? [] : ['usulan', row.id]
  return { ...row, url: planUrl(rencanaId, ...(usulan.length > 0 ? usulan : ['tahap'])) }
}

/** Evidence of the areas that the actor verifies, brought by others. */
function buktiWaiting(actor: Actor) {
  const areas = verifiedAreas(actor)
  return sql`
    select 'bukti' as jenis, u.id, b.rencana_id as "rencanaId", b.id as "butirId", e.judul,
      coalesce(b.uraian, b.langkah) as isi, u.created_by as dari, u.created_at as at
    from eviden_pakai u
    join eviden e on e.satker_kode = u.satker_kode and e.id = u.eviden_id
    join rencana_butir b on b.satker_kode = u.satker_kode and b.id = u.butir_id
    join rencana r on r.satker_kode = b.satker_kode and r.id = b.rencana_id
    join rencana_kegiatan k on k.satker_kode = b.satker_kode and k.id = b.kegiatan_id
    join rencana_area a on a.satker_kode = k.satker_kode and a.id = k.area_id
    where u.satker_kode = ${actor.satkerKode} and u.decided_by is null and u.removed_at is null
      and u.created_by <> ${actor.id} and b.removed_at is null and r.closed_at is null
      and ${areas === 'all' ? sql`true` : sql`a.area_baku = any(${areas})`}`
}

/** The actor's own evidence that was returned, as long as nothing newer stands in its place. */
const buktiReturned = ({ satkerKode, id }: Actor) => sql`
  select 'kembali', u.id, b.rencana_id, b.id, e.judul, u.catatan_putusan, u.decided_by, u.returned_at
  from eviden_pakai u
  join eviden e on e.satker_kode = u.satker_kode and e.id = u.eviden_id
  join rencana_butir b on b.satker_kode = u.satker_kode and b.id = u.butir_id
  join rencana r on r.satker_kode = b.satker_kode and r.id = b.rencana_id
  where u.satker_kode = ${satkerKode} and u.created_by = ${id} and u.returned_at is not null
    and u.removed_at is null and b.removed_at is null and r.closed_at is null
    and not exists (
      select from eviden_pakai j
      where j.satker_kode = u.satker_kode and j.butir_id = u.butir_id and j.removed_at is null
        and j.slot is not distinct from u.slot and j.bulan is not distinct from u.bulan
        and j.created_at > u.created_at)`

/** Plans and changes that others proposed; nothing for whoever does not decide. */
function decisionsWaiting(actor: Actor) {
  const decides = canDecide(actor, actor.satkerKode)
  return sql`
    select 'putusan', r.id, r.id, null::uuid, r.judul, null, r.proposed_by, r.proposed_at
    from rencana r
    where ${decides} and r.satker_kode = ${actor.satkerKode} and r.proposed_at is not null
      and r.approved_at is null and r.proposed_by is distinct from ${actor.id}
    union all
    select 'putusan', u.id, u.rencana_id, u.butir_id, r.judul, u.alasan, u.proposed_by, u.proposed_at
    from rencana_usulan u
    join rencana r on r.satker_kode = u.satker_kode and r.id = u.rencana_id
    where ${decides} and u.satker_kode = ${actor.satkerKode} and u.decided_by is null
      and r.closed_at is null and u.proposed_by <> ${actor.id}`
}

/** Comments that call the actor in conversations still open and in which he has not answered since. */
const mentionsOpen = ({ satkerKode, id }: Actor) => sql`
  select 'sebutan', k.id, b.rencana_id, b.id, coalesce(b.uraian, b.langkah), k.teks, k.created_by, k.created_at
  from komentar_sebutan s
  join komentar k on k.satker_kode = s.satker_kode and k.id = s.komentar_id
  join komentar u on u.satker_kode = k.satker_kode and u.id = coalesce(k.induk_id, k.id)
  join rencana_butir b on b.satker_kode = k.satker_kode and b.id = k.butir_id
  join rencana r on r.satker_kode = b.satker_kode and r.id = b.rencana_id
  where s.satker_kode = ${satkerKode} and s.pengguna_id = ${id} and k.created_by <> ${id}
    and k.removed_at is null and u.resolved_at is null and u.removed_at is null
    and b.removed_at is null and r.closed_at is null
    and not exists (
      select from komentar j
      where j.satker_kode = u.satker_kode and (j.id = u.id or j.induk_id = u.id)
        and j.created_by = ${id} and j.removed_at is null and j.created_at > k.created_at)`
