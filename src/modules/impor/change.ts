import { notFound, refused, refuseIf } from '#platform/errors.ts'
import { joined } from './join-butir.ts'
import type {
  Suntingan,
  SuntinganArea,
  SuntinganButir,
  SuntinganKegiatan,
  SuntinganKeputusan,
} from './suntingan.ts'

export type ButirValues = Pick<
  SuntinganButir,
  'label' | 'uraian' | 'langkah' | 'indikator' | 'eviden' | 'jadwal' | 'keterangan' | 'diperiksa'
>
export type KeputusanValues = Omit<SuntinganKeputusan, 'versi'> & {
  jenis: Suntingan['jenis']
  tahunRencana: number | null
}

/** What a person can do to the corrected reading. `versi` is the one that was seen when it was typed. */
export type Change =
  | { jenis: 'butir'; id: string; versi: number; nilai: Partial<ButirValues> }
  | { jenis: 'bagian'; id: string; versi: number; nomor: string | null; judul: string | null }
  | { jenis: 'keputusan'; versi: number; nilai: Partial<KeputusanValues> }
  | { jenis: 'tambah-area' }
  | { jenis: 'tambah-kegiatan'; areaId: string }
  | { jenis: 'tambah-butir'; kegiatanId: string }
  | { jenis: 'hapus'; id: string; versi: number }
  | { jenis: 'pecah'; id: string; versi: number; pertama: Texts; kedua: Texts }
  | { jenis: 'gabung'; id: string; versi: number }

/** The fields that a split divides between two rows. */
export type Texts = Pick<ButirValues, 'uraian' | 'langkah' | 'indikator' | 'eviden'>

/** What was there and what came in its place, for the audit chain. */
export type Applied = { suntingan: Suntingan; sebelum: unknown; sesudah: unknown }

/** What an editor whose page was old is shown: both sides, so that nothing typed is lost. */
export type Conflict = { id: string; sekarang: unknown; diketik: unknown }

export const conflictMessage =
  'Bagian ini sudah diubah orang lain sejak halaman dibuka. Periksa kedua isian di bawah, lalu simpan lagi.'

/** Does one change. Refuses (409) what is out of date or against the rules; 404 for what is not there. */
export function applyChange(suntingan: Suntingan, change: Change): Applied {
  switch (change.jenis) {
    case 'butir':
      return changeButir(suntingan, change)
    case 'bagian':
      return changeSection(suntingan, change)
    case 'keputusan':
      return changeKeputusan(suntingan, change)
    case 'pecah':
      return splitButir(suntingan, change)
    case 'gabung':
      return joinButir(suntingan, change)
    case 'hapus':
      return removeNode(suntingan, change)
    default:
      return addNode(suntingan, change)
  }
}

type Of<J extends Change['jenis']> = Extract<Change, { jenis: J }>

function changeButir(s: Suntingan, { id, versi, nilai }: Of<'butir'>): Applied {
  const butir = findButir(s, id)
  const sebelum = pick(butir, nilai)
  if (isSame(sebelum, nilai)) return { suntingan: s, sebelum, sesudah: sebelum }
  checkVersion(butir, versi, nilai)
  const texts = Object.keys(nilai).some((key) => key !== 'diperiksa')
  const after: SuntinganButir = {
    ...butir,
    ...nilai,
    diperiksa: nilai.diperiksa ?? (texts || butir.diperiksa),
    versi: butir.versi + 1,
  }
  refuseIf(!after.uraian && !after.langkah, emptyButir)
  return { suntingan: withButir(s, id, () => [after]), sebelum, sesudah: nilai }
}

function changeSection(s: Suntingan, change: Of<'bagian'>): Applied {
  const { id, versi, nomor, judul } = change
  const section = sectionsOf(s).find((each) => each.id === id)
  if (!section) throw notFound('Area atau kegiatan')
  const sebelum = { nomor: section.nomor, judul: section.judul }
  const sesudah = { nomor, judul }
  if (isSame(sebelum, sesudah)) return { suntingan: s, sebelum, sesudah }
  checkVersion(section, versi, sesudah)
  const changed = <S extends SuntinganArea | SuntinganKegiatan>(each: S): S =>
    each.id === id ? { ...each, ...sesudah, versi: each.versi + 1 } : each
  const area = s.area.map((each) =>
    changed({ ...each, kegiatan: each.kegiatan.map((kegiatan) => changed(kegiatan)) }),
  )
  return { suntingan: { ...s, area }, sebelum, sesudah }
}

function changeKeputusan(s: Suntingan, { versi, nilai }: Of<'keputusan'>): Applied {
  const present: KeputusanValues = { ...s.keputusan, jenis: s.jenis, tahunRencana: s.tahun }
  const sebelum = pick(present, nilai)
  if (isSame(sebelum, nilai)) return { suntingan: s, sebelum, sesudah: sebelum }
  checkVersion({ ...s.keputusan, id: 'keputusan' }, versi, nilai)
  const { jenis = s.jenis, tahunRencana = s.tahun, ...facts } = nilai
  const keputusan = { ...s.keputusan, ...facts, versi: s.keputusan.versi + 1 }
  return { suntingan: { ...s, keputusan, jenis, tahun: tahunRencana }, sebelum, sesudah: nilai }
}

function splitButir(s: Suntingan, { id, versi, pertama, kedua }: Of<'pecah'>): Applied {
  const butir = findButir(s, id)
  checkVersion(butir, versi, { pertama, kedua })
  for (const texts of [pertama, kedua]) refuseIf(!texts.uraian && !texts.langkah, emptyButir)
  const first = { ...butir, ...pertama, versi: butir.versi + 1, diperiksa: true }
  const second = { ...butir, ...kedua, label: null, id: nextId(s), versi: 1, diperiksa: true }
  return {
    suntingan: { ...withButir(s, id, () => [first, second]), berikut: s.berikut + 1 },
    sebelum: butir,
    sesudah: { pertama, kedua, idKedua: second.id },
  }
}

function joinButir(s: Suntingan, { id, versi }: Of<'gabung'>): Applied {
  const kegiatan = kegiatanOf(s).find((each) => each.butir.some((butir) => butir.id === id))
  const at = kegiatan?.butir.findIndex((butir) => butir.id === id) ?? -1
  const butir = kegiatan?.butir[at]
  if (!butir) throw notFound('Butir')
  checkVersion(butir, versi, null)
  const above = kegiatan?.butir[at - 1]
  if (!above) throw refused('Butir pertama dalam kegiatan tidak punya butir di atasnya.')
  const both = joined(above, butir)
  const without = withButir(s, id, () => [])
  return {
    suntingan: withButir(without, above.id, () => [both]),
    sebelum: [above, butir],
    sesudah: both,
  }
}

function removeNode(s: Suntingan, { id, versi }: Of<'hapus'>): Applied {
  const node = [...sectionsOf(s), ...kegiatanOf(s).flatMap(({ butir }) => butir)].find(
    (each) => each.id === id,
  )
  if (!node) throw notFound('Baris')
  checkVersion(node, versi, null)
  const area = s.area
    .filter((each) => each.id !== id)
    .map((each) => ({ ...each, kegiatan: each.kegiatan.filter((kegiatan) => kegiatan.id !== id) }))
  return {
    suntingan: withButir({ ...s, area }, id, () => []),
    sebelum: node,
    sesudah: null,
  }
}

type Adding = Of<'tambah-area'> | Of<'tambah-kegiatan'> | Of<'tambah-butir'>

function addNode(s: Suntingan, change: Adding): Applied {
  const node = { id: nextId(s), versi: 1 }
  const section = { ...node, nomor: null, judul: null }
  const berikut = s.berikut + 1
  const done = (area: SuntinganArea[]): Applied => ({
    suntingan: { ...s, area, berikut },
    sebelum: null,
    sesudah: { id: node.id },
  })
  if (change.jenis === 'tambah-area') return done([...s.area, { ...section, kegiatan: [] }])
  if (change.jenis === 'tambah-kegiatan') {
    if (!s.area.some(({ id }) => id === change.areaId)) throw notFound('Area')
    return done(
      s.area.map((area) =>
        area.id === change.areaId
          ? { ...area, kegiatan: [...area.kegiatan, { ...section, butir: [] }] }
          : area,
      ),
    )
  }
  const { kegiatanId } = change
  if (!kegiatanOf(s).some(({ id }) => id === kegiatanId)) throw notFound('Kegiatan')
  return done(
    withKegiatan(s.area, (kegiatan) =>
      kegiatan.id === kegiatanId
        ? { ...kegiatan, butir: [...kegiatan.butir, newButir(node)] }
        : kegiatan,
    ),
  )
}

const newButir = (node: { id: string; versi: number }): SuntinganButir => ({
  ...node,
  label: null,
  uraian: 'Butir baru',
  langkah: null,
  indikator: [],
  eviden: [],
  jadwal: null,
  keterangan: null,
  baris: [],
  keyakinan: null,
  diperiksa: false,
})

const emptyButir = 'Uraian atau langkah harus diisi: butir tanpa keduanya tidak dapat disimpan.'

const nextId = ({ berikut }: Suntingan): string => `n${berikut}`

const kegiatanOf = (s: Suntingan) => s.area.flatMap(({ kegiatan }) => kegiatan)

const sectionsOf = (s: Suntingan): (SuntinganArea | SuntinganKegiatan)[] => [
  ...s.area,
  ...kegiatanOf(s),
]

function findButir(s: Suntingan, id: string): SuntinganButir {
  const butir = kegiatanOf(s)
    .flatMap((kegiatan) => kegiatan.butir)
    .find((each) => each.id === id)
  if (!butir) throw notFound('Butir')
  return butir
}

/** The rows that take the place of one row. */
const withButir = (s: Suntingan, id: string, become: () => SuntinganButir[]): Suntingan => ({
  ...s,
  area: withKegiatan(s.area, (kegiatan) => ({
    ...kegiatan,
    butir: kegiatan.butir.flatMap((butir) => (butir.id === id ? become() : [butir])),
  })),
})

const withKegiatan = (
  area: SuntinganArea[],
  become: (kegiatan: SuntinganKegiatan) => SuntinganKegiatan,
): SuntinganArea[] => area.map((each) => ({ ...each, kegiatan: each.kegiatan.map(become) }))

function checkVersion(node: { id: string; versi: number }, versi: number, diketik: unknown): void {
  if (node.versi === versi) return
  const conflict: Conflict = { id: node.id, sekarang: node, diketik }
  throw refused(conflictMessage, conflict)
}

/** The present values of the fields that a change names. */
const pick = <T extends object>(node: T, nilai: Partial<T>): Partial<T> =>
  Object.fromEntries(Object.keys(nilai).map((key) => [key, node[key as keyof T]])) as Partial<T> // keys come from nilai

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
