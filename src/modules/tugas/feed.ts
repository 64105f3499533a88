import { createHash } from 'node:crypto'
import ical, { ICalEventTransparency } from 'ical-generator'
import { type OpenSel, selUrl, shorten } from '#modules/rencana-aksi'
import { monthName } from '#platform/date.ts'

type FollowUp = { id: string; aksi: string; jatuhTempo: string; url: string }

type Due = { sel: readonly OpenSel[]; tindakLanjut: readonly FollowUp[] }

export type Feed = { body: string; etag: string; lastModified: Date | null }

const midnight = (tanggal: string): Date => new Date(`${tanggal}T00:00:00Z`)

/**
 * The due dates of one person as an iCalendar of whole days: titles and links, no names. The same state gives
 * the same bytes, so that its hash is its ETag; an event keeps its UID while its obligation lives.
 */
export function feedOf({ sel, tindakLanjut }: Due, baseUrl: string): Feed {
  const calendar = ical({ name: 'Tugas KPU HUB', prodId: '//KPU HUB//Tugas//ID', ttl: 3600 })
  const host = new URL(baseUrl).hostname
  for (const one of sel)
    calendar.createEvent({
      id: `${one.butirId}-${one.bulan}@${host}`,
      start: midnight(one.jatuhTempo),
      allDay: true,
      summary: `${one.jenis} ${monthName(one.bulan)}: ${shorten(one.butir, 120)}`,
      url: `${baseUrl}${selUrl(one)}`,
      stamp: one.updatedAt,
      lastModified: one.updatedAt,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  for (const one of tindakLanjut)
    calendar.createEvent({
      id: `${one.id}@${host}`,
      start: midnight(one.jatuhTempo),
      allDay: true,
      summary: `Tindak lanjut: ${shorten(one.aksi, 120)}`,
      url: `${baseUrl}${one.url}`,
      stamp: midnight(one.jatuhTempo),
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  const body = calendar.toString()
  const changed = sel.map(({ updatedAt }) => updatedAt.getTime())
  return {
    body,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    lastModified: changed.length > 0 ? new Date(Math.max(...changed)) : null,
  }
}
