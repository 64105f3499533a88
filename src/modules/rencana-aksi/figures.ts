import { isLate, isOnTime, type SelState, selStateOf } from './sel.ts'
import type { ButirNode, ButirPlace } from './tree.ts'

export type PlanFigures = {
  /** the month up to which is counted, 0 before the plan's year, 12 after it */
  sampaiBulan: number
  /** obligations up to that month that were not waived, and how many of them are done */
  kewajiban: number
  selesai: number
  terlambat: number
  /** done within its window, of all that is done or late */
  tepatWaktu: number
  selesaiAtauTerlambat: number
  tanpaPenanggungJawab: number
}

/** The month of the plan in which a day lies: 0 before its year, 12 after it. */
export function monthIn(tahun: number, today: string): number {
  const year = Number(today.slice(0, 4))
  if (year !== tahun) return year < tahun ? 0 : 12
  return Number(today.slice(5, 7))
}

/** The figures on top of a plan, from its rows. */
export function figuresOf(
  places: readonly ButirPlace[],
  tahun: number,
  today: string,
): PlanFigures {
  const sampaiBulan = monthIn(tahun, today)
  const cells = places.flatMap(({ butir }) => butir.sel)
  const due = cells.filter((sel) => sel.bulan <= sampaiBulan && sel.status !== 'waived')
  const done = cells.filter((sel) => sel.status === 'done')
  const late = cells.filter((sel) => isLate(sel, today))
  return {
    sampaiBulan,
    kewajiban: due.length,
    selesai: due.filter((sel) => sel.status === 'done').length,
    terlambat: late.length,
    tepatWaktu: done.filter(isOnTime).length,
    selesaiAtauTerlambat: done.length + late.length,
    tanpaPenanggungJawab: places.filter(({ butir }) => !butir.penanggungJawab && !butir.unit)
      .length,
  }
}

export type ButirState = { state: SelState; selesai: number; jumlah: number; terlambat: number }

/** The state of a whole butir, from its cells: late before running before planned. */
export function butirState({ sel }: Pick<ButirNode, 'sel'>, today: string): ButirState {
  const states = sel.map((cell) => selStateOf(cell, today))
  const count = (state: SelState) => states.filter((one) => one === state).length
  const jumlah = states.length - count('waived')
  const counts = { selesai: count('done'), jumlah, terlambat: count('late') }
  if (counts.terlambat > 0) return { state: 'late', ...counts }
  if (states.length > 0 && jumlah === 0) return { state: 'waived', ...counts }
  if (jumlah > 0 && counts.selesai === jumlah) return { state: 'done', ...counts }
  const begun = counts.selesai > 0 || count('in_progress') > 0
  return { state: begun ? 'in_progress' : 'planned', ...counts }
}

export type Progress = {
  /** obligations that were not waived */
  jumlah: number
  selesai: number
  berjalan: number
  terlambat: number
}

/** How far an area, or any set of butir, is: what was done of everything planned for the year. */
export function progressOf(butir: readonly Pick<ButirNode, 'sel'>[], today: string): Progress {
  const states = butir.flatMap(({ sel }) => sel.map((cell) => selStateOf(cell, today)))
  const count = (state: SelState) => states.filter((one) => one === state).length
  return {
    jumlah: states.length - count('waived'),
    selesai: count('done'),
    berjalan: count('in_progress'),
    terlambat: count('late'),
  }
}

/** What narrows the month grid; '' and null mean everything. */
export type GridFilter = { area: string; orang: string; keadaan: SelState | '' }

export const isEmptyFilter = ({ area, orang, keadaan }: GridFilter): boolean =>
  area === '' && orang === '' && keadaan === ''

/** `orang` is the id of a person or a unit, or `-` for butir that no one answers for. */
export const narrow = (
  places: readonly ButirPlace[],
  { area, orang, keadaan }: GridFilter,
  today: string,
): ButirPlace[] =>
  places.filter(
    ({ area: { id }, butir }) =>
      (area === '' || area === id) &&
      (orang === '' || ownerIds(butir).includes(orang)) &&
      (keadaan === '' || butir.sel.some((sel) => selStateOf(sel, today) === keadaan)),
  )

const ownerIds = ({ penanggungJawab, unit }: ButirNode): string[] => {
  const ids = [penanggungJawab?.id, unit?.id].filter((id) => id !== undefined)
  return ids.length === 0 ? ['-'] : ids
}
