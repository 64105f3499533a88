export {
  checklistOf,
  countSlots,
  type SlotCounts,
  slotState,
  type SlotState,
  usesIn,
} from './checklist.ts'
export { createEviden } from './commands/create.ts'
export {
  acceptUse,
  findPakai,
  type PakaiRow,
  pointUse,
  returnUse,
  unuse,
  type UseEviden,
  useEviden,
} from './commands/use.ts'
export type { IsiEviden, Media, NewEviden } from './eviden.ts'
export { type EvidenBrief, type EvidenUse, useById, usesOf } from './queries/uses.ts'
export { evidenUrl } from './urls.ts'
