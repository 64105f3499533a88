/**
 * Words that begin the name of a document or other proof. A strong one also begins a new name in the
 * middle of a run ("… Tahun 2025 Daftar Hadir …"); a weak one does so only where more speaks for it.
 */
const strong = [
  'absensi',
  'aplikasi',
  'banner',
  'barcode',
  'baliho',
  'benner',
  'berita acara',
  'bukti',
  'brosur',
  'daftar hadir',
  'daftar nominatif',
  'dokumen',
  'dokumentasi',
  'flyer',
  'dokumentasi foto',
  'dokumentasi kegiatan',
  'foto',
  'foto dokumentasi',
  'foto kegiatan',
  'formulir',
  'infografis',
  'instruksi',
  'kartu kendali',
  'kerangka acuan',
  'laman',
  'lakip',
  'lampiran',
  'laporan',
  'leaflet',
  'lembar kerja',
  'link',
  'maklumat',
  'materi',
  'matriks',
  'memo',
  'naskah',
  'nota dinas',
  'notula',
  'notulen',
  'notulensi',
  'pakta integritas',
  'pamflet',
  'pamphlet',
  'perjanjian kinerja',
  'peta jabatan',
  'peta proses bisnis',
  'petunjuk teknis',
  'piagam',
  'pkpu',
  'poster',
  'rekap',
  'rekapitulasi',
  'rencana aksi',
  'rkt',
  'risalah',
  'salinan',
  'screenshot',
  'screen shot',
  'scan',
  'sertifikat',
  'sk',
  'sop',
  'spanduk',
  'standar operasional prosedur',
  'struktur organisasi',
  'surat',
  'surat edaran',
  'surat keputusan',
  'surat pernyataan',
  'surat tugas',
  'surat undangan',
  'tangkapan layar',
  'tabel',
  'undangan',
  'video',
]

const weak = [
  'akun',
  'analisis',
  'buku',
  'daftar',
  'data',
  'evaluasi',
  'hasil',
  'iku',
  'kegiatan',
  'knowledge',
  'keputusan',
  'lhkpn',
  'manual',
  'media',
  'monitoring',
  'nominatif',
  'pedoman',
  'pelaksanaan',
  'pelatihan',
  'pembentukan',
  'penetapan',
  'penilaian',
  'penyampaian',
  'peraturan',
  'perjanjian',
  'peta',
  'presensi',
  'program',
  'prosedur',
  'rapat',
  'rencana',
  'reviu',
  'sosialisasi',
  'struktur',
  'survei',
  'usulan',
  'website',
  'jadwal',
]

/** Names that are always whole by themselves, and names that often are, so that another may follow. */
const alwaysAlone = new Set(['pakta integritas', 'peta jabatan', 'struktur organisasi'])
const sometimesAlone = new Set([
  'absensi',
  'berita acara',
  'daftar hadir',
  'dokumentasi',
  'dokumentasi foto',
  'dokumentasi kegiatan',
  'foto dokumentasi',
  'foto kegiatan',
  'lakip',
  'materi',
  'notula',
  'notulen',
  'notulensi',
  'perjanjian kinerja',
  'surat tugas',
  'surat undangan',
  'undangan',
  'website',
])

const longest = 3

export type EvidenceHead = {
  words: number
  strength: 'strong' | 'weak'
  /** whether the words make a name without more */
  alone: 'always' | 'sometimes' | 'never'
}

const heads = new Map<string, EvidenceHead>([
  ...weak.map((text) => [text, headOf(text, 'weak')] as const),
  ...strong.map((text) => [text, headOf(text, 'strong')] as const),
])

function headOf(text: string, strength: EvidenceHead['strength']): EvidenceHead {
  const often = sometimesAlone.has(text) ? 'sometimes' : 'never'
  return {
    words: text.split(' ').length,
    strength,
    alone: alwaysAlone.has(text) ? 'always' : often,
  }
}

/** The head of a name that begins at word `at`, the longest there is; null for other words. */
export function evidenceHeadAt(words: readonly string[], at: number): EvidenceHead | null {
  for (let count = longest; count > 0; count--) {
    const text = words
      .slice(at, at + count)
      .map(bareWord)
      .join(' ')
    const head = heads.get(text)
    if (head && at + count <= words.length) return head
  }
  return null
}

/** Small letters without signs; "kegiatan-kegiatan" → "kegiatan". */
function bareWord(word: string): string {
  const letters = word.toLowerCase().replace(/[^\p{L}-]/gu, '')
  return letters.replace(/^(\p{L}+)-\1$/u, '$1')
}

/** True for a text that begins like the name of a document, with any head or a strong one only. */
export function startsWithEvidence(text: string, strength: 'any' | 'strong' = 'any'): boolean {
  const head = evidenceHeadAt(text.trim().split(/\s+/), 0)
  return head !== null && (strength === 'any' || head.strength === 'strong')
}
