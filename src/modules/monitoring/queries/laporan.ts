import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import {
  type Angka,
  angkaNow,
  butirTitle,
  placesOf,
  type RencanaTree,
  rencanaTree,
  titleOf,
} from '#modules/rencana-aksi'
import { query, type Q } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { notFound } from '#platform/errors.ts'
import {
  canFillArea,
  canOpenPutaran,
  canRecordTemuan,
  canSubmitLaporan,
  canVerifyLaporan,
  canWriteRapat,
} from '../policy.ts'
import { lajuOf, type LajuRow } from '../laju.ts'
import { afterLaporan, batasOf, laporanState, type Lingkup } from '../putaran.ts'
import {
  lateAreas,
  lingkarRows,
  type LingkarRow,
  planRows,
  snapshotRows,
  snapshotsOf,
  takenRows,
} from './laporan-rows.ts'
import { riwayatOf, riwayatRows } from './riwayat.ts'

async function laporanRow({ tx, now }: Q, id: string) {
  const row = await tx
    .selectFrom('laporan_monev as l')
    .innerJoin('satker as s', 's.kode', 'l.satker_kode')
    .innerJoin('satker as p', 'p.kode', 'l.putaran_satker_kode')
    .select(['l.satker_kode as satkerKode', 'l.id', 'l.putaran_id as putaranId', 'l.judul'])
    .select(['l.putaran_satker_kode as putaranSatkerKode', 'l.tahun', 'l.periode', 'l.lingkup'])
    .select(['l.mulai', 'l.selesai', 'l.dibuka_sampai', 'l.alasan_buka as alasanBuka'])
    .select(['l.simpulan', 'l.catatan', 'l.versi', 'l.submitted_at', 'l.returned_at'])
    .select(['l.verified_at', 'l.submitted_by as submittedBy'])
    .select(['s.nama as satkerNama', 's.zona_waktu as zona', 'p.nama as pembuka'])
    .select(sql<string | null>`hub.nama_pengguna(l.submitted_by)`.as('pengirim'))
    .select(sql<string | null>`hub.nama_pengguna(l.verified_by)`.as('pemeriksa'))
    .where('l.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('Laporan monev')
  const today = localDate(now, row.zona)
  return {
    ...row,
    lingkup: row.lingkup as Lingkup, // the table's check allows no other
    state: laporanState(row, today),
    batas: batasOf(row),
    today,
  }
}

export type AreaLingkar = {
  areaId: string
  judul: string
  areaBaku: number | null
  /** of the period: asked, done; and what is late until its end */
  kewajiban: number
  selesai: number
  terlambat: number
  isi: LingkarRow | null
  butir: { id: string; teks: string; isi: LingkarRow | null }[]
  can: { fill: boolean }
}

export type PlanLingkar = {
  rencanaId: string
  judul: string
  jenis: string
  angka: Angka
  /** period by period up to this one; empty while only one was accepted */
  laju: LajuRow[]
  /** taken by the office before, so that its money stands too */
  taken: boolean
  area: AreaLingkar[]
}

/** The report of one office: figures, the circle of each area, and what was decided about it. */
export const laporanForStaff = query(async (q: Q, id: string) => {
  const laporan = await laporanRow(q, id)
  const sent = laporan.state === 'submitted' || laporan.state === 'verified'
  const { riwayat, lingkar, ...lists } = await listsOf(q, laporan)
  const kept = snapshotsOf(lists.kept)
  const plans: PlanLingkar[] = []
  for (const { id: rencanaId } of lists.plans) {
    const own = lists.taken.filter((each) => each.rencanaId === rencanaId).map(angkaIn)
    const taken = own.find(({ periode }) => periode === laporan.periode)
    const frozen = sent ? kept.find((each) => each.rencanaId === rencanaId)?.angka : undefined
    const tree = await rencanaTree(q, rencanaId)
    const angka = frozen ?? taken ?? (await angkaNow(q, tree, laporan.periode))
    const laju = lajuOf(own, angka)
    plans.push(planOf(q, { tree, angka, laju, taken: taken !== undefined }, lingkar))
  }
  const { satkerKode, state } = laporan
  const verify = canVerifyLaporan(q.actor, satkerKode)
  return {
    laporan,
    plans,
    anggaran: kept,
    riwayat: riwayatOf(riwayat),
    can: {
      fill: afterLaporan(state, 'fill') !== null,
      submit: canSubmitLaporan(q.actor, satkerKode) && afterLaporan(state, 'submit') !== null,
      verify: verify && state === 'submitted' && laporan.submittedBy !== q.actor.id,
      reopen: state === 'locked' && (verify || canOpenPutaran(q.actor, laporan.putaranSatkerKode)),
      temuan: canRecordTemuan(q.actor, satkerKode),
      rapat: canWriteRapat(q.actor, satkerKode),
    },
  }
})

export type LaporanPage = Awaited<ReturnType<typeof laporanForStaff>>

type Laporan = Awaited<ReturnType<typeof laporanRow>>

/** What belongs to a report, in one statement. */
const listsOf = (q: Q, laporan: Laporan) =>
  q.tx
    .selectNoFrom([
      jsonArrayFrom(planRows(q, laporan)).as('plans'),
      jsonArrayFrom(takenRows(q, laporan)).as('taken'),
      jsonArrayFrom(snapshotRows(q, laporan)).as('kept'),
      jsonArrayFrom(lingkarRows(q, laporan)).as('lingkar'),
      jsonArrayFrom(riwayatRows(q, 'laporan', laporan)).as('riwayat'),
    ])
    .executeTakeFirstOrThrow()

const angkaIn = ({ angka }: { angka: unknown }) => angka as Angka // written by pemantauan alone

type Figures = Pick<PlanLingkar, 'angka' | 'laju' | 'taken'> & { tree: RencanaTree }

function planOf({ actor }: Q, figures: Figures, lingkar: readonly LingkarRow[]): PlanLingkar {
  const { tree, angka, laju, taken } = figures
  const late = new Map(angka.terlambat.map((row) => [row.butirId, row]))
  const hasLate = lateAreas(figures)
  const rowOf = (areaId: string, butirId: string | null) =>
    lingkar.find((row) => row.areaId === areaId && row.butirId === butirId) ?? null
  const places = placesOf(tree)
  return {
    rencanaId: tree.id,
    judul: tree.judul,
    jenis: tree.jenis,
    angka,
    taken,
    laju,
    area: tree.area.map((area): AreaLingkar => {
      const sums = angka.area.find(
        ({ judul, areaBaku }) => judul === titleOf(area) && areaBaku === area.areaBaku,
      )
      const own = places.filter((place) => place.area === area && late.has(place.butir.id))
      return {
        areaId: area.id,
        judul: titleOf(area),
        areaBaku: area.areaBaku,
        kewajiban: sums?.kewajiban ?? 0,
        selesai: sums?.selesai ?? 0,
        terlambat: hasLate.has(area.id)
          ? angka.terlambat.filter((row) => own.some(({ butir }) => butir.id === row.butirId))
              .length
          : 0,
        isi: rowOf(area.id, null),
        butir: own.map(({ butir }) => ({
          id: butir.id,
          teks: butirTitle(butir),
          isi: rowOf(area.id, butir.id),
        })),
        can: { fill: canFillArea(actor, tree.satkerKode, area.areaBaku) },
      }
    }),
  }
}
