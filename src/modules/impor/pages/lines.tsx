import type { BarisSumber } from '#modules/keputusan'
import { SourceLines } from '#ui/data/source-lines.tsx'
import { lineLabels } from '../labels.ts'

type LinesProps = {
  baris: readonly BarisSumber[]
  label: string
  /** the row of this page that each line went to */
  home?: ReadonlyMap<number, string>
}

/** Lines of the source with what became of each. */
export const LinesOf = ({ baris, label, home }: LinesProps) => (
  <SourceLines
    label={label}
    lines={baris.map((line) => ({
      number: line.baris,
      text: line.teks,
      kind: line.kelas === 'isi' ? 'used' : line.kelas === 'sisa' ? 'left' : 'noise',
      note: lineLabels[line.kelas] || undefined,
      href: home?.has(line.baris) ? `#${home.get(line.baris)}` : undefined,
    }))}
  />
)
