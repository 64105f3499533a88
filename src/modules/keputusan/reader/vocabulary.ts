import { profile, profileSimilarity } from './similarity.ts'

/** The areas of change that plans are made of: eight of an RB plan, of which a ZI plan uses six. */
export type AreaKode =
  | 'manajemen-perubahan'
  | 'peraturan'
  | 'organisasi'
  | 'tata-laksana'
  | 'sdm'
  | 'akuntabilitas'
  | 'pengawasan'
  | 'pelayanan'

export type CanonicalArea = {
  kode: AreaKode
  judul: string
  /** place in a plan of that kind, null where that kind has no such area */
  nomor: { RB: number; ZI: number | null }
  variants: string[]
}

/** Road map RB 2010-2025 (Perpres 81/2010, PermenPANRB 25/2020); ZI: PermenPANRB 90/2021. */
export const canonicalAreas: CanonicalArea[] = [
  {
    kode: 'manajemen-perubahan',
    judul: 'Manajemen Perubahan',
    nomor: { RB: 1, ZI: 1 },
    variants: ['Penataan Manajemen Perubahan', 'Penguatan Manajemen Perubahan'],
  },
  {
    kode: 'peraturan',
    judul: 'Penataan Peraturan Perundang-undangan/Deregulasi Kebijakan',
    nomor: { RB: 2, ZI: null },
    variants: [
      'Deregulasi Kebijakan',
      'Penataan Peraturan Perundangan/Deregulasi Kebijakan',
      'Penataan Peraturan Perundang-undangan',
      'Penguatan Peraturan Perundang-undangan/Deregulasi Kebijakan',
      'Penguatan Peraturan Perundang-undangan',
      'Penataan Deregulasi Kebijakan',
    ],
  },
  {
    kode: 'organisasi',
    judul: 'Penataan Organisasi/Kelembagaan',
    nomor: { RB: 3, ZI: null },
    variants: [
      'Penataan Organisasi',
      'Penataan Kelembagaan',
      'Penguatan Organisasi',
      'Penguatan Kelembagaan',
      'Penataan dan Penguatan Organisasi',
      'Kelembagaan',
    ],
  },
  {
    kode: 'tata-laksana',
    judul: 'Penataan Tata Laksana',
    nomor: { RB: 4, ZI: 2 },
    variants: ['Penguatan Tata Laksana', 'Penataan Ketatalaksanaan', 'Tata Laksana'],
  },
  {
    kode: 'sdm',
    judul: 'Penataan Sistem Manajemen SDM',
    nomor: { RB: 5, ZI: 3 },
    variants: [
      'Sistem Manajemen SDM',
      'Manajemen SDM',
      'Penataan Manajemen SDM',
      'Sistem Manajemen Sumber Daya Manusia',
      'Penataan Sistem Manajemen Sumber Daya Manusia',
      'Penataan Sistem Manajemen SDM Aparatur',
      'Penataan Sistem Manajemen Sumber Daya Manusia Aparatur',
      'Penguatan Sistem Manajemen SDM',
      'Penguatan Sistem Manajemen SDM ASN',
      'Penataan Sumber Daya Manusia',
    ],
  },
  {
    kode: 'akuntabilitas',
    judul: 'Penguatan Akuntabilitas Kinerja',
    nomor: { RB: 6, ZI: 4 },
    variants: ['Penguatan Akuntabilitas', 'Akuntabilitas Kinerja', 'Akuntabilitas'],
  },
  {
    kode: 'pengawasan',
    judul: 'Penguatan Pengawasan',
    nomor: { RB: 7, ZI: 5 },
    variants: ['Penguatan Sistem Pengawasan', 'Pengawasan'],
  },
  {
    kode: 'pelayanan',
    judul: 'Peningkatan Kualitas Pelayanan Publik',
    nomor: { RB: 8, ZI: 6 },
    variants: [
      'Penguatan Kualitas Pelayanan Publik',
      'Kualitas Pelayanan Publik',
      'Peningkatan Pelayanan Publik',
      'Pelayanan Publik',
    ],
  },
]

type AreaMatch = { area: CanonicalArea; similarity: number }

const known = canonicalAreas.flatMap((area) =>
  [area.judul, ...area.variants].map((text) => ({ area, profile: profile(text) })),
)

/** What stands around an area's title in headings: "1.", "AREA IV :", "Komponen 2 -", "(8%)". */
function bareTitle(text: string): string {
  return text
    .replace(/<[^>]+>|\*\*/g, ' ')
    .replace(/\(?\s*\d+([.,]\d+)?\s*%\s*\)?/g, ' ')
    .replace(
      /^\s*(area( perubahan)?|komponen|program|pokja)?\s*([ivx]{1,4}|\d{1,2}|[a-h])?\s*[.):-]*\s+/i,
      '',
    )
    .trim()
}

/** The area of change that a heading names, however spelled; null when no title is near enough. */
export function findArea(text: string, floor = 0.86): AreaMatch | null {
  let best: AreaMatch | null = null
  for (const title of new Set([text, bareTitle(text)])) {
    const wanted = profile(title)
    for (const { area, profile: candidate } of known) {
      const found = profileSimilarity(wanted, candidate)
      if (found >= floor && found > (best?.similarity ?? 0)) best = { area, similarity: found }
    }
  }
  return best
}

/** The canonical area by its place in a plan of that kind; null outside 1-8 (RB) or 1-6 (ZI). */
export function areaByNomor(jenis: 'RB' | 'ZI', nomor: number): CanonicalArea | null {
  return canonicalAreas.find((area) => area.nomor[jenis] === nomor) ?? null
}
