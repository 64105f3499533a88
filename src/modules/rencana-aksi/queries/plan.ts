import { type Q, query } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import type { Actor } from '#platform/identity/actor.ts'
import {
  type ButirOwner,
  canAssign,
  canCreateRencana,
  canDecide,
  canEditDraft,
  canMarkSel,
  canPropose,
  canProposeChange,
} from '../policy.ts'
import { canCopyRencana } from '../salin-policy.ts'
import { isRunning } from '../rencana.ts'
import type { ButirPlace, RencanaHead, RencanaTree } from '../tree.ts'
import { rencanaHead } from './head.ts'
import { rencanaTree } from './tree.ts'

/** What the buttons of a plan depend on; each is the same predicate that the command asks. */
export const planCan = (actor: Actor, head: RencanaHead) => ({
  edit: head.state === 'draft' && canEditDraft(actor, head.satkerKode),
  assign: head.state !== 'closed' && canAssign(actor, head.satkerKode),
  propose: head.state === 'draft' && canPropose(actor, head.satkerKode),
  decide: head.state === 'proposed' && canDecide(actor, head.satkerKode),
  approve:
    head.state === 'proposed' &&
    canDecide(actor, head.satkerKode) &&
    head.proposedBy?.id !== actor.id,
  decideChange: head.state === 'approved' && canDecide(actor, head.satkerKode),
  proposeChange: head.state === 'approved' && canProposeChange(actor, head.satkerKode),
  close: head.state === 'approved' && canDecide(actor, head.satkerKode),
  copy: canCopyRencana(actor, head),
  tie: head.state !== 'closed' && canCreateRencana(actor, head.satkerKode),
})

export type PlanCan = ReturnType<typeof planCan>

export const ownerOf = ({ area, butir }: ButirPlace): ButirOwner => ({
  areaBaku: area.areaBaku,
  penanggungJawabId: butir.penanggungJawab?.id ?? null,
})

/** May this actor mark the months of this butir now? */
export const canMarkPlace = (actor: Actor, head: RencanaHead, place: ButirPlace): boolean =>
  isRunning(head.state) && canMarkSel(actor, head.satkerKode, ownerOf(place))

export type PlanPage = { tree: RencanaTree; today: string; can: PlanCan }

/** The whole plan for its screens, in one statement. */
export async function planPage(q: Q, id: string): Promise<PlanPage> {
  const tree = await rencanaTree(q, id)
  return { tree, today: localDate(q.now, tree.zonaWaktu), can: planCan(q.actor, tree) }
}

export const planForStaff = query(planPage)

export type HeadPage = { head: RencanaHead; today: string; can: PlanCan }

/** The plan without its rows, for screens about the plan as a whole. */
export async function headPage(q: Q, id: string): Promise<HeadPage> {
  const head = await rencanaHead(q, id)
  return { head, today: localDate(q.now, head.zonaWaktu), can: planCan(q.actor, head) }
}
