/** What a column of an annex holds. `lain` has a heading we know no role for. */
export type ColumnRole =
  | 'no'
  | 'area'
  | 'kegiatan'
  | 'butir'
  | 'langkah'
  | 'indikator'
  | 'eviden'
  | 'waktu'
  | 'bulan'
  | 'ket'
  | 'bobot'
  | 'lain'

/** Headings as offices write them, in lower case without signs. The longest phrase found decides. */
const phrases: Record<Exclude<ColumnRole, 'bulan' | 'lain'>, string[]> = {
  no: ['no', 'nomor', 'no urut', 'nomor urut'],
  area: [
    'area',
    'area perubahan',
    'area program',
    'area pengungkit',
    'komponen',
    'komponen program',
    'komponen pengungkit',
    'komponen area',
    'aspek',
    'pokja',
    'kelompok kerja',
    'bidang',
  ],
  kegiatan: [
    'kegiatan',
    'program',
    'program kegiatan',
    'indikator program',
    'indikator kegiatan',
    'indikator penilaian',
    'sub komponen',
    'subkomponen',
    'sub area',
    'sub aspek',
    'sub indikator',
    'kegiatan utama',
    'kegiatan pokok',
  ],
  butir: [
    'sub kegiatan',
    'subkegiatan',
    'penilaian',
    'rincian',
    'rincian kegiatan',
    'uraian',
    'uraian kegiatan',
    'uraian penilaian',
    'pertanyaan',
    'pernyataan',
    'unsur penilaian',
    'kriteria',
    'kriteria penilaian',
    'sub program',
    'tahapan kegiatan',
  ],
  langkah: [
    'langkah',
    'langkah aksi',
    'langkah langkah',
    'langkah kerja',
    'langkah kegiatan',
    'rencana aksi',
    'rencana tindak',
    'rencana tindak lanjut',
    'rencana kegiatan',
    'rencana kerja',
    'aksi',
    'upaya',
    'tindak lanjut',
  ],
  indikator: [
    'indikator',
    'indikator keberhasilan',
    'indikator kinerja',
    'indikator capaian',
    'indikator output',
    'ukuran keberhasilan',
    'kriteria keberhasilan',
    'output',
    'keluaran',
    'hasil yang diharapkan',
    'target capaian',
    'target kinerja',
  ],
  eviden: [
    'eviden',
    'evidence',
    'evidens',
    'bukti',
    'bukti dukung',
    'bukti pendukung',
    'bukti fisik',
    'data dukung',
    'data pendukung',
    'dokumen',
    'dokumen pendukung',
    'dokumen bukti',
    'eviden data dukung',
  ],
  waktu: [
    'waktu',
    'target waktu',
    'waktu pelaksanaan',
    'waktu penyelesaian',
    'batas waktu',
    'tenggat',
    'tenggat waktu',
    'jadwal',
    'jadwal pelaksanaan',
    'jadwal kegiatan',
    'target penyelesaian',
    'pelaksanaan',
    'pelaksanaan bulan',
    'bulan',
    'bulan pelaksanaan',
    'bulan ke',
    'triwulan',
    'periode',
    'timeline',
    'time line',
    'tahun',
    'mulai',
    'selesai',
    'waktu mulai',
    'waktu selesai',
    'tanggal mulai',
    'tanggal selesai',
  ],
  ket: ['ket', 'keterangan', 'catatan'],
  bobot: ['bobot', 'nilai maksimal', 'persentase'],
}

const known = Object.entries(phrases)
  .flatMap(([role, list]) => list.map((phrase) => ({ role: role as ColumnRole, phrase })))
  .toSorted((a, b) => b.phrase.length - a.phrase.length)

const longestHeading = 60

/** The role that a heading names, or null where it is no heading we know. */
export function roleOfHeading(text: string): ColumnRole | null {
  const words = headingWords(text)
  if (words === '' || words.length > longestHeading) return null
  const found = known.find(({ phrase }) => ` ${words} `.includes(` ${phrase} `))
  if (!found) return null
  return found.phrase.length * 2 >= words.length ? found.role : null
}

/** Lower case, letters only: "PELAKSANAAN (BULAN)" → "pelaksanaan bulan". */
export function headingWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/<[^>]+>/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim()
}
