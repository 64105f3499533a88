import type { GridMonth } from './month-grid.tsx'

const names = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]

/** The twelve columns of a year; `current` is 1 to 12, or nothing outside this year. */
export const monthsOfYear = (current?: number): GridMonth[] =>
  names.map((label, index) => ({
    label,
    short: label === 'Agustus' ? 'Agt' : label.slice(0, 3),
    current: index + 1 === current,
  }))
