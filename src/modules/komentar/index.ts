export { findKomentar } from './commands/find.ts'
export {
  addKomentar,
  removeKomentar,
  reopenKomentar,
  resolveKomentar,
} from './commands/komentar.ts'
export { Komentar, type KomentarForm } from './pages/komentar.tsx'
export { komentarOf } from './queries/komentar.ts'
