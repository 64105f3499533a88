import { addWorkingDays, kalenderOf } from '#modules/kalender'
import { openFollowUps } from '#modules/monitoring'
import { type Bagian, type Milik, openSelSections, waitingFor } from '#modules/rencana-aksi'
import { type Q, query } from '#platform/command.ts'
import { lastDayOfMonth, localDate } from '#platform/date.ts'
import { type Actor, hasPeran } from '#platform/identity/actor.ts'
import { endOfWeek } from '../waktu.ts'
import { aturanOf } from './aturan.ts'

/** How many rows of a section the first page shows, and a page of one section. */
export const mostShown = 15
export const pageSize = 50

export type TugasFilter = { bagian: Bagian | null; page: number }

/** What of the plan is this person's: named, coordinated, or left to the kasubbag. */
export function milikOf(actor: Pick<Actor, 'id' | 'tugas'>, hariIni: string): Milik {
  const coordinated = actor.tugas.filter(({ peran }) => peran === 'koordinator_area')
  return {
    penggunaId: actor.id,
    areas: coordinated.some(({ areaBaku }) => areaBaku === null)
      ? 'all'
      : coordinated.flatMap(({ areaBaku }) => (areaBaku === null ? [] : [areaBaku])),
    tanpaPemilik: actor.tugas.some(({ peran }) => peran === 'kasubbag'),
    hariIni,
  }
}

/** Everything that waits for the person who asks, in one page. */
export const tugasForStaff = query(async (q, filter: TugasFilter) => {
  const { actor, now } = q
  const { satkerKode } = actor
  const today = localDate(now, actor.zonaWaktu)
  const [year, month] = today.split('-').map(Number)
  const kal = await kalenderOf(q, satkerKode, today, today)
  const passedOn = await passedOnAfter(q)
  const sel = await openSelSections(q, {
    satkerKode,
    milik: milikOf(actor, today),
    akhirMinggu: endOfWeek(today),
    akhirBulan: lastDayOfMonth(year ?? 0, month ?? 0),
    eskalasiSejak: passedOn === null ? null : addWorkingDays(kal, today, -passedOn),
    bagian: filter.bagian,
    most: filter.bagian ? pageSize : mostShown,
    offset: filter.bagian ? (filter.page - 1) * pageSize : 0,
  })
  const base = { today, kal, sel, filter, passedOn }
  if (filter.bagian) return { ...base, waiting: null, tindakLanjut: [] }
  return {
    ...base,
    waiting: await waitingFor(q, mostShown),
    tindakLanjut: await openFollowUps(q, { satkerKode, penanggungJawabId: actor.id }),
  }
})

/** After how many working days the lateness of others is passed on to this person; null: never. */
async function passedOnAfter(q: Q): Promise<number | null> {
  const { actor } = q
  if (!hasPeran(actor, 'kasubbag', 'sekretaris')) return null
  const { aturan } = await aturanOf(q, actor.satkerKode)
  return hasPeran(actor, 'kasubbag') ? aturan.kasubbagHari : aturan.sekretarisHari
}

export type TugasPage = Awaited<ReturnType<typeof tugasForStaff>>
