import { describe, expect, it } from 'vitest'
import { query } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { dueAfter, isWorkingDay, kalenderOf, workingDaysBetween } from './index.ts'

const hub = testHub()
const kalenderFor = query((q, satkerKode: string) =>
  kalenderOf(q, satkerKode, '2025-01-01', '2027-12-31'),
)

describe('the calendar as loaded', () => {
  it('counts the working days of each year as the decrees leave them', async () => {
    const kal = await kalenderFor(hub.as(await hub.actor('5203')), '5203')
    const ofYear = (tahun: number) =>
      workingDaysBetween(kal, `${tahun - 1}-12-31`, `${tahun}-12-31`)
    expect([2025, 2026, 2027].map(ofYear)).toEqual([237, 240, 242])
  })

  it('knows the zone of each office', async () => {
    const kal = await kalenderFor(hub.as(await hub.actor('5203')), '5203')
    const jakarta = await kalenderFor(hub.as(await hub.actor('00')), '00')
    const start = new Date('2026-11-23T01:00:00Z')
    const due = (of: typeof kal) => dueAfter(of, start, { hari: 1 }).jatuhTempo.toISOString()
    expect(due(kal)).toBe('2026-11-24T08:00:00.000Z')
    expect(due(jakarta)).toBe('2026-11-24T09:00:00.000Z')
    expect(isWorkingDay(kal, '2026-12-24')).toBe(false)
  })
})
