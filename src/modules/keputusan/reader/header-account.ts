import { isBlank, type HeaderLine } from './header-lines.ts'
import type { HeaderParts } from './header-parts.ts'
import { signatureKind } from './signature-words.ts'
import type { NoiseKind, SourceLine, Taken } from './source.ts'

/** A line above the decree that is longer than a letterhead is not passed over as one. */
const letterheadWords = 14

/** Says for each line outside the plan where it went; lines in neither set found no place. */
export function accountHeader(
  parts: HeaderParts,
  weightLines: readonly number[],
  lines: readonly SourceLine[],
): Pick<Taken, 'placed' | 'noise'> {
  const { kop, kepala, menimbang, mengingat, memperhatikan, menetapkan, diktum } = parts.sections
  const noise = new Map<number, NoiseKind>(parts.noise)
  const placed = new Set<number>()
  const add = (all: readonly { baris: number }[]) => all.forEach(({ baris }) => placed.add(baris))
  add([kepala, menimbang, mengingat, memperhatikan, menetapkan, diktum].flat())
  add(parts.annexHead)
  weightLines.forEach((baris) => placed.add(baris))
  for (const line of lines) {
    if (line.derau !== undefined) noise.set(line.baris, line.derau)
    else if (isBlank(line) && isOutsidePlan(line, parts)) noise.set(line.baris, 'kosong')
  }
  for (const { baris, teks } of kop) {
    if (teks.split(' ').length <= letterheadWords) noise.set(baris, 'kop')
  }
  for (const { baris } of parts.narrative) {
    if (!noise.has(baris) && !placed.has(baris)) noise.set(baris, 'narasi')
  }
  for (const line of [...parts.certifier, ...parts.signature, ...parts.closing]) {
    accountSignature(line, parts.wilayah, placed, noise)
  }
  placed.forEach((baris) => noise.delete(baris))
  return { placed, noise }
}

function accountSignature(
  { teks, baris }: HeaderLine,
  wilayah: string | null,
  placed: Set<number>,
  noise: Map<number, NoiseKind>,
): void {
  const { kind, nama } = signatureKind(teks, wilayah)
  if (kind === 'penetapan' || kind === 'jabatan' || nama !== null) placed.add(baris)
  else if (kind !== 'lain') noise.set(baris, 'pengesahan')
}

function isOutsidePlan({ baris }: SourceLine, { planFrom, planTo }: HeaderParts): boolean {
  return baris < planFrom || baris > planTo
}
