import { expect, it } from 'vitest'
import { registerBukti } from '#platform/bukti-otomatis.ts'
import { query } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { lockEviden } from '../commands/change.ts'
import { anEviden, aRecord } from '../eviden.fixture.ts'
import { evidenForStaff } from './detail.ts'
import { documentsOf } from './documents.ts'
import type { EvidenBrief } from './uses.ts'

const hub = testHub()

const titlesOf = query(async (q, eviden: readonly EvidenBrief[]) => {
  const found = await documentsOf(q, '5203', eviden)
  return eviden.map(({ id }) => found.get(id)?.judul ?? null)
})

it('reads many records at once: the locked as they were, a live one once for all that show it', async () => {
  let reads = 0
  const figures = { per: '2026-03-31', angka: [], kolom: [], baris: [], catatan: [] }
  registerBukti([
    {
      jenis: 'uji',
      judul: 'Rekap uji',
      kataKunci: [],
      read: async (_q, { periode }) =>
        periode === '2026-T4' ? null : { ...figures, judul: `Bacaan ke-${++reads}` },
    },
  ])
  const admin = hub.as(await hub.actor('5203', 'admin_satker'))
  const locked = await anEviden(admin, aRecord())
  await lockEviden(admin, { id: locked })
  const ids = [locked, await anEviden(admin), await anEviden(admin, aRecord('2026-T4'))]
  for (const periode of ['2026-T1', '2026-T1', '2026-T2'])
    ids.push(await anEviden(admin, aRecord(periode)))
  const eviden: EvidenBrief[] = []
  for (const id of ids) eviden.push((await evidenForStaff(admin, id)).eviden)
  reads = 1
  const titles = ['Bacaan ke-1', null, null, 'Bacaan ke-2', 'Bacaan ke-2', 'Bacaan ke-3']
  expect(await titlesOf(admin, eviden)).toEqual(titles)
})
