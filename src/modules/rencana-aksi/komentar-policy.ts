import { type Actor, actsFor, hasPeran } from '#platform/identity/actor.ts'
import type { ButirOwner } from './policy.ts'

const writers = [
  'admin_satker',
  'ketua',
  'anggota',
  'sekretaris',
  'kasubbag',
  'koordinator_area',
  'anggota_tim',
  'agen_perubahan',
  'asesor',
]

/** Everyone of the office with a part in the work, and whoever answers for the butir; readers only read. */
export const canComment = (
  actor: Actor,
  satkerKode: string,
  { penanggungJawabId }: Pick<ButirOwner, 'penanggungJawabId'>,
): boolean =>
  actsFor(actor, satkerKode) && (hasPeran(actor, ...writers) || actor.id === penanggungJawabId)

/** Only who wrote a comment takes it away. */
export const canRemoveKomentar = (actor: Actor, satkerKode: string, createdBy: string): boolean =>
  actsFor(actor, satkerKode) && actor.id === createdBy
