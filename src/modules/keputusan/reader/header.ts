import { readDiktum } from './diktum.ts'
import { accountHeader } from './header-account.ts'
import { checkHeader } from './header-checks.ts'
import { decideKeputusan } from './header-decide.ts'
import { headerFacts } from './header-facts.ts'
import { cutDocument } from './header-parts.ts'
import { readLegalBasis } from './legal-basis.ts'
import { lawOpening } from './legal-code.ts'
import { listItems } from './list-items.ts'
import type { HeaderRead, SourceLine } from './source.ts'
import { readWeights } from './weights.ts'

/**
 * Reads all of a document but the plan: the decree, the head and narrative of its annex, the
 * signatures. A document without a decree yields empty strings and findings that say so.
 */
export function readHeader(lines: SourceLine[]): HeaderRead {
  const parts = cutDocument(lines)
  const facts = headerFacts(parts, lines)
  const { menimbang, mengingat, memperhatikan, diktum } = parts.sections
  const basis = readLegalBasis(mengingat)
  const weights = readWeights(parts.narrative)
  const { keputusan, temuan } = decideKeputusan(facts, {
    menimbang: listItems(menimbang, /^bahwa\b/i).map(({ teks }) => teks),
    mengingat: basis.mengingat,
    memperhatikan: listItems(memperhatikan, lawOpening).map(({ teks }) =>
      teks.replace(/[\s;.]+$/, ''),
    ),
    diktum: readDiktum(diktum),
  })
  return {
    keputusan,
    annexFrom: parts.annexFrom,
    planFrom: parts.planFrom,
    planTo: parts.planTo,
    bobot: weights.bobot,
    temuan: [...temuan, ...checkHeader(facts, keputusan), ...basis.temuan, ...weights.temuan],
    ...accountHeader(parts, weights.baris, lines),
  }
}
