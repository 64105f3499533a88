import type { ButirNode } from './tree.ts'

/** Everything about a butir that a form or a proposal can change. */
export type ButirEdit = {
  kegiatanId: string
  label: string | null
  uraian: string | null
  langkah: string | null
  keterangan: string | null
  prioritas: boolean
  penanggungJawabId: string | null
  unitId: string | null
  bulan: number[]
  mulai: string | null
  selesai: string | null
  eviden: string[]
  indikator: string[]
}

export type ButirField = keyof ButirEdit

export const butirFields: readonly ButirField[] = [
  'kegiatanId',
  'label',
  'uraian',
  'langkah',
  'keterangan',
  'prioritas',
  'penanggungJawabId',
  'unitId',
  'bulan',
  'mulai',
  'selesai',
  'eviden',
  'indikator',
]

/** Fields that people look at one by one; only these stand in a proposal. */
export type ButirPatch = Partial<ButirEdit>

export const editOf = (butir: ButirNode, kegiatanId: string): ButirEdit => ({
  kegiatanId,
  label: butir.label,
  uraian: butir.uraian,
  langkah: butir.langkah,
  keterangan: butir.keterangan,
  prioritas: butir.prioritas,
  penanggungJawabId: butir.penanggungJawab?.id ?? null,
  unitId: butir.unit?.id ?? null,
  bulan: butir.sel.map(({ bulan }) => bulan),
  mulai: butir.mulai,
  selesai: butir.selesai,
  eviden: butir.eviden,
  indikator: butir.indikator.map(({ teks }) => teks),
})

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

export const changedFields = (before: ButirEdit, after: ButirEdit): ButirField[] =>
  butirFields.filter((field) => !isSame(before[field], after[field]))

/** Only the fields named, as they stand in `edit`. */
export const pick = (edit: ButirEdit, fields: readonly ButirField[]): ButirPatch =>
  Object.fromEntries(fields.map((field) => [field, edit[field]]))

/** Do the named fields still hold what the patch says? */
export const stillHolds = (edit: ButirEdit, patch: ButirPatch): boolean =>
  butirFields.every((field) => !(field in patch) || isSame(edit[field], patch[field]))
