import { type Actor, actsFor, hasPeran } from '#platform/identity/actor.ts'

/** Taking a pemantauan and setting its interval: those who lead the work of the office's plan. */
export const canTakePemantauan = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) &&
  hasPeran(actor, 'ketua', 'sekretaris', 'kasubbag', 'koordinator_area', 'admin_satker')
