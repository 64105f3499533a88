import { z } from 'zod'
import { linesOf } from './grid.ts'
import { tindakan } from './temuan.ts'

const text = (most: number, name: string) =>
  z
    .string()
    .default('')
    .transform((value) => value.replaceAll('\r\n', '\n').trim())
    .refine(
      (value) => value.length <= most,
      `${name} terlalu panjang, paling banyak ${most} huruf.`,
    )

const optionalText = (most: number, name: string) =>
  text(most, name).transform((value) => value || null)

const lines = (name: string) => text(60_000, name).transform(linesOf)

const versi = z.coerce.number('Muat ulang halaman, lalu coba lagi.').int()

const year = (name: string) =>
  z
    .string()
    .default('')
    .transform((value) => value.trim())
    .refine(
      (value) => value === '' || /^(?:19|20)\d\d$/.test(value),
      `${name} ditulis dengan empat angka, misalnya 2026.`,
    )
    .transform((value) => (value === '' ? null : Number(value)))

const date = z
  .string()
  .default('')
  .transform((value) => value.trim() || null)
  .refine(
    (value) => value === null || z.iso.date().safeParse(value).success,
    'Tulis tanggal lengkap, misalnya 2026-02-03.',
  )

/** "PermenPANRB 90/2021 | judul", with amendments on the lines below it that begin with ">". */
const mengingat = lines('Mengingat').transform((all) => {
  const found: { kode: string; judul: string; perubahan: { kode: string; judul: string }[] }[] = []
  for (const line of all) {
    const [kode = '', ...rest] = line.replace(/^>\s*/, '').split('|')
    const rule = { kode: kode.trim(), judul: rest.join('|').trim() }
    const last = found.at(-1)
    if (line.startsWith('>') && last) last.perubahan.push(rule)
    else found.push({ ...rule, perubahan: [] })
  }
  return found
})

/** "KESATU | isi" on each line. */
const diktum = lines('Diktum').transform((all) =>
  all.map((line) => {
    const [label = '', ...rest] = line.split('|')
    return rest.length === 0
      ? { label: '', isi: label.trim() }
      : { label: label.trim(), isi: rest.join('|').trim() }
  }),
)

/** The facts of a decree. None is required while it is being checked; taking over asks for them. */
export const factsForm = z.object({
  versi,
  penerbit: optionalText(300, 'Penerbit'),
  nomor: optionalText(100, 'Nomor'),
  tahun: year('Tahun keputusan'),
  tanggal: date,
  judul: optionalText(2000, 'Judul'),
  tempat: optionalText(100, 'Tempat'),
  ketua: optionalText(200, 'Nama ketua'),
  penyalinNama: optionalText(200, 'Nama penyalin'),
  penyalinJabatan: optionalText(200, 'Jabatan penyalin'),
  mengubah: optionalText(100, 'Nomor keputusan yang diubah'),
  beritaAcara: optionalText(100, 'Nomor berita acara'),
  jenis: z
    .enum(['ZI', 'RB', ''], 'Pilih jenis rencana.')
    .default('')
    .transform((value) => value || null),
  tahunRencana: year('Tahun rencana'),
  menimbang: lines('Menimbang'),
  mengingat,
  memperhatikan: lines('Memperhatikan'),
  diktum,
})

/** The cells of a row on a page of its own; `jadwal` is understood later, with the plan's year. */
export const rowForm = z.object({
  versi,
  label: optionalText(20, 'Label'),
  uraian: text(10_000, 'Uraian'),
  langkah: text(10_000, 'Langkah aksi'),
  indikator: text(10_000, 'Indikator'),
  eviden: text(10_000, 'Eviden'),
  jadwal: text(300, 'Jadwal'),
  keterangan: optionalText(2000, 'Keterangan'),
})

const half = (name: string) => ({
  uraian: optionalText(10_000, `Uraian ${name}`),
  langkah: optionalText(10_000, `Langkah ${name}`),
  indikator: lines(`Indikator ${name}`),
  eviden: lines(`Eviden ${name}`),
})

const first = half('pertama')
const second = half('kedua')

export const splitForm = z.object({
  versi,
  uraian1: first.uraian,
  langkah1: first.langkah,
  indikator1: first.indikator,
  eviden1: first.eviden,
  uraian2: second.uraian,
  langkah2: second.langkah,
  indikator2: second.indikator,
  eviden2: second.eviden,
})

export const sectionForm = z.object({
  versi,
  nomor: optionalText(20, 'Nomor'),
  judul: optionalText(1000, 'Judul'),
})

export const versionForm = z.object({ versi })

/** What is added, and below what. */
export const addForm = z.object({
  jenis: z.enum(['tambah-area', 'tambah-kegiatan', 'tambah-butir'], 'Pilih yang ditambahkan.'),
  induk: z.string().default(''),
})

export const decisionForm = z.object({
  tindakan: z.enum(tindakan, 'Pilih: diterima atau diperbaiki.'),
  catatan: optionalText(1000, 'Catatan'),
})

/** Where to go back to after accepting what is left. */
export const remainingForm = z.object({ kembali: z.string().default('') })

/** A grid's cells are read by their columns; see `postedRows`. */
export const gridForm = z.looseObject({})
