import { SSF } from '@e965/xlsx'

/** The part of SheetJS's number formatter in use; its own types leave it open. */
const formatter: {
  format: (code: number | string, value: number, options: { date1904: boolean }) => string
  is_date: (code: string) => boolean
  get_table: () => Record<number, string>
} = SSF

const months: Record<string, string> = {
  January: 'Januari',
  February: 'Februari',
  March: 'Maret',
  April: 'April',
  May: 'Mei',
  June: 'Juni',
  July: 'Juli',
  August: 'Agustus',
  September: 'September',
  October: 'Oktober',
  November: 'November',
  December: 'Desember',
}
const shortMonths: Record<string, string> = { May: 'Mei', Aug: 'Agu', Oct: 'Okt', Dec: 'Des' }

/** Excel shows this built-in date by the language of the computer. */
const localDate = 14

/** A number or date as Excel shows it on a computer set to Indonesian. */
export function formatNumber(value: number, format: number | string, from1904: boolean): string {
  const code = format === localDate ? 'dd/mm/yyyy' : format
  const shown = tryFormat(value, code, from1904)
  const pattern = typeof code === 'number' ? (formatter.get_table()[code] ?? '') : code
  if (!formatter.is_date(pattern)) return shown
  return shown
    .replace(/\b[A-Z][a-z]{2,}\b/g, (word) => months[word] ?? shortMonths[word] ?? word)
    .trim()
}

function tryFormat(value: number, code: number | string, date1904: boolean): string {
  try {
    return formatter.format(code, value, { date1904 }).trim()
  } catch {
    return String(value)
  }
}
