export { approve, propose } from './commands/approval.ts'
export { assignButir, editButir } from './commands/butir.ts'
export { createRencanaFromRenaksi, replaceRencanaFromRenaksi } from './commands/import.ts'
export { refreshRekap } from './commands/rekap.ts'
export {
  compareWithRencana,
  type Comparison,
  proposeRencanaFromRenaksi,
} from './commands/reimport.ts'
export { setSelColumn } from './commands/sel.ts'
export { type ButirEdit, editOf } from './butir-edit.ts'
export { type DiffField, type DiffRencana, diffRencana } from './diff.ts'
export { monthIn } from './figures.ts'
export { isiFromRenaksi, type IsiRencana } from './isi.ts'
export { butirTitle, jenisLabels, selLabels, selMarks, shorten, titleOf } from './labels.ts'
export { canCreateRencana, canDecide, canMarkSel, canReadBelow } from './policy.ts'
export { rencanaTree } from './queries/tree.ts'
export type { JenisRencana, RencanaState } from './rencana.ts'
export { isLate, type SelState, selStateOf, type SelStatus } from './sel.ts'
export {
  type AreaNode,
  type ButirNode,
  isiOf,
  type KegiatanNode,
  placesOf,
  type RencanaTree,
  type Sel,
} from './tree.ts'
export { planUrl } from './urls.ts'
