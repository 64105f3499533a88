import type { ButirEdit } from './butir-edit.ts'
import type { SelChange, SelValues } from './sel.ts'

/** Who changed a row last, and when. */
export type LastChange = { nama: string | null; at: Date }

/** Two people on one cell: the second is shown both values and chooses. */
export type SelConflict = {
  kind: 'sel'
  butirId: string
  bulan: number
  current: SelValues & { versi: number } & LastChange
  typed: SelChange
}

/** Two people on one butir. */
export type ButirConflict = {
  kind: 'butir'
  butirId: string
  current: ButirEdit
  versi: number
  changed: LastChange
  typed: ButirEdit
}

export const isSelConflict = (detail: unknown): detail is SelConflict => kindOf(detail) === 'sel'

export const isButirConflict = (detail: unknown): detail is ButirConflict =>
  kindOf(detail) === 'butir'

const kindOf = (detail: unknown): unknown =>
  typeof detail === 'object' && detail !== null && 'kind' in detail ? detail.kind : null

export const conflictMessage =
  'Orang lain sudah mengubah isian ini setelah Anda membukanya. Bandingkan keduanya, lalu pilih.'
