import { type Actor, actsFor } from '#platform/identity/actor.ts'

const onlyReads = ['pembaca', 'anggota', 'asesor', 'verifikator_provinsi', 'pengawas_nasional']

/** Whoever works at the office keeps its evidence; offices above and readers look at it. */
export const canKeepEviden = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) && actor.tugas.some(({ peran }) => !onlyReads.includes(peran))

type Kept = { satkerKode: string; createdBy: string }

const keepers = ['admin_satker', 'sekretaris', 'kasubbag', 'koordinator_area']

/** Facts and removal: who brought it, or who answers for the office's evidence. */
export const canEditEviden = (actor: Actor, { satkerKode, createdBy }: Kept): boolean =>
  canKeepEviden(actor, satkerKode) &&
  (actor.id === createdBy || actor.tugas.some(({ peran }) => keepers.includes(peran)))

/** Freezing a record of the system for an assessment. */
export const canLockEviden = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) && actor.tugas.some(({ peran }) => keepers.includes(peran))
