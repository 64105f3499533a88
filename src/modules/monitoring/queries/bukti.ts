import { sql } from 'kysely'
import { periodOf } from '#modules/rencana-aksi'
import type { BuktiDiminta, BuktiOtomatis, IsiBukti } from '#platform/bukti-otomatis.ts'
import type { Q } from '#platform/command.ts'
import { lastDayOfMonth, localDate, longDate } from '#platform/date.ts'
import { namaJenisRapat } from '../jenis-rapat.ts'
import { lingkupLabels, periodeText } from '../labels-putaran.ts'
import { type Snapshot, snapshotRows, snapshotsOf } from './laporan-rows.ts'
import { laporanUrl, rapatUrl } from '../urls.ts'
import type { Lingkup } from '../putaran.ts'

/** `2026-T2` → its year, its code, and its first and last day. */
function daysOf({ periode }: BuktiDiminta) {
  const [year, kode = ''] = periode.split('-')
  const known = periodOf(kode)
  if (!known || !/^20\d\d$/.test(year ?? '')) return null
  const tahun = Number(year)
  const dari = `${tahun}-${String(known.dari).padStart(2, '0')}-01`
  return { tahun, kode, dari, sampai: lastDayOfMonth(tahun, known.sampai) }
}

/** The verified reports of a period. */
async function readLaporan(q: Q, wanted: BuktiDiminta): Promise<IsiBukti | null> {
  const days = daysOf(wanted)
  if (!days) return null
  const laporan = await q.tx
    .selectFrom('laporan_monev as l')
    .innerJoin('satker as s', 's.kode', 'l.satker_kode')
    .select(['l.satker_kode as satkerKode', 'l.id', 'l.judul', 'l.lingkup', 'l.simpulan'])
    .select(['l.verified_at as verifiedAt', 's.zona_waktu as zona', 's.nama as satkerNama'])
    .select(sql<string | null>`hub.nama_pengguna(l.verified_by)`.as('pemeriksa'))
    .where('l.satker_kode', '=', wanted.satkerKode)
    .where('l.tahun', '=', days.tahun)
    .where('l.periode', '=', days.kode)
    .where('l.verified_at', 'is not', null)
    .orderBy('l.lingkup')
    .execute()
  const first = laporan[0]
  if (!first) return null
  const kept: ({ row: (typeof laporan)[number] } & Snapshot)[] = []
  for (const row of laporan)
    for (const snapshot of snapshotsOf(await snapshotRows(q, row).execute()))
      kept.push({ row, ...snapshot })
  const add = (of: (angka: Snapshot['angka']) => number) =>
    kept.reduce((sum, { angka }) => sum + of(angka), 0)
  return {
    judul: `Laporan monev ${periodeText(days.kode, days.tahun)} ${first.satkerNama}`,
    per: days.sampai,
    angka: [
      { label: 'Kewajiban', nilai: add(({ total }) => total.kewajiban), satuan: null },
      { label: 'Selesai', nilai: add(({ total }) => total.selesai), satuan: null },
      { label: 'Tepat waktu', nilai: add(({ total }) => total.tepatWaktu), satuan: null },
      { label: 'Terlambat', nilai: add(({ terlambat }) => terlambat.length), satuan: null },
    ],
    kolom: ['Area', 'Kewajiban', 'Selesai', 'Terlambat'],
    baris: kept.flatMap(({ row, angka }) =>
      angka.area.map((area) => ({
        isi: [area.judul, area.kewajiban, area.selesai, area.terlambat].map(String),
        url: laporanUrl(row.id),
      })),
    ),
    catatan: laporan.map(({ judul, lingkup, verifiedAt, zona, pemeriksa, simpulan }) => {
      const day = verifiedAt ? longDate(localDate(verifiedAt, zona)) : ''
      const about = lingkupLabels[lingkup as Lingkup] // the table's check allows no other
      return `${judul} (${about}) diterima ${day} oleh ${pemeriksa ?? 'sistem'}. Simpulan: ${simpulan ?? ''}`
    }),
  }
}

/** The closed meetings of a period, with who came and what was decided. */
async function readRapat(q: Q, wanted: BuktiDiminta): Promise<IsiBukti | null> {
  const days = daysOf(wanted)
  if (!days) return null
  const { rows } = await sql<{
    id: string
    judul: string
    jenis: string
    tanggal: string
    satkerNama: string
    hadir: number
    keputusan: number
  }>`
    select r.id, r.judul, r.jenis, r.tanggal, s.nama as "satkerNama",
      (select count(*)::int from rapat_peserta p
        where p.satker_kode = r.satker_kode and p.rapat_id = r.id and p.hadir) as hadir,
      (select count(*)::int from rapat_keputusan k
        where k.satker_kode = r.satker_kode and k.rapat_id = r.id) as keputusan
    from rapat r join satker s on s.kode = r.satker_kode
    where r.satker_kode = ${wanted.satkerKode} and r.closed_at is not null
      and r.jenis in ('monev', 'evaluasi_rencana_kerja')
      and r.tanggal >= ${days.dari} and r.tanggal <= ${days.sampai}
    order by r.tanggal, r.id`.execute(q.tx)
  const first = rows[0]
  if (!first) return null
  return {
    judul: `Berita acara rapat monev ${periodeText(days.kode, days.tahun)} ${first.satkerNama}`,
    per: days.sampai,
    angka: [
      { label: 'Rapat', nilai: rows.length, satuan: null },
      {
        label: 'Keputusan',
        nilai: rows.reduce((sum, row) => sum + row.keputusan, 0),
        satuan: null,
      },
    ],
    kolom: ['Tanggal', 'Rapat', 'Jenis', 'Hadir', 'Keputusan'],
    baris: rows.map((row) => ({
      isi: [
        longDate(row.tanggal),
        row.judul,
        namaJenisRapat(row.jenis),
        String(row.hadir),
        String(row.keputusan),
      ],
      url: rapatUrl(row.id),
    })),
    catatan: ['Hanya rapat monev dan evaluasi rencana kerja yang paketnya sudah ditutup.'],
  }
}

/** Evidence that monitoring yields by itself. */
export const bukti: BuktiOtomatis[] = [
  {
    jenis: 'laporan-monev',
    judul: 'Laporan monev yang sudah diterima',
    kataKunci: ['laporan monev', 'laporan monitoring', 'hasil monitoring dan evaluasi'],
    read: readLaporan,
  },
  {
    jenis: 'berita-acara-monev',
    judul: 'Berita acara rapat monev',
    kataKunci: ['berita acara rapat evaluasi', 'rapat evaluasi', 'rapat monitoring', 'rapat monev'],
    read: readRapat,
  },
]
