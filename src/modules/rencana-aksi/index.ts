export { areaBakuNumbers, areaName } from './area-baku.ts'
export { approve, propose } from './commands/approval.ts'
export { attachBukti } from './commands/bukti.ts'
export { addButirIn, assignButir, editButir } from './commands/butir.ts'
export { createRencanaFromRenaksi, replaceRencanaFromRenaksi } from './commands/import.ts'
export {
  compareWithRencana,
  type Comparison,
  proposeRencanaFromRenaksi,
} from './commands/reimport.ts'
export { commentButir, settleKomentar } from './commands/komentar.ts'
export { keepPemantauan } from './commands/pemantauan.ts'
export { setSelColumn } from './commands/sel.ts'
export { proposeChangeIn } from './commands/usulan.ts'
export { type ButirEdit, editOf } from './butir-edit.ts'
export { monthIn } from './figures.ts'
export { butirTitle, jenisLabels, selLabels, selMarks, shorten, titleOf } from './labels.ts'
export { AngkaView } from './pages/pemantauan-angka.tsx'
export { periodOf, periodsOf } from './pemantauan.ts'
export { type Angka, type Anggaran, percentOf } from './pemantauan-angka.ts'
export { percentText } from './pemantauan-labels.ts'
export { angkaNow } from './queries/angka.ts'
export { figuresOf } from './queries/pemantauan.ts'
export {
  type Bagian,
  type Milik,
  type OpenSel,
  openSelOf,
  openSelOfPerson,
  openSelSections,
} from './queries/open-sel.ts'
export { rencanaTree } from './queries/tree.ts'
export { type Waiting, waitingFor, type WaitingFor } from './queries/waiting.ts'
export type { JenisRencana } from './rencana.ts'
export { selStateOf, type SelStatus } from './sel.ts'
export { type ButirNode, placesOf, type RencanaTree, type Sel } from './tree.ts'
export { listUrl, planUrl, selUrl, withQuery } from './urls.ts'
export { loadSampleBukti } from './samples-bukti.ts'
