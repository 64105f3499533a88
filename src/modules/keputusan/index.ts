export {
  renaksi,
  type Renaksi,
  type RenaksiArea,
  type RenaksiButir,
  type RenaksiDasarHukum,
  type RenaksiJadwal,
  type RenaksiKegiatan,
  type RenaksiKeputusan,
  type Temuan,
} from './renaksi.ts'
export { areaByNomor, canonicalAreas, findArea } from './reader/vocabulary.ts'
export { findKeputusan, registerKeputusan } from './commands/register-keputusan.ts'
export { checkDasarHukum, citingOf } from './dasar-hukum.ts'
export { loadRegister } from './queries/register.ts'
export type { BarisSumber, Reading } from './reader/read-file.ts'
export { readBesideSource, readFileIsolated } from './reader/read-isolated.ts'
export { UnreadableFile } from './reader/unreadable-file.ts'
export { limits, tooLarge } from './reader/limits.ts'
export { readSchedule } from './reader/schedule.ts'
export { readableJudul } from './judul.ts'
export { nomorKeputusan } from './nomor.ts'
export { nationalPlans } from './reader/national-plan.ts'
