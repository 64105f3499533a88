import { type Actor, actsFor, hasPeran } from '#platform/identity/actor.ts'

const importers = ['admin_satker', 'sekretaris', 'kasubbag', 'koordinator_area', 'sistem']

/** Uploading, correcting, accepting and discarding: people of the office itself who plan. */
export const canImport = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) && hasPeran(actor, ...importers)

/** Reading a file is the work of the system alone. */
export const canFinishReading = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) && hasPeran(actor, 'sistem')
