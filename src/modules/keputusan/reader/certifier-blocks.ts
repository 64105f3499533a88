import type { HeaderLine } from './header-lines.ts'
import { lawOpening } from './legal-code.ts'
import { signatureKind } from './signature-words.ts'

const longest = 9

/**
 * Takes out what certifies a copy where it stands at the foot of a page amid the decree's own text:
 * from "Salinan sesuai dengan aslinya" to the name, or to the first line that is none of it.
 */
export function takeCertifierBlocks(
  lines: readonly HeaderLine[],
  wilayah: string | null,
): { text: HeaderLine[]; certifier: HeaderLine[] } {
  const end = lines.findIndex(({ teks }) => /^ditetapkan\s+di\b/i.test(teks))
  const text: HeaderLine[] = []
  const certifier: HeaderLine[] = []
  for (let i = 0; i < lines.length; i++) {
    const length = i < end ? blockLength(lines.slice(i, i + longest), wilayah) : 0
    certifier.push(...lines.slice(i, i + length))
    i += length
    const line = lines[i]
    if (line !== undefined) text.push(line)
  }
  return { text, certifier }
}

function blockLength(lines: readonly HeaderLine[], wilayah: string | null): number {
  const [first] = lines
  if (first === undefined || signatureKind(first.teks, wilayah).kind !== 'salinan') return 0
  for (const [i, { teks }] of lines.entries()) {
    const { kind } = signatureKind(teks, wilayah)
    const isText = /^\d{1,2}[.)]\s/.test(teks) || lawOpening.test(teks) || /[;:]$/.test(teks)
    if (kind === 'lain' || isText) return i
    if (kind === 'nama') return i + 1
  }
  return lines.length
}
