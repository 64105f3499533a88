import type { Caller } from '#platform/command.ts'
import type { SampleMark } from './sample-progress.ts'

/** The moments at which the people of a sample office act; none lies after the last one it may have. */
export type SampleStory = {
  read: Date
  accepted: Date
  proposed: Date
  approved: Date
  /** when an obligation was marked: on the day it was done, or as its window opened */
  marked: (mark: SampleMark, mulai: string) => Date
}

const hour = 3_600_000
const office = (date: string, hours: number) =>
  new Date(Date.parse(`${date}T00:00:00+07:00`) + hours * hour)

/** A decree dated YYYY-MM-DD is read the next morning and approved as a plan the day after. */
export function storyOf(tanggal: string, last: Date): SampleStory {
  const at = (date: string, hours: number) =>
    new Date(Math.min(office(date, hours).getTime(), last.getTime()))
  const approved = at(tanggal, 48 + 9)
  return {
    read: at(tanggal, 24 + 9),
    accepted: at(tanggal, 24 + 10),
    proposed: at(tanggal, 24 + 15),
    approved,
    marked: ({ doneOn }, mulai) => {
      const acted = at(doneOn ?? mulai, 15)
      return acted > approved
        ? acted
        : new Date(Math.min(approved.getTime() + hour, last.getTime()))
    },
  }
}

/** The same person at another moment. */
export const at = (caller: Caller, now: Date): Caller => ({ ...caller, now })
