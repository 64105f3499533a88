import { StartFault } from '#platform/errors.ts'

const disk = 'Ruang cakram habis. Kosongkan, lalu jalankan lagi.'

const byCode: Readonly<Record<string, string>> = {
  ENOSPC: disk,
  '53100': disk,
  EDQUOT: 'Kuota cakram pengguna ini habis. Kosongkan, lalu jalankan lagi.',
  EMFILE: 'Terlalu banyak berkas terbuka. Naikkan batasnya dengan ulimit -n, lalu jalankan lagi.',
  '53300': 'Basis data penuh sambungan. Hentikan pemakai lain, lalu jalankan lagi.',
  '57P01': 'Basis data dihentikan ketika sedang dipakai. Jalankan lagi.',
  ECONNREFUSED: 'Basis data berhenti menjawab. Jalankan lagi.',
}
const noAccess = ['EACCES', 'EPERM', 'EROFS']

/** One sentence for the operator about what was thrown; the stack only of a fault that is ours. */
export function faultSentence(error: unknown): string {
  const { code, path, message, stack } = error as NodeJS.ErrnoException
  if (error instanceof StartFault) return message
  const known = byCode[code ?? '']
  if (known) return known
  if (path && noAccess.includes(code ?? ''))
    return `${path} tidak dapat dibaca atau ditulis oleh pengguna ini. Periksa pemilik dan izinnya, lalu jalankan lagi.`
  return `KPU HUB berhenti karena gangguan yang belum dikenal: ${stack ?? String(error)}`
}
