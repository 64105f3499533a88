import { buktiOtomatis, type IsiBukti } from '#platform/bukti-otomatis.ts'
import type { Q } from '#platform/command.ts'
import type { EvidenBrief } from './uses.ts'

/**
 * The records of the system among these evidences of one office, by evidence: as they were locked,
 * else as they stand now. What is locked takes one statement, and each live record is read once
 * however many evidences show it.
 */
export async function documentsOf(
  q: Q,
  satkerKode: string,
  eviden: readonly EvidenBrief[],
): Promise<Map<string, IsiBukti>> {
  const records = eviden.filter(({ jenisOtomatis }) => jenisOtomatis !== null)
  const found = await lockedOf(q, satkerKode, records)
  const live = records.filter(({ lockedAt }) => lockedAt === null)
  for (const same of Map.groupBy(live, recordOf).values()) {
    const { jenisOtomatis, periode } = same[0] ?? {}
    if (!jenisOtomatis || !periode) continue
    const isi = await buktiOtomatis(jenisOtomatis)?.read(q, { satkerKode, periode })
    if (isi) for (const { id } of same) found.set(id, isi)
  }
  return found
}

const recordOf = ({ jenisOtomatis, periode }: EvidenBrief) => `${jenisOtomatis} ${periode}`

async function lockedOf(
  { tx }: Q,
  satkerKode: string,
  eviden: readonly EvidenBrief[],
): Promise<Map<string, IsiBukti>> {
  const ids = new Set(eviden.flatMap(({ id, lockedAt }) => (lockedAt === null ? [] : [id])))
  if (ids.size === 0) return new Map()
  const rows = await tx
    .selectFrom('eviden')
    .select(['id', 'snapshot'])
    .where('satker_kode', '=', satkerKode)
    .where('id', 'in', [...ids])
    .execute()
  // lockEviden alone writes it
  return new Map(rows.map(({ id, snapshot }) => [id, snapshot as unknown as IsiBukti]))
}
