import { z } from 'zod'

/** renaksi/1: a decree with the action plan of its annex. Order is the key; null = not in the source. */

const tanggal = z.iso.date()
const bulan = z.int32().min(1).max(12)

const jadwal = z.object({
  bulan: z.array(bulan),
  mulai: tanggal.nullable().optional(),
  selesai: tanggal.nullable().optional(),
  asli: z.string().nullable().optional(),
})

const butir = z.object({
  label: z.string().nullable().optional(),
  uraian: z.string().nullable(),
  langkah: z.string().nullable(),
  indikator: z.array(z.string()),
  eviden: z.array(z.string()),
  jadwal: jadwal.nullable(),
  keterangan: z.string().nullable().optional(),
  baris: z.array(z.int32()).optional(),
  keyakinan: z.number().min(0).max(1).optional(),
})

const kegiatan = z.object({
  nomor: z.string().nullable().optional(),
  judul: z.string().nullable(),
  butir: z.array(butir),
})

const area = z.object({
  nomor: z.string().nullable().optional(),
  judul: z.string().nullable(),
  kegiatan: z.array(kegiatan),
})

const dasarHukum = z.object({
  kode: z.string(),
  judul: z.string(),
  perubahan: z.array(z.object({ kode: z.string(), judul: z.string() })).optional(),
})

const keputusan = z.object({
  penerbit: z.string(),
  tingkat: z.enum(['pusat', 'provinsi', 'kabupaten', 'kota']).optional(),
  wilayah: z.string().optional(),
  nomor: z.string(),
  tahun: z.int32(),
  judul: z.string(),
  tanggal,
  tempat: z.string().nullable().optional(),
  ketua: z.string().nullable().optional(),
  penyalin: z
    .object({ nama: z.string().nullable().optional(), jabatan: z.string().nullable().optional() })
    .nullable()
    .optional(),
  menimbang: z.array(z.string()).optional(),
  mengingat: z.array(dasarHukum).optional(),
  memperhatikan: z.array(z.string()).optional(),
  diktum: z.array(z.object({ label: z.string(), isi: z.string() })).optional(),
  mengubah: z.string().nullable().optional(),
})

const temuan = z.object({
  kode: z.string(),
  baris: z.array(z.int32()).optional(),
  pesan: z.string(),
  keputusan: z.string().optional(),
  alternatif: z.string().nullable().optional(),
})

export const renaksi = z.object({
  format: z.literal('renaksi/1'),
  sumber: z
    .object({
      nama: z.string(),
      sha256: z.string(),
      jenis: z.enum(['txt', 'pdf', 'docx', 'xlsx', 'csv', 'json']),
    })
    .partial()
    .optional(),
  keputusan,
  rencana: z.object({
    jenis: z.enum(['ZI', 'RB']),
    tahun: z.int32(),
    bobot: z
      .array(
        z
          .object({
            kelompok: z.enum(['pengungkit', 'hasil']),
            nama: z.string(),
            persen: z.number(),
          })
          .partial(),
      )
      .optional(),
    area: z.array(area),
  }),
  temuan: z.array(temuan).optional(),
  sisa: z.array(z.object({ baris: z.int32(), teks: z.string() })).optional(),
})

export type Renaksi = z.infer<typeof renaksi>
export type RenaksiKeputusan = z.infer<typeof keputusan>
export type RenaksiDasarHukum = z.infer<typeof dasarHukum>
export type RenaksiArea = z.infer<typeof area>
export type RenaksiKegiatan = z.infer<typeof kegiatan>
export type RenaksiButir = z.infer<typeof butir>
export type RenaksiJadwal = z.infer<typeof jadwal>
export type Temuan = z.infer<typeof temuan>
export type Sisa = { baris: number; teks: string }
