import type { RenaksiKeputusan } from '../renaksi.ts'
import type { HeaderLine } from './header-lines.ts'
import { joinLines } from './text.ts'

type Diktum = NonNullable<RenaksiKeputusan['diktum']>[number]

const ordinals = [
  'KESATU|PERTAMA',
  'KEDUA',
  'KETIGA',
  'KEEMPAT',
  'KELIMA',
  'KEENAM',
  'KETUJUH',
  'KEDELAPAN',
  'KESEMBILAN',
  'KESEPULUH',
  'KESEBELAS',
  'KEDUA BELAS|KEDUABELAS',
  'KETIGA BELAS|KETIGABELAS',
  'KEEMPAT BELAS|KEEMPATBELAS',
  'KELIMA BELAS|KELIMABELAS',
]
const anyOrdinal = ordinals.toReversed().join('|')
const spacedLabel = new RegExp(`^(${anyOrdinal})\\s*(?::|$)\\s*`, 'i')
const bareLabel = new RegExp(`^(${anyOrdinal})\\s+(?=[A-Z][a-z])`)

/** Reads the decisions. "diktum KESATU" at the start of a wrapped line is no label: no colon follows. */
export function readDiktum(lines: readonly HeaderLine[]): Diktum[] {
  const found: { label: string; lines: string[] }[] = []
  for (const { teks } of lines) {
    const start = spacedLabel.exec(teks) ?? bareLabel.exec(teks)
    const last = found.at(-1)
    if (start?.[1] !== undefined && !found.some((each) => each.label === start[1]?.toUpperCase())) {
      found.push({ label: start[1].toUpperCase(), lines: [teks.slice(start[0].length)] })
    } else {
      last?.lines.push(teks)
    }
  }
  return found.map((each) => ({
    label: each.label,
    isi: joinLines(each.lines).replace(/^:\s*/, ''),
  }))
}
