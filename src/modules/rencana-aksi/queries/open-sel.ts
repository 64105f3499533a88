import { type RawBuilder, sql } from 'kysely'
import type { Q } from '#platform/command.ts'
import type { JenisRencana } from '../rencana.ts'
import type { SelStatus } from '../sel.ts'

/** One obligation that is still to be done, in a plan that is being carried out. */
export type OpenSel = {
  rencanaId: string
  jenis: JenisRencana
  tahun: number
  butirId: string
  /** the text of the row without its number */
  butir: string
  prioritas: boolean
  areaBaku: number | null
  penanggungJawabId: string | null
  bulan: number
  mulai: string
  jatuhTempo: string
  status: Extract<SelStatus, 'planned' | 'in_progress'>
  updatedAt: Date
}

const columns = sql`b.rencana_id as "rencanaId", b.jenis, b.tahun, b.id as "butirId", b.butir, b.prioritas,
  b.area_baku as "areaBaku", b.penanggung_jawab_id as "penanggungJawabId", s.bulan, s.mulai,
  s.jatuh_tempo as "jatuhTempo", s.status, s.updated_at as "updatedAt"`

/**
 * The rows of the running plans, read once. Under the range policy the planner expects one row of everything
 * and would look through all rows of the office for each cell.
 */
const butirOf = (satkerKode: string) => sql`butir as materialized (
  select b.id, b.rencana_id, r.jenis, r.tahun, coalesce(b.uraian, b.langkah) as butir, b.prioritas, b.urutan,
    a.area_baku, b.penanggung_jawab_id, b.satker_kode
  from rencana r
  join rencana_butir b on b.satker_kode = r.satker_kode and b.rencana_id = r.id
  join rencana_kegiatan k on k.satker_kode = b.satker_kode and k.id = b.kegiatan_id
  join rencana_area a on a.satker_kode = k.satker_kode and a.id = k.area_id
  where r.satker_kode = ${satkerKode} and r.approved_at is not null and r.closed_at is null
    and b.removed_at is null)`

const openCells = (satkerKode: string) => sql`
  from rencana_sel s join butir b on b.id = s.butir_id
  where s.satker_kode = ${satkerKode} and s.status in ('planned', 'in_progress')`

type Until = { satkerKode: string; sampai: string }

/** Every open obligation of an office due on or before a day, the earliest due first; one statement. */
export async function openSelOf(
  q: Pick<Q, 'tx'>,
  { satkerKode, sampai }: Until,
): Promise<OpenSel[]> {
  const { rows } =
    await sql<OpenSel>`with ${butirOf(satkerKode)} select ${columns} ${openCells(satkerKode)}
    and s.jatuh_tempo <= ${sampai} order by s.jatuh_tempo, b.jenis, b.urutan, b.id`.execute(q.tx)
  return rows
}

/** Whose obligations: those he answers for, those of his areas, and those that nobody answers for. */
export type Milik = {
  penggunaId: string
  areas: 'all' | readonly number[]
  /** also what has neither a responsible person nor a coordinator; for the kasubbag */
  tanpaPemilik: boolean
  /** local date at the office, to know who coordinates today */
  hariIni: string
}

const isMine = ({ penggunaId, areas, tanpaPemilik, hariIni }: Milik): RawBuilder<boolean> => {
  const coordinated = areas === 'all' ? sql`true` : sql`b.area_baku = any(${areas})`
  return sql`(b.penanggung_jawab_id = ${penggunaId} or ${coordinated} or (
    ${tanpaPemilik} and b.penanggung_jawab_id is null and not exists (
      select from hub.tugas_pada(b.satker_kode, ${hariIni}) t
      where t.peran = 'koordinator_area' and (t.area_baku is null or t.area_baku = b.area_baku))))`
}

/** Every open obligation of one person due on or before a day. */
export async function openSelOfPerson(
  q: Pick<Q, 'tx'>,
  { satkerKode, sampai, milik, most }: Until & { milik: Milik; most: number },
): Promise<OpenSel[]> {
  const { rows } =
    await sql<OpenSel>`with ${butirOf(satkerKode)} select ${columns} ${openCells(satkerKode)}
    and s.jatuh_tempo <= ${sampai} and ${isMine(milik)}
    order by s.jatuh_tempo, b.jenis, b.urutan, b.id limit ${most}`.execute(q.tx)
  return rows
}

/** In which part of the own work an obligation stands. */
export type Bagian = 'terlambat' | 'minggu' | 'bulan' | 'eskalasi'

export type SectionsWanted = {
  satkerKode: string
  milik: Milik
  /** last day of this week, and of this month */
  akhirMinggu: string
  akhirBulan: string
  /** what others owe since this day or before has been passed on to this person; null = nothing is */
  eskalasiSejak: string | null
  /** one section only, or all of them */
  bagian: Bagian | null
  /** of each section: how many rows, after how many */
  most: number
  offset: number
}

/** A person's obligations by section, each with how many there are in all; one statement. */
export async function openSelSections(
  { tx }: Pick<Q, 'tx'>,
  wanted: SectionsWanted,
): Promise<(OpenSel & { bagian: Bagian; total: number })[]> {
  const { milik, akhirMinggu, akhirBulan, eskalasiSejak, bagian, most, offset } = wanted
  const { rows } = await sql<OpenSel & { bagian: Bagian; total: number }>`
    with ${butirOf(wanted.satkerKode)}, sel as (
      select ${columns}, b.urutan, ${isMine(milik)} as mine ${openCells(wanted.satkerKode)}
        and s.jatuh_tempo <= greatest(${akhirMinggu}::date, ${akhirBulan}::date)
    ), dibagi as (
      select sel.*, case
        when not mine then 'eskalasi'
        when "jatuhTempo" < ${milik.hariIni} then 'terlambat'
        when "jatuhTempo" <= ${akhirMinggu} then 'minggu'
        else 'bulan' end as bagian
      from sel where mine or "jatuhTempo" <= ${eskalasiSejak}::date
    ), bernomor as (
      select dibagi.*, count(*) over (partition by bagian)::int as total,
        row_number() over (partition by bagian order by "jatuhTempo", jenis, urutan, "butirId") as nomor
      from dibagi where ${bagian}::text is null or bagian = ${bagian}
    )
    select "rencanaId", jenis, tahun, "butirId", butir, prioritas, "areaBaku", "penanggungJawabId",
      bulan, mulai, "jatuhTempo", status, "updatedAt", bagian, total
    from bernomor where nomor > ${offset} and nomor <= ${offset + most}
    order by nomor`.execute(tx)
  return rows
}
