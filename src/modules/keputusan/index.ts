export {
  renaksi,
  type Renaksi,
  type RenaksiArea,
  type RenaksiButir,
  type RenaksiDasarHukum,
  type RenaksiJadwal,
  type RenaksiKegiatan,
  type RenaksiKeputusan,
  type Sisa,
  type Temuan,
} from './renaksi.ts'
export { areaByNomor, canonicalAreas, findArea } from './reader/vocabulary.ts'
export { registerKeputusan } from './commands/register-keputusan.ts'
export { checkDasarHukum, type Register } from './dasar-hukum.ts'
export { loadRegister } from './queries.ts'
export { readKeputusan } from './reader/read.ts'
export type { BarisSumber, Reading } from './reader/read-file.ts'
export { readBesideSource, readFileIsolated } from './reader/read-isolated.ts'
export { UnreadableFile } from './reader/unreadable-file.ts'
