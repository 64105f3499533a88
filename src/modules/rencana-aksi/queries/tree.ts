import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Q } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { headOf, headRows, named } from './head.ts'
import type { CaraHitung, JenisIndikator } from '../jenis-indikator.ts'
import type { SelStatus } from '../sel.ts'
import type { AreaNode, ButirNode, IndikatorNode, RencanaTree, Sel } from '../tree.ts'

/** The whole plan as a tree, in one statement; 404 outside the actor's reach. */
export async function rencanaTree(q: Pick<Q, 'tx'>, id: string): Promise<RencanaTree> {
  // Each statement costs a way to the database and back, so the rows of five come as one answer.
  const rows = await headRows(q, id)
    .select([
      jsonArrayFrom(sectionRows(q, id)).as('sections'),
      jsonArrayFrom(indikatorRows(q, id)).as('indikator'),
      jsonArrayFrom(selRows(q, id)).as('sel'),
      jsonArrayFrom(butirRows(q, id)).as('butir'),
    ])
    .executeTakeFirst()
  if (!rows) throw notFound('Rencana aksi')
  const indikator = Map.groupBy(rows.indikator, (row) => row.butir_id)
  const sel = Map.groupBy(rows.sel, (row) => row.butir_id)
  const butir = Map.groupBy(rows.butir, (row) => row.kegiatan_id)
  const area = [...Map.groupBy(rows.sections, (row) => row.area_id).values()].map((own) =>
    areaNode(own, (kegiatanId) =>
      (butir.get(kegiatanId) ?? []).map((row) =>
        butirNode(row, indikator.get(row.id) ?? [], sel.get(row.id) ?? []),
      ),
    ),
  )
  return { ...headOf(rows), area }
}

/** The office of a plan, found by the database itself. */
const officeOf = ({ tx }: Pick<Q, 'tx'>, id: string) =>
  tx.selectFrom('rencana').select('satker_kode').where('id', '=', id)

const sectionRows = (q: Pick<Q, 'tx'>, id: string) =>
  q.tx
    .selectFrom('rencana_area as a')
    .leftJoin('rencana_kegiatan as k', (join) =>
      join.onRef('k.satker_kode', '=', 'a.satker_kode').onRef('k.area_id', '=', 'a.id'),
    )
    .select(['a.id as area_id', 'a.urutan as area_urutan', 'a.nomor as area_nomor'])
    .select(['a.judul as area_judul', 'a.area_baku'])
    .select(['k.id as kegiatan_id', 'k.urutan as kegiatan_urutan', 'k.nomor as kegiatan_nomor'])
    .select('k.judul as kegiatan_judul')
    .where('a.satker_kode', '=', officeOf(q, id))
    .where('a.rencana_id', '=', id)
    .orderBy('a.urutan')
    .orderBy('k.urutan')

const butirRows = (q: Pick<Q, 'tx'>, id: string) =>
  q.tx
    .selectFrom('rencana_butir as b')
    .leftJoin('pengguna as p', (join) =>
      join.onRef('p.satker_kode', '=', 'b.satker_kode').onRef('p.id', '=', 'b.penanggung_jawab_id'),
    )
    .leftJoin('unit as u', (join) =>
      join.onRef('u.satker_kode', '=', 'b.satker_kode').onRef('u.id', '=', 'b.unit_id'),
    )
    .select(['b.id', 'b.kegiatan_id', 'b.urutan', 'b.label', 'b.uraian', 'b.langkah'])
    .select(['b.keterangan', 'b.prioritas', 'b.penanggung_jawab_id', 'b.unit_id', 'b.mulai'])
    .select(['b.selesai', 'b.jadwal_asli', 'b.eviden', 'b.baris', 'b.keyakinan', 'b.versi'])
    .select((eb) => [
      'p.nama as penanggung_nama',
      eb.fn.coalesce('u.singkatan', 'u.nama').as('unit_nama'),
    ])
    .where('b.satker_kode', '=', officeOf(q, id))
    .where('b.rencana_id', '=', id)
    .where('b.removed_at', 'is', null)
    .orderBy('b.urutan')

const indikatorRows = (q: Pick<Q, 'tx'>, id: string) =>
  q.tx
    .selectFrom('rencana_indikator')
    .select(['id', 'butir_id', 'teks', 'jenis', 'satuan', 'arah', 'target'])
    .select(['cara_hitung', 'nilai_tahun_lalu', 'versi'])
    .where('satker_kode', '=', officeOf(q, id))
    .where('rencana_id', '=', id)
    .orderBy('butir_id')
    .orderBy('urutan')

const selRows = (q: Pick<Q, 'tx'>, id: string) =>
  q.tx
    .selectFrom('rencana_sel')
    .select(['butir_id', 'bulan', 'mulai', 'jatuh_tempo', 'status', 'catatan', 'alasan'])
    .select(['done_on', 'versi'])
    .where('satker_kode', '=', officeOf(q, id))
    .where('rencana_id', '=', id)
    .orderBy('butir_id')
    .orderBy('bulan')

type Rows<F extends (...args: never[]) => { execute: () => Promise<unknown[]> }> = Awaited<
  ReturnType<ReturnType<F>['execute']>
>
type SectionRow = Rows<typeof sectionRows>[number]
type ButirRow = Rows<typeof butirRows>[number]
type IndikatorRow = Rows<typeof indikatorRows>[number]
type SelRow = Rows<typeof selRows>[number]

function areaNode(
  rows: readonly SectionRow[],
  butirOf: (kegiatanId: string) => ButirNode[],
): AreaNode {
  const first = rows[0]
  if (!first) throw new Error('an area without a row')
  return {
    id: first.area_id,
    urutan: first.area_urutan,
    nomor: first.area_nomor,
    judul: first.area_judul,
    areaBaku: first.area_baku,
    kegiatan: rows.flatMap((row) =>
      row.kegiatan_id === null
        ? []
        : [
            {
              id: row.kegiatan_id,
              urutan: row.kegiatan_urutan ?? 0,
              nomor: row.kegiatan_nomor,
              judul: row.kegiatan_judul,
              butir: butirOf(row.kegiatan_id),
            },
          ],
    ),
  }
}

const butirNode = (
  row: ButirRow,
  indikator: readonly IndikatorRow[],
  sel: readonly SelRow[],
): ButirNode => ({
  id: row.id,
  urutan: row.urutan,
  label: row.label,
  uraian: row.uraian,
  langkah: row.langkah,
  keterangan: row.keterangan,
  prioritas: row.prioritas,
  penanggungJawab: named(row.penanggung_jawab_id, row.penanggung_nama),
  unit: named(row.unit_id, row.unit_nama),
  mulai: row.mulai,
  selesai: row.selesai,
  jadwalAsli: row.jadwal_asli,
  eviden: row.eviden,
  baris: row.baris,
  keyakinan: row.keyakinan,
  versi: row.versi,
  indikator: indikator.map(indikatorNode),
  sel: sel.map(selNode),
})

// The checks of the tables allow no other kinds, directions and states.
const indikatorNode = (row: IndikatorRow): IndikatorNode => ({
  id: row.id,
  teks: row.teks,
  jenis: row.jenis as JenisIndikator,
  satuan: row.satuan,
  arah: row.arah as 'naik' | 'turun',
  target: row.target,
  caraHitung: row.cara_hitung as CaraHitung,
  nilaiTahunLalu: row.nilai_tahun_lalu,
  versi: row.versi,
})

const selNode = (row: SelRow): Sel => ({
  bulan: row.bulan,
  mulai: row.mulai,
  jatuhTempo: row.jatuh_tempo,
  status: row.status as SelStatus,
  catatan: row.catatan,
  alasan: row.alasan,
  doneOn: row.done_on,
  versi: row.versi,
})
