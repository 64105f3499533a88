export { actorFromRequest, actorHolding } from './auth/actor.ts'
export { labelSemuaTugas } from './labels.ts'
export { canReadPeople } from './policy.ts'
export { peopleOf, type PersonChoice } from './queries/people.ts'
