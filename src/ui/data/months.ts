import { monthName, monthShort } from '#platform/date.ts'
import type { GridMonth } from './month-grid.tsx'

/** The twelve columns of a year; `current` is 1 to 12, or nothing outside this year. */
export const monthsOfYear = (current?: number): GridMonth[] =>
  Array.from({ length: 12 }, (_, index) => ({
    label: monthName(index + 1),
    short: monthShort(index + 1),
    current: index + 1 === current,
  }))
