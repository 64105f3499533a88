import type {
  Renaksi,
  RenaksiArea,
  RenaksiButir,
  RenaksiDasarHukum,
  RenaksiJadwal,
  RenaksiKegiatan,
  RenaksiKeputusan,
} from '#modules/keputusan'
import { sureFrom } from './impor.ts'

/** What every node of the corrected plan has: a name that stays, and a version for its editors. */
type Node = { id: string; versi: number }

export type SuntinganButir = Node & {
  label: string | null
  uraian: string | null
  langkah: string | null
  indikator: string[]
  eviden: string[]
  jadwal: RenaksiJadwal | null
  keterangan: string | null
  /** lines of the source */
  baris: number[]
  keyakinan: number | null
  /** a person has looked at it or changed it */
  diperiksa: boolean
}

export type SuntinganKegiatan = Node & {
  nomor: string | null
  judul: string | null
  butir: SuntinganButir[]
}

export type SuntinganArea = Node & {
  nomor: string | null
  judul: string | null
  kegiatan: SuntinganKegiatan[]
}

/** The facts of a decree; null where neither reader nor person knows yet. */
export type SuntinganKeputusan = {
  versi: number
  penerbit: string | null
  nomor: string | null
  tahun: number | null
  judul: string | null
  tanggal: string | null
  tempat: string | null
  ketua: string | null
  penyalinNama: string | null
  penyalinJabatan: string | null
  mengubah: string | null
  /** number of the minutes of the plenary meeting that the decree rests on */
  beritaAcara: string | null
  menimbang: string[]
  mengingat: RenaksiDasarHukum[]
  memperhatikan: string[]
  diktum: { label: string; isi: string }[]
}

/** What an import has become so far: the reading, with what people have corrected. */
export type Suntingan = {
  keputusan: SuntinganKeputusan
  jenis: 'ZI' | 'RB' | null
  tahun: number | null
  bobot: NonNullable<Renaksi['rencana']['bobot']>
  area: SuntinganArea[]
  /** the number that the next node takes */
  berikut: number
}

/** A reading as people begin to correct it. What the reader had to invent stands empty. */
export function suntinganFrom(renaksi: Renaksi): Suntingan {
  let last = 0
  const node = (): Node => ({ id: `n${++last}`, versi: 1 })
  const butirFrom = (butir: RenaksiButir): SuntinganButir => ({
    ...node(),
    label: butir.label ?? null,
    uraian: butir.uraian,
    langkah: butir.langkah,
    indikator: butir.indikator,
    eviden: butir.eviden,
    jadwal: butir.jadwal,
    keterangan: butir.keterangan ?? null,
    baris: butir.baris ?? [],
    keyakinan: butir.keyakinan ?? null,
    diperiksa: false,
  })
  const kegiatanFrom = ({ nomor, judul, butir }: RenaksiKegiatan): SuntinganKegiatan => ({
    ...node(),
    nomor: nomor ?? null,
    judul,
    butir: butir.map(butirFrom),
  })
  const areaFrom = ({ nomor, judul, kegiatan }: RenaksiArea): SuntinganArea => ({
    ...node(),
    nomor: nomor ?? null,
    judul,
    kegiatan: kegiatan.map(kegiatanFrom),
  })
  const { rencana } = renaksi
  const area = rencana.area.map(areaFrom)
  const keputusan = keputusanFrom(renaksi)
  return {
    keputusan,
    jenis: rencana.jenis,
    tahun: invented(renaksi, 'tahun') ? null : rencana.tahun,
    bobot: rencana.bobot ?? [],
    area,
    berikut: last + 1,
  }
}

/** Did the reader say that it found nothing for this fact? Then its value is a stopgap. */
const invented = ({ temuan = [] }: Renaksi, fact: string): boolean =>
  temuan.some(({ kode }) => kode === `${fact}-tidak-ada`)

function keputusanFrom(renaksi: Renaksi): SuntinganKeputusan {
  const { keputusan: k } = renaksi
  return {
    versi: 1,
    penerbit: k.penerbit || null,
    nomor: k.nomor || null,
    tahun: invented(renaksi, 'tahun') ? null : k.tahun,
    judul: k.judul || null,
    tanggal: invented(renaksi, 'tanggal') ? null : k.tanggal,
    tempat: k.tempat ?? null,
    ketua: k.ketua ?? null,
    penyalinNama: k.penyalin?.nama ?? null,
    penyalinJabatan: k.penyalin?.jabatan ?? null,
    mengubah: k.mengubah ?? null,
    beritaAcara: beritaAcaraIn([...(k.menimbang ?? []), ...(k.memperhatikan ?? [])]),
    menimbang: k.menimbang ?? [],
    mengingat: k.mengingat ?? [],
    memperhatikan: k.memperhatikan ?? [],
    diktum: k.diktum ?? [],
  }
}

/** "Berita Acara … Nomor 09/ORT.07-BA/15/2026 tentang …" → its number. */
export function beritaAcaraIn(clauses: readonly string[]): string | null {
  const pattern = /berita\s+acara\b[^;]*?\bnomor\s*:?\s*(\d\S*(?:\s+tahun\s+\d{4})?)/i
  for (const clause of clauses) {
    const nomor = pattern.exec(clause)?.[1]
    if (nomor) return nomor.replace(/[.,;]$/, '')
  }
  return null
}

/** A fact that a decree cannot do without, and where it is typed. */
export type Missing = { field: string; kalimat: string }

/** What still stands in the way of taking this into the register. */
export function missingFacts({ keputusan, jenis, tahun, area }: Suntingan): Missing[] {
  const facts: [string, unknown, string][] = [
    ['nomor', keputusan.nomor, 'Nomor keputusan belum diisi.'],
    ['tahun', keputusan.tahun, 'Tahun keputusan belum diisi.'],
    ['tanggal', keputusan.tanggal, 'Tanggal penetapan belum diisi.'],
    ['judul', keputusan.judul, 'Judul keputusan belum diisi.'],
    ['jenis', jenis, 'Jenis rencana (ZI atau RB) belum dipilih.'],
    ['tahunRencana', tahun, 'Tahun rencana belum diisi.'],
  ]
  const missing = facts
    .filter(([, value]) => value === null)
    .map(([field, , kalimat]) => ({ field, kalimat }))
  const outside = tahun !== null && (tahun < 2000 || tahun > 2100)
  if (outside) missing.push({ field: 'tahunRencana', kalimat: 'Tahun rencana harus 2000–2100.' })
  const empty = area.every(({ kegiatan }) => kegiatan.every(({ butir }) => butir.length === 0))
  if (!empty) return missing
  return [...missing, { field: 'area', kalimat: 'Rencana belum memuat satu butir pun.' }]
}

/** The corrected reading as renaksi/1. Throws when facts are missing: ask `missingFacts` first. */
export function renaksiFrom(suntingan: Suntingan, hasil: Renaksi): Renaksi {
  const { keputusan: k, jenis, tahun, bobot, area } = suntingan
  return {
    ...hasil,
    keputusan: keputusanOf(k, hasil.keputusan),
    rencana: { jenis: known(jenis), tahun: known(tahun), bobot, area: area.map(areaOf) },
  }
}

function keputusanOf(k: SuntinganKeputusan, read: RenaksiKeputusan): RenaksiKeputusan {
  return {
    ...read,
    penerbit: k.penerbit ?? '',
    nomor: known(k.nomor),
    tahun: known(k.tahun),
    judul: known(k.judul),
    tanggal: known(k.tanggal),
    tempat: k.tempat,
    ketua: k.ketua,
    penyalin:
      k.penyalinNama || k.penyalinJabatan
        ? { nama: k.penyalinNama, jabatan: k.penyalinJabatan }
        : null,
    mengubah: k.mengubah,
    menimbang: k.menimbang,
    mengingat: k.mengingat,
    memperhatikan: k.memperhatikan,
    diktum: k.diktum,
  }
}

const areaOf = ({ nomor, judul, kegiatan }: SuntinganArea): RenaksiArea => ({
  nomor,
  judul,
  kegiatan: kegiatan.map((each) => ({
    nomor: each.nomor,
    judul: each.judul,
    butir: each.butir.map(butirOf),
  })),
})

const butirOf = ({ id: _, versi: __, diperiksa, ...butir }: SuntinganButir): RenaksiButir => {
  const { keyakinan, ...rest } = butir
  if (diperiksa) return { ...rest, keyakinan: 1 }
  return keyakinan === null ? rest : { ...rest, keyakinan }
}

function known<T>(value: T | null): T {
  if (value === null) throw new Error('a fact is missing')
  return value
}

/** Should a person look at this row? */
export const needsLook = ({ keyakinan, diperiksa }: SuntinganButir): boolean =>
  !diperiksa && keyakinan !== null && keyakinan < sureFrom

export type ButirPlace = { area: SuntinganArea; kegiatan: SuntinganKegiatan; butir: SuntinganButir }

/** Every row with the area and kegiatan that it stands in, in order. */
export const placesOf = (area: readonly SuntinganArea[]): ButirPlace[] =>
  area.flatMap((each) =>
    each.kegiatan.flatMap((kegiatan) =>
      kegiatan.butir.map((butir) => ({ area: each, kegiatan, butir })),
    ),
  )
