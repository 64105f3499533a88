import type { Temuan } from '../renaksi.ts'
import { joinLines } from './text.ts'
import { joinPieces, type TextRole } from './zi-table-row.ts'

export type Piece = { teks: string; baris: number; opens: boolean }

/** An item while its rows are read. */
export type DraftButir = {
  label: string | null
  baris: number[]
  pieces: Map<TextRole, Piece[]>
  bulan: number[]
  keyakinan: number
}

export type DraftKegiatan = { nomor: string | null; judul: string[]; butir: DraftButir[] }
export type DraftArea = { nomor: string | null; judul: string[]; kegiatan: DraftKegiatan[] }

/** The plan while its rows are read: what is open is the last of each list. */
export type DraftPlan = { area: DraftArea[]; temuan: Temuan[] }

export function openArea(plan: DraftPlan, nomor: string | null, judul: string): void {
  plan.area.push({ nomor, judul: [judul], kegiatan: [] })
}

export function openKegiatan(plan: DraftPlan, nomor: string | null, judul: string | null): void {
  if (plan.area.length === 0) plan.area.push({ nomor: null, judul: [], kegiatan: [] })
  plan.area.at(-1)?.kegiatan.push({ nomor, judul: judul === null ? [] : [judul], butir: [] })
}

export function openButir(plan: DraftPlan, label: string | null): DraftButir {
  if (!lastKegiatan(plan)) openKegiatan(plan, null, null)
  const butir: DraftButir = { label, baris: [], pieces: new Map(), bulan: [], keyakinan: 0.95 }
  lastKegiatan(plan)?.butir.push(butir)
  return butir
}

export function lastArea(plan: DraftPlan): DraftArea | null {
  return plan.area.at(-1) ?? null
}

export function lastKegiatan(plan: DraftPlan): DraftKegiatan | null {
  return lastArea(plan)?.kegiatan.at(-1) ?? null
}

export function lastButir(plan: DraftPlan): DraftButir | null {
  return lastKegiatan(plan)?.butir.at(-1) ?? null
}

export function addPiece(butir: DraftButir, role: TextRole, piece: Piece): void {
  butir.pieces.set(role, [...(butir.pieces.get(role) ?? []), piece])
  if (!butir.baris.includes(piece.baris)) butir.baris.push(piece.baris)
}

/** The text of a cell over all its rows; '' where there is none. */
export function textOf(butir: DraftButir, role: TextRole): string {
  return joined((butir.pieces.get(role) ?? []).map((piece) => piece.teks))
}

export function joined(pieces: readonly string[]): string {
  return joinPieces(pieces, joinLines)
}
