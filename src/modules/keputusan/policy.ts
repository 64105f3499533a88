import { type Actor, actsFor, hasPeran } from '#platform/identity/actor.ts'

/** Facts of a decree are corrected by the office that signed it. */
export const canCorrectKeputusan = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) && hasPeran(actor, 'admin_satker', 'sekretaris', 'kasubbag', 'sistem')

/** The register of legal bases is national. */
export const canCorrectPeraturan = (actor: Actor): boolean =>
  actsFor(actor, '00') && hasPeran(actor, 'pengawas_nasional', 'admin_satker')
