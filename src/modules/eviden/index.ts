export { checklistOf, countSlots, type SlotCounts, usesIn } from './checklist.ts'
export { createEviden } from './commands/create.ts'
export {
  acceptUse,
  findPakai,
  type PakaiRow,
  pointUse,
  returnUse,
  unuse,
  useEviden,
} from './commands/use.ts'
export { editEviden, removeEviden } from './commands/change.ts'
export type { NewEviden } from './eviden.ts'
export { type EvidenUse, useById, usesByIds, usesOf, usesOfRatl } from './queries/uses.ts'
export { evidenUrl } from './urls.ts'
export { type EvidenOfForm, evidenOfForm } from './of-form.ts'
export { Checklist } from './pages/checklist.tsx'
export { EvidenItem } from './pages/eviden-item.tsx'
export { EvidenFields, type EvidenFieldsProps } from './pages/fields.tsx'
export { EvidenPreview } from './pages/preview.tsx'
export { documentOf } from './queries/detail.ts'
export { documentsOf } from './queries/documents.ts'
export { type LibraryPage, libraryForStaff } from './queries/library.ts'
export { suggestedBukti } from './suggest.ts'
export { filesOfForm, type FilesOfForm } from './of-form.ts'
export { EvidenFilesField } from './pages/fields.tsx'
export { pakaiLabels, pakaiMarks, pointerText } from './labels.ts'
export { sizeText } from './labels.ts'
export { evidenZip, zipSize } from './pages/zip.ts'
export type { ZipRow } from './pages/zip-entries.ts'
export { sampleFile, sampleNote, samplePost } from './samples.ts'
