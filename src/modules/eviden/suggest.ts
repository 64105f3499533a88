import { allBuktiOtomatis, type BuktiOtomatis } from '#platform/bukti-otomatis.ts'

/** The kind of record that a document of an evidence list asks for by its words; null when none does. */
export function suggestedBukti(
  slot: string,
  kinds: readonly BuktiOtomatis[] = allBuktiOtomatis(),
): BuktiOtomatis | null {
  const words = slot.toLowerCase()
  return kinds.find(({ kataKunci }) => kataKunci.some((word) => words.includes(word))) ?? null
}
