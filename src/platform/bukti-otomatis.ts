import type { Q } from './command.ts'

/** A kind of evidence that the system's own records yield, for an office and a period. */
export type BuktiOtomatis = {
  /** stable name kept with the evidence, such as `pemantauan-rencana` */
  jenis: string
  /** what an office calls the document */
  judul: string
  /** words of an evidence list that ask for this kind, in lower case */
  kataKunci: readonly string[]
  /** The live figures; null when the office has no record in that period. */
  read: (q: Q, wanted: BuktiDiminta) => Promise<IsiBukti | null>
}

/** `periode`: a year and B01–B12, T1–T4, S1–S2 or Y, such as `2026-T2`. */
export type BuktiDiminta = { satkerKode: string; periode: string }

/** What is shown while it lives and kept as it was when it is locked. Plain JSON throughout. */
export type IsiBukti = {
  judul: string
  /** the last day that the figures speak of, YYYY-MM-DD */
  per: string
  angka: { label: string; nilai: number; satuan: string | null }[]
  kolom: string[]
  baris: { isi: string[]; url: string | null }[]
  /** sentences that explain or limit the figures */
  catatan: string[]
}

const known = new Map<string, BuktiOtomatis>()

/** Makes kinds known; called once a process, with what the modules mount. */
export function registerBukti(kinds: readonly BuktiOtomatis[]): void {
  for (const kind of kinds) known.set(kind.jenis, kind)
}

export const buktiOtomatis = (jenis: string): BuktiOtomatis | null => known.get(jenis) ?? null
export const allBuktiOtomatis = (): readonly BuktiOtomatis[] => [...known.values()]
