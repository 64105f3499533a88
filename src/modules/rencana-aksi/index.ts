export { areaBakuNumbers, areaName } from './area-baku.ts'
export { approve, propose } from './commands/approval.ts'
export {
  attachBukti,
  type Dipakai,
  proveButir,
  type ProveButir,
  removeBukti,
} from './commands/bukti.ts'
export { acceptBukti, returnBukti } from './commands/bukti-verify.ts'
export { assignButir, editButir } from './commands/butir.ts'
export { createRencanaFromRenaksi, replaceRencanaFromRenaksi } from './commands/import.ts'
export {
  compareWithRencana,
  type Comparison,
  proposeRencanaFromRenaksi,
} from './commands/reimport.ts'
export { setSelColumn } from './commands/sel.ts'
export { editOf } from './butir-edit.ts'
export { monthIn } from './figures.ts'
export { butirTitle, jenisLabels, selLabels, selMarks, shorten, titleOf } from './labels.ts'
export { rencanaTree } from './queries/tree.ts'
export type { JenisRencana } from './rencana.ts'
export { selStateOf, type SelStatus } from './sel.ts'
export { type ButirNode, placesOf, type RencanaTree, type Sel } from './tree.ts'
export { planUrl } from './urls.ts'
