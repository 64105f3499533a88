import { readHeading, readIdentity, readLabels, type DecreeIdentity } from './decree-identity.ts'
import { headerLines } from './header-lines.ts'
import type { HeaderParts } from './header-parts.ts'
import { readIssuer, type Issuer } from './issuer.ts'
import { mergeSignatures, readSignature, type Signature } from './signature.ts'
import type { SourceLine } from './source.ts'
import { joinLines, upperShare } from './text.ts'

/** What the parts of a document say about the decree, before it is decided which of them counts. */
export type HeaderFacts = {
  heading: DecreeIdentity
  annex: DecreeIdentity
  /** the office of the letterhead, of the signatures or of the headline */
  letterhead: Issuer | null
  /** the title that the decision names after "Menetapkan" */
  decided: string | null
  /** the headline above the plan */
  caption: string | null
  signature: Signature
  /** the year named most often, for documents that say nothing else */
  usualYear: number | null
}

export function headerFacts(parts: HeaderParts, lines: readonly SourceLine[]): HeaderFacts {
  const { sections, wilayah } = parts
  const text = (section: readonly { teks: string }[]) => joinLines(section.map(({ teks }) => teks))
  const caption = readCaption(parts.narrative)
  const preface = sections.kepala.length > 0 ? [] : headerLines(parts.narrative)
  const front = readSignature([...parts.certifier, ...parts.signature], wilayah)
  return {
    heading: readHeading(sections.kepala),
    annex: parts.annexHead.length > 0 ? readIdentity(text(parts.annexHead)) : readLabels(preface),
    letterhead:
      readIssuer(text(sections.kop)) ??
      readIssuer(text([...parts.signature, ...parts.closing])) ??
      readIssuer(caption ?? ''),
    decided: readIdentity(text(sections.menetapkan)).judul,
    caption,
    signature: mergeSignatures(front, readSignature(parts.closing, wilayah)),
    usualYear: usualYear(lines),
  }
}

/** "RENCANA AKSI … TAHUN 2026", the headline above a plan, over one to four lines. */
function readCaption(narrative: readonly SourceLine[]): string | null {
  const lines = headerLines(narrative)
  const start = lines.findIndex(({ teks }) =>
    /^(?:RENCANA|MATRIKS|PROGRAM|KERTAS KERJA)\b/i.test(teks),
  )
  const caption: string[] = []
  for (const { teks, setelahKosong } of start < 0 ? [] : lines.slice(start, start + 4)) {
    if (caption.length > 0 && (setelahKosong || upperShare(teks) < 0.7)) break
    caption.push(teks)
    if (/\bTAHUN\s+\d{4}$/i.test(teks)) break
  }
  return caption.length === 0 ? null : joinLines(caption)
}

function usualYear(lines: readonly SourceLine[]): number | null {
  const counts = new Map<number, number>()
  for (const { teks } of lines) {
    for (const [year] of teks.matchAll(/\b20\d\d\b/g)) {
      counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1)
    }
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  return most?.[0] ?? null
}
