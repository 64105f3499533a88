import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { OpenSel } from '#modules/rencana-aksi'
import { feedOf } from './feed.ts'

const sel = (more: Partial<OpenSel> = {}): OpenSel => ({
  rencanaId: '01a1fcd4-0000-7000-8000-000000000001',
  jenis: 'ZI',
  tahun: 2026,
  butirId: '01a1fcd4-0000-7000-8000-000000000002',
  butir: 'Menyusun SOP; memuat koma, titik koma, dan\nbaris baru',
  prioritas: false,
  areaBaku: 4,
  penanggungJawabId: '01a1fcd4-0000-7000-8000-000000000003',
  bulan: 11,
  mulai: '2026-11-01',
  jatuhTempo: '2026-11-30',
  status: 'planned',
  updatedAt: new Date('2026-11-02T03:04:05Z'),
  ...more,
})

const tindakLanjut = [
  {
    id: 'r1',
    aksi: 'Melengkapi notula',
    jatuhTempo: '2026-12-04',
    url: '/kerja/monitoring/ratl/r1',
  },
]

const base = 'https://hub.kpu.example'
const eventsOf = (body: string) =>
  new ICAL.Component(ICAL.parse(body))
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component))

describe('the calendar', () => {
  it('is read by another program as whole days with title and link', () => {
    const { body } = feedOf({ sel: [sel()], tindakLanjut }, base)
    const [first, second] = eventsOf(body)
    expect(first?.summary).toContain('ZI November: Menyusun SOP; memuat koma')
    expect(first?.startDate.isDate).toBe(true)
    expect(first?.startDate.toString()).toBe('2026-11-30')
    expect(first?.component.getFirstPropertyValue('url')).toContain(`${base}/kerja/rencana-aksi/`)
    expect(second?.startDate.toString()).toBe('2026-12-04')
    expect(body).toContain('DTSTART;VALUE=DATE:20261130')
  })

  it('keeps the UID of an obligation when its date and text change', () => {
    const uid = (one: OpenSel) =>
      eventsOf(feedOf({ sel: [one], tindakLanjut: [] }, base).body)[0]?.uid
    expect(uid(sel())).toBe(uid(sel({ jatuhTempo: '2026-12-01', butir: 'Lain' })))
    expect(uid(sel())).not.toBe(uid(sel({ bulan: 12 })))
  })

  it('gives the same bytes for the same state, and another ETag for another', () => {
    const one = feedOf({ sel: [sel()], tindakLanjut }, base)
    expect(feedOf({ sel: [sel()], tindakLanjut }, base)).toEqual(one)
    expect(feedOf({ sel: [], tindakLanjut }, base).etag).not.toBe(one.etag)
    expect(one.lastModified).toEqual(new Date('2026-11-02T03:04:05Z'))
  })

  it('names nobody', () => {
    const { body } = feedOf({ sel: [sel()], tindakLanjut }, base)
    expect(body).not.toMatch(/ATTENDEE|ORGANIZER|000000000003/)
  })

  it('is a calendar also when nothing is due', () => {
    expect(eventsOf(feedOf({ sel: [], tindakLanjut: [] }, base).body)).toEqual([])
  })
})
