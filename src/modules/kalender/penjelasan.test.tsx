import { parse } from 'node-html-parser'
import { expect, it } from 'vitest'
import { query } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { dueAfter, kalenderOf, PenjelasanTempo } from './index.ts'

const hub = testHub()
const load = query((q, dari: string) => kalenderOf(q, '5203', dari, dari))

it('another room shows why something is due, and what may still change', async () => {
  const caller = hub.as(await hub.actor('5203'))
  const start = new Date('2027-12-30T02:00:00Z')
  const tempo = dueAfter(await load(caller, '2027-12-30'), start, { menit: 600 })
  const html = parse(String(<PenjelasanTempo tempo={tempo} zona="Asia/Makassar" />))
  expect(html.querySelector('caption')?.text).toBe(
    'Perhitungan sampai 31 Desember 2027 pukul 14.00 WITA',
  )
  const rows = html
    .querySelectorAll('tbody tr')
    .map((row) => row.querySelectorAll('th, td').map((cell) => cell.text.trim()))
  expect(rows).toEqual([
    ['Kamis, 30 Desember 2027', 'Hari kerja', '07.30–12.00 dan 13.00–16.00', '5 jam', '5 jam'],
    ['Jumat, 31 Desember 2027', 'Hari kerja', '07.30–11.30 dan 13.00–16.30', '5 jam', '10 jam'],
  ])
  expect(html.querySelectorAll('p')).toHaveLength(0)
})
