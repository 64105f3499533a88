import { type EvidenUse, usesByIds } from '#modules/eviden'
import { type Q, query } from '#platform/command.ts'
import { verifiedAreas } from '../bukti-policy.ts'

export const verifikasiPageSize = 50
const mostQueued = 500

/** One thing that waits: where it is, in the order in which it came. */
export type Queued = { rencanaId: string; pakaiId: string }

/** What waits for this person's verification at his own office, the oldest first. */
export async function queueOf(q: Q): Promise<Queued[]> {
  return waiting(q)
    .select(['b.rencana_id as rencanaId', 'p.id as pakaiId'])
    .limit(mostQueued)
    .execute()
}

/** How many things wait for this person's verification; for lists of tasks. */
export async function queueLength(q: Q): Promise<number> {
  return (await queueOf(q)).length
}

function waiting({ tx, actor }: Q) {
  const areas = verifiedAreas(actor)
  return tx
    .selectFrom('eviden_pakai as p')
    .innerJoin('rencana_butir as b', (join) =>
      join.onRef('b.satker_kode', '=', 'p.satker_kode').onRef('b.id', '=', 'p.butir_id'),
    )
    .innerJoin('rencana_kegiatan as k', (join) =>
      join.onRef('k.satker_kode', '=', 'b.satker_kode').onRef('k.id', '=', 'b.kegiatan_id'),
    )
    .innerJoin('rencana_area as a', (join) =>
      join.onRef('a.satker_kode', '=', 'k.satker_kode').onRef('a.id', '=', 'k.area_id'),
    )
    .innerJoin('rencana as r', (join) =>
      join.onRef('r.satker_kode', '=', 'b.satker_kode').onRef('r.id', '=', 'b.rencana_id'),
    )
    .where('p.satker_kode', '=', actor.satkerKode)
    .where('p.decided_by', 'is', null)
    .where('p.removed_at', 'is', null)
    .where('p.created_by', '<>', actor.id)
    .where('b.removed_at', 'is', null)
    .where('r.approved_at', 'is not', null)
    .where('r.closed_at', 'is', null)
    .where((eb) =>
      areas === 'all' ? eb.val(true) : eb(eb.ref('a.area_baku'), 'in', [0, ...areas]),
    )
    .orderBy('p.created_at')
    .orderBy('p.id')
}

export type VerifikasiRow = {
  use: EvidenUse
  rencanaId: string
  rencana: string
  area: string
  label: string | null
  uraian: string | null
  langkah: string | null
}

/** The queue as a list to go through: 50 rows a page. */
export const verifikasiForStaff = query(async (q, page: number) => {
  const total = await queueLength(q)
  const found = await waiting(q)
    .select([
      'p.id',
      'b.rencana_id as rencanaId',
      'r.judul as rencana',
      'a.nomor',
      'a.judul as area',
    ])
    .select(['b.label', 'b.uraian', 'b.langkah'])
    .limit(verifikasiPageSize)
    .offset((page - 1) * verifikasiPageSize)
    .execute()
  const places = new Map(found.map((row) => [row.id, row]))
  const uses = await usesByIds(q, q.actor.satkerKode, [...places.keys()])
  const rows = uses.flatMap((use): VerifikasiRow[] => {
    const place = places.get(use.id)
    if (!place) return []
    const { rencanaId, rencana, label, uraian, langkah } = place
    const area = [place.nomor, place.area].filter(Boolean).join(' ')
    return [{ use, rencanaId, rencana, area, label, uraian, langkah }]
  })
  return { rows, total, page, pages: Math.max(1, Math.ceil(total / verifikasiPageSize)) }
})

export type VerifikasiPage = Awaited<ReturnType<typeof verifikasiForStaff>>
