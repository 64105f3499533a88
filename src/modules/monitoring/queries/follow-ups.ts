import type { Q } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { isLateRatl, ratlState } from '../ratl.ts'
import { ratlUrl } from '../urls.ts'

export type FollowUp = {
  id: string
  satkerKode: string
  aksi: string
  /** YYYY-MM-DD */
  jatuhTempo: string
  late: boolean
  /** `reported`: its result waits for a second person; `open`: still to be done */
  state: 'open' | 'reported'
  penanggungJawabId: string | null
  unitId: string | null
  /** who reported, and so may not check */
  reportedBy: string | null
  url: string
}

export type FollowUpsWanted = {
  satkerKode: string
  /** only steps that this person, or a unit of this id, answers for */
  penanggungJawabId?: string | undefined
  unitId?: string | undefined
  /** due on or before this day, YYYY-MM-DD */
  sampai?: string | undefined
}

/** RATL of an office that are not closed, the earliest due first; at most 500. */
export async function openFollowUps(q: Q, wanted: FollowUpsWanted): Promise<FollowUp[]> {
  const { satkerKode, penanggungJawabId, unitId, sampai } = wanted
  let found = q.tx
    .selectFrom('ratl as r')
    .innerJoin('satker as s', 's.kode', 'r.satker_kode')
    .select(['r.id', 'r.satker_kode', 'r.aksi', 'r.jatuh_tempo', 'r.penanggung_jawab_id'])
    .select(['r.unit_id', 'r.reported_by', 'r.reported_at', 'r.closed_at', 's.zona_waktu'])
    .where('r.satker_kode', '=', satkerKode)
    .where('r.closed_at', 'is', null)
  if (penanggungJawabId !== undefined || unitId !== undefined)
    found = found.where((eb) =>
      eb.or([
        ...(penanggungJawabId ? [eb('r.penanggung_jawab_id', '=', penanggungJawabId)] : []),
        ...(unitId ? [eb('r.unit_id', '=', unitId)] : []),
      ]),
    )
  if (sampai !== undefined) found = found.where('r.jatuh_tempo', '<=', sampai)
  const rows = await found.orderBy('r.jatuh_tempo').orderBy('r.id').limit(500).execute()
  return rows.map((row) => {
    const state = ratlState(row) === 'reported' ? ('reported' as const) : ('open' as const)
    const jatuhTempo = row.jatuh_tempo
    return {
      id: row.id,
      satkerKode: row.satker_kode,
      aksi: row.aksi,
      jatuhTempo,
      late: isLateRatl({ state, jatuhTempo }, localDate(q.now, row.zona_waktu)),
      state,
      penanggungJawabId: row.penanggung_jawab_id,
      unitId: row.unit_id,
      reportedBy: state === 'reported' ? row.reported_by : null,
      url: ratlUrl(row.id),
    }
  })
}
