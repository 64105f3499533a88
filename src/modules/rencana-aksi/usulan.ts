import type { ButirEdit, ButirPatch } from './butir-edit.ts'

/** A change to an approved plan: what it would do, with the values it was made against. */
export type Perubahan =
  | { jenis: 'ubah_butir'; butirId: string; sebelum: ButirPatch; sesudah: ButirPatch }
  | { jenis: 'tambah_butir'; sesudah: ButirEdit }
  | { jenis: 'hapus_butir'; butirId: string; sebelum: ButirEdit }

export type UsulanState = 'pending' | 'accepted' | 'rejected'

export const usulanState = (row: {
  accepted_at: Date | null
  rejected_at: Date | null
}): UsulanState => {
  if (row.accepted_at) return 'accepted'
  return row.rejected_at ? 'rejected' : 'pending'
}
