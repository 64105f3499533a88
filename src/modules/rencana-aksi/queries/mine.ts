import { query } from '#platform/command.ts'
import { lastDayOfMonth, localDate } from '#platform/date.ts'
import type { SelStatus } from '../sel.ts'

const mostMine = 200

/** What this person answers for and is open this month or already late, the oldest first. */
export const mineForStaff = query(async ({ tx, actor, now }) => {
  const today = localDate(now, actor.zonaWaktu)
  const [year, month] = today.split('-').map(Number)
  const areas = actor.tugas
    .filter(({ peran }) => peran === 'koordinator_area')
    .flatMap(({ areaBaku }) => (areaBaku === null ? [] : [areaBaku]))
  const rows = await tx
    .selectFrom('rencana_sel as s')
    .innerJoin('rencana as r', (join) =>
      join.onRef('r.satker_kode', '=', 's.satker_kode').onRef('r.id', '=', 's.rencana_id'),
    )
    .innerJoin('rencana_butir as b', (join) =>
      join.onRef('b.satker_kode', '=', 's.satker_kode').onRef('b.id', '=', 's.butir_id'),
    )
    .innerJoin('rencana_kegiatan as k', (join) =>
      join.onRef('k.satker_kode', '=', 'b.satker_kode').onRef('k.id', '=', 'b.kegiatan_id'),
    )
    .innerJoin('rencana_area as a', (join) =>
      join.onRef('a.satker_kode', '=', 'k.satker_kode').onRef('a.id', '=', 'k.area_id'),
    )
    .select(['s.rencana_id as rencanaId', 'r.judul as rencana', 's.butir_id as butirId'])
    .select(['a.area_baku as areaBaku', 's.bulan', 's.mulai', 's.jatuh_tempo as jatuhTempo'])
    .select(['s.status', 's.versi', 'b.label', 'b.uraian', 'b.langkah'])
    .where('s.satker_kode', '=', actor.satkerKode)
    .where('s.status', 'in', ['planned', 'in_progress'])
    .where('s.mulai', '<=', lastDayOfMonth(year ?? 0, month ?? 0))
    .where('r.approved_at', 'is not', null)
    .where('r.closed_at', 'is', null)
    .where('b.removed_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('b.penanggung_jawab_id', '=', actor.id),
        ...(areas.length > 0 ? [eb('a.area_baku', 'in', areas)] : []),
      ]),
    )
    .orderBy('s.jatuh_tempo')
    .orderBy('b.urutan')
    .limit(mostMine)
    .execute()
  return { today, rows: rows.map((row) => ({ ...row, status: row.status as SelStatus })) }
})

export type MinePage = Awaited<ReturnType<typeof mineForStaff>>
