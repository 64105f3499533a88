/** What is received. Everything else is refused with the sentence of `refusals` or the general one. */
type Kind = {
  /** endings of names, the usual one first */
  endings: readonly string[]
  /** may be shown by a browser instead of being saved */
  shown?: true
  /** coded anew, so that nothing but the picture is left */
  recoded?: 'jpeg' | 'png' | 'webp'
}

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'

const kinds: Readonly<Record<string, Kind>> = {
  'application/pdf': { endings: ['pdf'], shown: true },
  'image/jpeg': { endings: ['jpg', 'jpeg', 'jpe', 'jfif'], shown: true, recoded: 'jpeg' },
  'image/png': { endings: ['png'], shown: true, recoded: 'png' },
  'image/webp': { endings: ['webp'], shown: true, recoded: 'webp' },
  [`${office}.wordprocessingml.document`]: { endings: ['docx'] },
  [`${office}.spreadsheetml.sheet`]: { endings: ['xlsx'] },
  [`${office}.presentationml.presentation`]: { endings: ['pptx'] },
  [`${open}.text`]: { endings: ['odt'] },
  [`${open}.spreadsheet`]: { endings: ['ods'] },
  [`${open}.presentation`]: { endings: ['odp'] },
  'application/msword': { endings: ['doc'] },
  'application/vnd.ms-excel': { endings: ['xls'] },
  'application/vnd.ms-powerpoint': { endings: ['ppt'] },
  'text/plain': { endings: ['txt', 'md', 'log'] },
  'text/csv': { endings: ['csv'] },
  'video/mp4': { endings: ['mp4', 'm4v'], shown: true },
  'video/webm': { endings: ['webm'], shown: true },
  'video/quicktime': { endings: ['mov'] },
  'video/3gpp': { endings: ['3gp'] },
  'audio/mpeg': { endings: ['mp3'], shown: true },
  'audio/mp4': { endings: ['m4a'], shown: true },
  'application/zip': { endings: ['zip'] },
}

export const isReceived = (contentType: string): boolean => contentType in kinds
export const isShown = (contentType: string): boolean => kinds[contentType]?.shown ?? false
export const endingsOf = (contentType: string): readonly string[] =>
  kinds[contentType]?.endings ?? []
export const recodedAs = (contentType: string): Kind['recoded'] | null =>
  kinds[contentType]?.recoded ?? null

/** Names that the recogniser gives to what we call otherwise. */
export const sameKinds: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
}

const heic =
  'Foto HEIC belum dapat dibaca. Di iPhone: Pengaturan › Kamera › Format › Paling Kompatibel, atau kirim foto sebagai JPEG.'
const macro =
  'Dokumen ini memuat makro. Simpan tanpa makro sebagai DOCX, XLSX, PPTX, atau PDF, lalu kirim lagi.'
const archive =
  'Arsip jenis ini tidak diterima. Kemas ulang sebagai ZIP, atau kirim berkasnya satu per satu.'
const picture =
  'Gambar jenis ini tidak diterima. Simpan sebagai JPEG, PNG, atau PDF, lalu kirim lagi.'
const program = 'Program tidak diterima sebagai berkas.'

export const page =
  'Halaman web, SVG, dan skrip tidak diterima karena dapat menjalankan perintah. Simpan sebagai PDF atau gambar, lalu kirim lagi.'
export const otherKind =
  'Jenis berkas ini tidak diterima. Kirim sebagai PDF, JPEG, PNG, WebP, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV, TXT, MP4, WebM, MP3, M4A, atau ZIP.'
export const encrypted =
  'Dokumen ini terkunci kata sandi, sehingga tidak dapat diperiksa. Simpan tanpa kata sandi, lalu kirim lagi.'
export const withMacro = macro

export const refusals: Readonly<Record<string, string>> = {
  'image/heic': heic,
  'image/heif': heic,
  'image/heic-sequence': heic,
  'image/avif': picture,
  'image/gif': picture,
  'image/tiff': picture,
  'image/bmp': picture,
  'image/svg+xml': page,
  'application/xml': page,
  'text/html': page,
  'application/vnd.rar': archive,
  'application/x-7z-compressed': archive,
  'application/gzip': archive,
  'application/x-tar': archive,
  'application/x-msdownload': program,
  'application/x-elf': program,
  'application/x-mach-binary': program,
  'application/java-archive': program,
  'application/vnd.android.package-archive': program,
  'application/vnd.ms-word.document.macroenabled.12': macro,
  'application/vnd.ms-excel.sheet.macroenabled.12': macro,
  'application/vnd.ms-powerpoint.presentation.macroenabled.12': macro,
}
