import { takeCertifierBlocks } from './certifier-blocks.ts'
import { annexHeadingLength } from './decree-identity.ts'
import { decreeSections, hasDecree, type DecreeSections } from './decree-sections.ts'
import { findAnnex, findPlanEnd, findPlanStart } from './document-parts.ts'
import { headerLines, signatureLines, type HeaderLine } from './header-lines.ts'
import { readIssuer } from './issuer.ts'
import { pageBreakNoise } from './page-breaks.ts'
import { isSignatureLine } from './signature-words.ts'
import type { NoiseKind, SourceLine } from './source.ts'

/** A document cut into what the header is read from; the plan lies between `planFrom` and `planTo`. */
export type HeaderParts = {
  sections: DecreeSections
  /** lines of signature blocks: amid the decree, at its end, and at the end of the annex */
  certifier: HeaderLine[]
  signature: HeaderLine[]
  closing: HeaderLine[]
  annexHead: HeaderLine[]
  narrative: SourceLine[]
  annexFrom: number
  planFrom: number
  planTo: number
  wilayah: string | null
  noise: Map<number, NoiseKind>
}

/** Cuts a document at its clauses, its annex, the plan's table and the signatures. */
export function cutDocument(source: readonly SourceLine[]): HeaderParts {
  const lines = source.filter(({ derau }) => derau === undefined)
  const all = headerLines(lines)
  const first = lines[0]?.baris ?? 1
  const annex = findAnnex(all)
  const planStart = findPlanStart(lines, annex ?? first)
  const decree = cutDecree(all, annex ?? planStart ?? Infinity)
  const annexFrom = annex ?? annexWithoutTitle(decree, planStart ?? endOf(lines) + 1, first)
  const head = annexHead(all, annexFrom, planStart)
  const planFrom = planStart ?? lineAfter(lines, head.at(-1)?.baris ?? annexFrom - 1)
  const planTo = findPlanEnd(lines, planFrom, decree.wilayah)
  const headTo = head.at(-1)?.baris ?? annexFrom - 1
  return {
    ...decree,
    annexHead: head,
    narrative: lines.filter(
      ({ baris }) => baris > headTo && baris >= annexFrom && baris < planFrom,
    ),
    closing: signatureLines(lines.filter(({ baris }) => baris > planTo)),
    signature: signatureSource(decree.sections.penutup, lines, annexFrom),
    annexFrom,
    planFrom,
    planTo,
  }
}

type Decree = Pick<HeaderParts, 'sections' | 'certifier' | 'wilayah' | 'noise'>

function cutDecree(all: readonly HeaderLine[], before: number): Decree {
  const lines = all.filter(({ baris }) => baris < before)
  const noise = pageBreakNoise(lines)
  const clean = lines.filter(({ baris }) => !noise.has(baris))
  const wilayah = firstRegion(clean) ?? firstRegion(all)
  const { text, certifier } = takeCertifierBlocks(clean, wilayah)
  return { sections: decreeSections(text), certifier, wilayah, noise }
}

function firstRegion(lines: readonly HeaderLine[]): string | null {
  return readIssuer(lines.map(({ teks }) => teks).join(' '))?.wilayah ?? null
}

/** Without the word LAMPIRAN the annex begins after the signatures, or with the document. */
function annexWithoutTitle(
  { sections, wilayah }: Decree,
  planStart: number,
  first: number,
): number {
  if (!hasDecree(sections)) return first
  const after = sections.penutup.find(({ teks }) => !isSignatureLine(teks, wilayah))
  return after?.baris ?? planStart
}

function annexHead(all: readonly HeaderLine[], from: number, to: number | null): HeaderLine[] {
  const lines = all.filter(({ baris }) => baris >= from && baris < (to ?? Infinity))
  return /^lampiran\b/i.test(lines[0]?.teks ?? '') ? lines.slice(0, annexHeadingLength(lines)) : []
}

/** The same lines again, with the columns of a signature block kept apart. */
function signatureSource(
  penutup: readonly HeaderLine[],
  lines: readonly SourceLine[],
  annexFrom: number,
): HeaderLine[] {
  const copies = penutup.find(({ teks }) => /^tembusan\b/i.test(teks))?.baris ?? annexFrom
  const end = Math.min(copies, annexFrom)
  const wanted = new Set(penutup.map(({ baris }) => baris).filter((baris) => baris < end))
  return signatureLines(lines.filter(({ baris }) => wanted.has(baris)))
}

function lineAfter(lines: readonly SourceLine[], baris: number): number {
  return lines.find((line) => line.baris > baris)?.baris ?? endOf(lines) + 1
}

function endOf(lines: readonly SourceLine[]): number {
  return lines.at(-1)?.baris ?? 1
}
