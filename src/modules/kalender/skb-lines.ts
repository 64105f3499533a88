import { monthName } from '#platform/date.ts'

export type HariSkb = {
  tanggal: string
  jenis: 'libur_nasional' | 'cuti_bersama'
  nama: string
}

/**
 * Reads the days of a joint decree as typed or pasted from a sheet, one a line:
 * `1 Januari 2028; libur nasional; Tahun Baru 2028 Masehi`. Problems name their line.
 */
export function readSkbLines(text: string, tahun: number): { hari: HariSkb[]; problems: string[] } {
  const hari: HariSkb[] = []
  const problems: string[] = []
  for (const [i, line] of text.split('\n').entries()) {
    if (!line.trim()) continue
    const read = readLine(line, tahun)
    if (typeof read === 'string') problems.push(`Baris ${i + 1}: ${read}`)
    else if (hari.some(({ tanggal }) => tanggal === read.tanggal))
      problems.push(`Baris ${i + 1}: tanggal ini sudah disebut di baris sebelumnya.`)
    else hari.push(read)
  }
  return { hari, problems }
}

function readLine(line: string, tahun: number): HariSkb | string {
  const [date = '', kind = '', ...rest] = line.split(/[;\t]/).map((part) => part.trim())
  const nama = rest.join('; ')
  const tanggal = readDate(date)
  if (!tanggal) return 'tulis tanggal seperti 1 Januari 2028 atau 2028-01-01.'
  if (!tanggal.startsWith(`${tahun}-`)) return `tanggalnya bukan di tahun ${tahun}.`
  const jenis = /cuti/i.test(kind) ? 'cuti_bersama' : 'libur_nasional'
  if (!/cuti|libur/i.test(kind))
    return 'sesudah tanggal tulis "libur nasional" atau "cuti bersama".'
  if (nama.length < 3 || nama.length > 200) return 'tulis nama harinya di bagian ketiga.'
  return { tanggal, jenis, nama }
}

/** 2028-01-01, 1/1/2028 or 1 Januari 2028, if the calendar has such a day. */
function readDate(text: string): string | null {
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text)
  const slashed = /^(\d\d?)[/-](\d\d?)[/-](\d{4})$/.exec(text)
  const named = /^(\d\d?) ([a-z]+) (\d{4})$/i.exec(text)
  if (iso) return realDate(iso[1], iso[2], iso[3])
  if (slashed) return realDate(slashed[3], slashed[2], slashed[1])
  if (named) return realDate(named[3], String(monthOf(named[2] ?? '')), named[1])
  return null
}

const monthOf = (name: string): number =>
  Array.from({ length: 12 }, (_, i) => i + 1).find(
    (bulan) => monthName(bulan).toLowerCase() === name.toLowerCase(),
  ) ?? 0

function realDate(year = '', month = '', day = ''): string | null {
  const tanggal = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const parsed = new Date(`${tanggal}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(tanggal)
    ? tanggal
    : null
}
