export { actorFromRequest, actorHolding } from './auth/actor.ts'
export { labelPeran, labelTugas } from './labels.ts'
export type { Peran } from './peran.ts'
export { peopleOf, type PersonChoice } from './queries/people.ts'
