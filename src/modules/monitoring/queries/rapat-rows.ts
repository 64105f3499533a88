import type { Q } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import type { RapatNaskah } from '../naskah.ts'
import { type Penilaian, rapatState } from '../rapat.ts'

type Key = { satkerKode: string; id: string }

/** One meeting with its office and the names of who leads and writes. */
export async function rapatRow({ tx }: Pick<Q, 'tx'>, id: string) {
  const row = await tx
    .selectFrom('rapat as r')
    .innerJoin('satker as s', 's.kode', 'r.satker_kode')
    .leftJoin('pengguna as p', (join) =>
      join.onRef('p.satker_kode', '=', 'r.satker_kode').onRef('p.id', '=', 'r.pimpinan_id'),
    )
    .leftJoin('pengguna as n', (join) =>
      join.onRef('n.satker_kode', '=', 'r.satker_kode').onRef('n.id', '=', 'r.notulis_id'),
    )
    .leftJoin('laporan_monev as l', (join) =>
      join.onRef('l.satker_kode', '=', 'r.satker_kode').onRef('l.id', '=', 'r.laporan_id'),
    )
    .select(['r.satker_kode as satkerKode', 'r.id', 'r.jenis', 'r.judul', 'r.tanggal', 'r.versi'])
    .select(['r.jam_mulai as jamMulai', 'r.jam_selesai as jamSelesai', 'r.tempat', 'r.tautan'])
    .select(['r.nomor_undangan as nomorUndangan', 'r.nomor_berita_acara as nomorBeritaAcara'])
    .select(['r.pimpinan_id as pimpinanId', 'r.pimpinan_nama as pimpinanNama'])
    .select(['r.notulis_id as notulisId', 'r.notulis_nama as notulisNama'])
    .select(['r.agenda', 'r.pembahasan', 'r.simpulan', 'r.penilaian', 'r.laporan_id as laporanId'])
    .select(['r.closed_at', 'r.cancelled_at', 'r.alasan_batal as alasanBatal'])
    .select(['r.reopened_at as reopenedAt', 'r.alasan_buka as alasanBuka'])
    .select(['p.nama as pimpinanAkun', 'n.nama as notulisAkun', 'l.judul as laporanJudul'])
    .select(['s.nama as satkerNama', 's.zona_waktu as zona'])
    .where('r.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('Rapat')
  const { closed_at, cancelled_at, pimpinanAkun, notulisAkun, ...rest } = row
  return {
    ...rest,
    penilaian: row.penilaian as Penilaian | null, // the table's check allows no other
    state: rapatState({ closed_at, cancelled_at }),
    closedAt: closed_at,
    pimpinan: pimpinanAkun ?? row.pimpinanNama,
    notulis: notulisAkun ?? row.notulisNama,
  }
}

export const pesertaRows = ({ tx }: Pick<Q, 'tx'>, { satkerKode, id }: Key) =>
  tx
    .selectFrom('rapat_peserta')
    .select(['id', 'pengguna_id as penggunaId', 'nama', 'jabatan', 'hadir'])
    .where('satker_kode', '=', satkerKode)
    .where('rapat_id', '=', id)
    .orderBy('urutan')

/** What was decided, each with the steps of follow-up that hang on it. */
export const keputusanRows = ({ tx }: Pick<Q, 'tx'>, { satkerKode, id }: Key) =>
  tx
    .selectFrom('rapat_keputusan as k')
    .select(['k.id', 'k.uraian', 'k.urutan'])
    .where('k.satker_kode', '=', satkerKode)
    .where('k.rapat_id', '=', id)
    .orderBy('k.urutan')

/** The meeting as its documents tell it. */
export async function rapatNaskah(q: Pick<Q, 'tx'>, id: string): Promise<RapatNaskah & Key> {
  const rapat = await rapatRow(q, id)
  const peserta = await pesertaRows(q, rapat).execute()
  const keputusan = await keputusanRows(q, rapat).execute()
  return { ...rapat, peserta, keputusan: keputusan.map(({ uraian }) => uraian) }
}
