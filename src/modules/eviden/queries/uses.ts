import type { Q } from '#platform/command.ts'
import { type Bentuk, type Media, pakaiState, type PakaiState } from '../eviden.ts'

export type BerkasOfEviden = {
  id: string
  nama: string
  state: 'checking' | 'ready' | 'rejected'
  sebab: string | null
  /** hexadecimal, once checked */
  sha256: string | null
  /** bytes, once checked */
  ukuran: number | null
  jenisIsi: string | null
  halaman: number | null
  pratinjau: boolean
}

/** Evidence as lists and checklists show it. */
export type EvidenBrief = {
  id: string
  bentuk: Bentuk
  judul: string
  tanggal: string
  sumber: string | null
  media: Media | null
  url: string | null
  urlJudul: string | null
  teks: string | null
  jenisOtomatis: string | null
  periode: string | null
  lockedAt: Date | null
  berkas: BerkasOfEviden | null
}

/** One use of an evidence for a row, with who brought it and what was decided. */
export type EvidenUse = {
  id: string
  satkerKode: string
  butirId: string
  bulan: number | null
  slot: string | null
  halaman: number | null
  wilayah: number[] | null
  catatan: string | null
  createdAt: Date
  createdBy: { id: string; nama: string }
  acceptedAt: Date | null
  returnedAt: Date | null
  decidedBy: string | null
  catatanPutusan: string | null
  state: PakaiState
  eviden: EvidenBrief
}

type Wanted = { satkerKode: string; butirIds: readonly string[] }

/** Every standing use for these rows, the oldest first, in one statement. */
export async function usesOf(q: Pick<Q, 'tx'>, wanted: Wanted): Promise<EvidenUse[]> {
  if (wanted.butirIds.length === 0) return []
  const rows = await useRows(q, wanted.satkerKode)
    .where('p.butir_id', 'in', [...wanted.butirIds])
    .orderBy('p.created_at')
    .orderBy('p.id')
    .execute()
  return rows.map(useOf)
}

/** Every standing use for a step of follow-up, the oldest first. */
export async function usesOfRatl(
  q: Pick<Q, 'tx'>,
  { satkerKode, ratlId }: { satkerKode: string; ratlId: string },
): Promise<EvidenUse[]> {
  const rows = await useRows(q, satkerKode)
    .where('p.ratl_id', '=', ratlId)
    .where('e.removed_at', 'is', null)
    .orderBy('p.created_at')
    .orderBy('p.id')
    .execute()
  return rows.map(useOf)
}

/** These uses, the oldest first; those gone meanwhile are left out. */
export async function usesByIds(
  q: Pick<Q, 'tx'>,
  satkerKode: string,
  ids: readonly string[],
): Promise<EvidenUse[]> {
  if (ids.length === 0) return []
  const rows = await useRows(q, satkerKode)
    .where('p.id', 'in', [...ids])
    .orderBy('p.created_at')
    .orderBy('p.id')
    .execute()
  return rows.map(useOf)
}

/** One use by its id; null when it is gone or out of reach. */
export async function useById(
  q: Pick<Q, 'tx'>,
  satkerKode: string,
  pakaiId: string,
): Promise<EvidenUse | null> {
  const row = await useRows(q, satkerKode).where('p.id', '=', pakaiId).executeTakeFirst()
  return row ? useOf(row) : null
}

const useRows = ({ tx }: Pick<Q, 'tx'>, satkerKode: string) =>
  tx
    .selectFrom('eviden_pakai as p')
    .innerJoin('eviden as e', (join) =>
      join.onRef('e.satker_kode', '=', 'p.satker_kode').onRef('e.id', '=', 'p.eviden_id'),
    )
    .leftJoin('berkas as f', (join) =>
      join.onRef('f.satker_kode', '=', 'e.satker_kode').onRef('f.id', '=', 'e.berkas_id'),
    )
    .leftJoin('pengguna as o', (join) =>
      join.onRef('o.satker_kode', '=', 'p.satker_kode').onRef('o.id', '=', 'p.created_by'),
    )
    .leftJoin('pengguna as d', (join) =>
      join.onRef('d.satker_kode', '=', 'p.satker_kode').onRef('d.id', '=', 'p.decided_by'),
    )
    .select(['p.id', 'p.satker_kode', 'p.butir_id', 'p.bulan', 'p.slot', 'p.halaman', 'p.wilayah'])
    .select(['p.catatan', 'p.created_at', 'p.created_by', 'p.accepted_at', 'p.returned_at'])
    .select(['p.catatan_putusan', ...briefColumns])
    .select(['o.nama as pemasang', 'd.nama as pemutus'])
    .where('p.satker_kode', '=', satkerKode)
    .where('p.removed_at', 'is', null)

/** The columns of `EvidenBrief`, of eviden as e left joined with berkas as f. */
export const briefColumns = [
  'e.id as eviden_id',
  'e.bentuk',
  'e.judul',
  'e.tanggal',
  'e.sumber',
  'e.media',
  'e.url',
  'e.url_judul',
  'e.teks',
  'e.jenis_otomatis',
  'e.periode',
  'e.locked_at',
  'f.id as berkas_id',
  'f.nama as berkas_nama',
  'f.sha256',
  'f.ukuran',
  'f.jenis_isi',
  'f.halaman as berkas_halaman',
  'f.pratinjau',
  'f.ready_at',
  'f.rejected_at',
  'f.sebab',
] as const

type BriefRow = {
  eviden_id: string
  bentuk: string
  judul: string
  tanggal: string
  sumber: string | null
  media: string | null
  url: string | null
  url_judul: string | null
  teks: string | null
  jenis_otomatis: string | null
  periode: string | null
  locked_at: Date | null
  berkas_id: string | null
  berkas_nama: string | null
  sha256: Buffer | null
  ukuran: number | string | bigint | null
  jenis_isi: string | null
  berkas_halaman: number | null
  pratinjau: boolean | null
  ready_at: Date | null
  rejected_at: Date | null
  sebab: string | null
}

export const briefOf = (row: BriefRow): EvidenBrief => ({
  id: row.eviden_id,
  bentuk: row.bentuk as Bentuk, // the table's check allows no other
  judul: row.judul,
  tanggal: row.tanggal,
  sumber: row.sumber,
  media: row.media as Media | null, // likewise
  url: row.url,
  urlJudul: row.url_judul,
  teks: row.teks,
  jenisOtomatis: row.jenis_otomatis,
  periode: row.periode,
  lockedAt: row.locked_at,
  berkas: berkasOfRow(row),
})

function berkasOfRow(row: BriefRow): BerkasOfEviden | null {
  if (row.berkas_id === null) return null
  const checked = row.rejected_at ? 'rejected' : 'checking'
  return {
    id: row.berkas_id,
    nama: row.berkas_nama ?? '',
    state: row.ready_at ? 'ready' : checked,
    sebab: row.sebab,
    sha256: row.sha256?.toString('hex') ?? null,
    ukuran: row.ukuran === null ? null : Number(row.ukuran),
    jenisIsi: row.jenis_isi,
    halaman: row.berkas_halaman,
    pratinjau: row.pratinjau ?? false,
  }
}

type UseRow = Awaited<ReturnType<ReturnType<typeof useRows>['execute']>>[number]

const useOf = (row: UseRow): EvidenUse => {
  const decided = { acceptedAt: row.accepted_at, returnedAt: row.returned_at }
  return {
    id: row.id,
    satkerKode: row.satker_kode,
    butirId: row.butir_id ?? '',
    bulan: row.bulan,
    slot: row.slot,
    halaman: row.halaman,
    wilayah: row.wilayah?.map(Number) ?? null,
    catatan: row.catatan,
    createdAt: row.created_at,
    createdBy: { id: row.created_by, nama: row.pemasang ?? 'Sistem KPU HUB' },
    ...decided,
    decidedBy: row.pemutus,
    catatanPutusan: row.catatan_putusan,
    state: pakaiState(decided),
    eviden: briefOf(row),
  }
}
