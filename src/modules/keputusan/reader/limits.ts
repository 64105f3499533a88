import { UnreadableFile } from './unreadable-file.ts'

const mebibyte = 1024 * 1024

/** What a decree may measure at most. A decree of 80 pages has some 200 KB of text and 3 000 cells. */
export const limits = {
  fileBytes: 30 * mebibyte,
  textBytes: 8 * mebibyte,
  /** of one part inside a DOCX or XLSX, unpacked */
  partBytes: 40 * mebibyte,
  zipEntries: 4000,
  /** unpacked ÷ packed size; ordinary XML stays below 60 */
  zipRatio: 250,
  pages: 300,
  lines: 40_000,
  columns: 200,
  cells: 400_000,
} as const

export function tooLarge(bytes: number): UnreadableFile {
  const size = (bytes / mebibyte).toLocaleString('id-ID', { maximumFractionDigits: 1 })
  return new UnreadableFile(
    `Berkas berukuran ${size} MB, lebih besar dari batas ${limits.fileBytes / mebibyte} MB. ` +
      'Unggah hanya keputusan dan lampirannya, atau perkecil gambar di dalamnya lebih dahulu.',
  )
}

export function tooManyColumns(): UnreadableFile {
  return new UnreadableFile(
    `Tabel di dalam berkas mempunyai lebih dari ${limits.columns} kolom, sehingga bukan tabel rencana aksi. ` +
      'Hapus kolom yang tidak dipakai, simpan, lalu unggah kembali.',
  )
}

export function tooMuchContent(): UnreadableFile {
  return new UnreadableFile(
    'Isi berkas terlalu besar untuk sebuah keputusan dengan rencana aksinya. ' +
      'Simpan bagian keputusan dan lampirannya saja dalam berkas tersendiri, lalu unggah kembali.',
  )
}
