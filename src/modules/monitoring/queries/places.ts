import type { Q } from '#platform/command.ts'
import type { Actor } from '#platform/identity/actor.ts'
import { hasOfficesBelow } from '../policy.ts'

export const pageSize = 50

export const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / pageSize))

/** The offices that a list can be narrowed to: provinces for the nation, its own below for a province. */
export async function placesBelow({ tx, actor }: Q): Promise<{ kode: string; nama: string }[]> {
  if (!hasOfficesBelow(actor.satkerKode)) return []
  return tx
    .selectFrom('satker')
    .select(['kode', 'nama'])
    .where('kode', '>=', actor.dari)
    .where('kode', '<', actor.sampai)
    .where(
      'jenis',
      'in',
      actor.satkerKode === '00' ? ['pusat', 'provinsi'] : ['provinsi', 'kabupaten', 'kota'],
    )
    .orderBy('kode')
    .execute()
}

/** The half-open range of codes of a chosen place, inside the actor's own reach. */
export function rangeOf(actor: Actor, satker: string): { dari: string; sampai: string } {
  if (satker === '') return { dari: actor.dari, sampai: actor.sampai }
  // KPU RI itself, not the nation that it reaches.
  if (satker === '00') return { dari: '00', sampai: '00~' }
  if (satker === actor.satkerKode && satker.length === 2)
    return { dari: satker, sampai: `${satker}0` }
  return { dari: satker, sampai: `${satker}~` }
}
