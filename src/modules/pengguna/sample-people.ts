import type { Peran } from './peran.ts'

/** The password of every sample account. It stands in no database of an office: samples load only where nobody is. */
export const samplePassword = 'contoh-kpu-hub-2026'

/** `.invalid` can never be a real address (RFC 2606). */
export const sampleDomain = 'contoh.kpu-hub.invalid'

export type SamplePerson = {
  satkerKode: string
  /** what stands before the office code in the address: admin → admin.5203@… */
  akun: string
  nama: string
  nip: string | null
  tugas: readonly { peran: Peran; area: number | null }[]
}

const sampleSatker = ['00', '15', '35', '3508', '52', '5203', '5271'] as const

type Post = { akun: string; peran: Peran; area?: readonly number[] }

const posts: readonly Post[] = [
  { akun: 'admin', peran: 'admin_satker' },
  { akun: 'ketua', peran: 'ketua' },
  { akun: 'anggota', peran: 'anggota' },
  { akun: 'sekretaris', peran: 'sekretaris' },
  { akun: 'kasubbag', peran: 'kasubbag' },
  { akun: 'koordinator1', peran: 'koordinator_area', area: [1, 2] },
  { akun: 'koordinator2', peran: 'koordinator_area', area: [3, 4] },
  { akun: 'koordinator3', peran: 'koordinator_area', area: [5, 6] },
  { akun: 'koordinator4', peran: 'koordinator_area', area: [7, 8] },
  { akun: 'tim', peran: 'anggota_tim', area: [1, 4] },
  { akun: 'agen', peran: 'agen_perubahan' },
  { akun: 'asesor', peran: 'asesor' },
  { akun: 'pembaca', peran: 'pembaca' },
]

const provincePost: Post = { akun: 'verifikator', peran: 'verifikator_provinsi' }
const nationalPost: Post = { akun: 'pengawas', peran: 'pengawas_nasional' }

const postsAt = (satkerKode: string): readonly Post[] => {
  if (satkerKode === '00') return [...posts, nationalPost]
  return satkerKode.length === 2 ? [...posts, provincePost] : posts
}

const givenNames =
  'Ratna Bayu Lestari Guntur Melati Wira Kartini Panji Sekar Jaya Anjani Surya Kirana Bagas Puspita Galih Widuri'.split(
    ' ',
  )
const familyNames =
  'Purwakarsa Tirtamaya Wanasari Girilaya Samudrajaya Mekarwangi Rimbasari Cendanapura Langitbiru Puncakjaya Ombaksegara Padangembun Kabutpagi'.split(
    ' ',
  )

/** Commissioners are no civil servants; born in 1900, so that no such number is anyone's. */
const nipOf = (post: Post, n: number): string | null =>
  ['ketua', 'anggota'].includes(post.peran) ? null : `19000101192501${String(1000 + n)}`

/** Invented people, every role at every sample office. */
export const samplePeople: readonly SamplePerson[] = sampleSatker
  .flatMap((satkerKode) => postsAt(satkerKode).map((post) => ({ satkerKode, post })))
  .map(({ satkerKode, post }, n) => ({
    satkerKode,
    akun: post.akun,
    nama: `${givenNames[n % givenNames.length]} ${familyNames[n % familyNames.length]}`,
    nip: nipOf(post, n),
    tugas: (post.area ?? [null]).map((area) => ({ peran: post.peran, area })),
  }))

export const sampleEmail = (person: { akun: string; satkerKode: string }): string =>
  `${person.akun}.${person.satkerKode}@${sampleDomain}`
