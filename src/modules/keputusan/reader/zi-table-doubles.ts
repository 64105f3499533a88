import { similarity } from './similarity.ts'
import { textOf, type DraftButir, type DraftPlan } from './zi-table-draft.ts'

const alike = 0.95

/** Joins an item that was printed twice in a row, once without its label, with all its evidence. */
export function joinDoubles(plan: DraftPlan): void {
  for (const area of plan.area) {
    for (const kegiatan of area.kegiatan) {
      kegiatan.butir = kegiatan.butir.reduce<DraftButir[]>((kept, butir) => {
        const before = kept.at(-1)
        if (!before || !isDouble(before, butir)) return [...kept, butir]
        plan.temuan.push(finding(before, butir))
        return [...kept.slice(0, -1), joinedDouble(before, butir)]
      }, [])
    }
  }
}

function isDouble(one: DraftButir, other: DraftButir): boolean {
  const labels = [one.label, other.label]
  if (!labels.includes(null) && one.label !== other.label) return false
  const texts = (['butir', 'langkah'] as const).map((role) => [
    textOf(one, role),
    textOf(other, role),
  ])
  if (texts.every(([a]) => a === '')) return false
  return texts.every(([a = '', b = '']) => a === b || similarity(a, b) >= alike)
}

function joinedDouble(one: DraftButir, other: DraftButir): DraftButir {
  const first = one.pieces.get('eviden') ?? []
  const texts = new Set(first.map((piece) => piece.teks.trim()))
  const more = (other.pieces.get('eviden') ?? []).filter((p) => !texts.has(p.teks.trim()))
  const pieces = new Map([...one.pieces, ...other.pieces])
  if (first.length + more.length > 0) pieces.set('eviden', [...first, ...more])
  return {
    label: one.label ?? other.label,
    baris: [...one.baris, ...other.baris],
    pieces,
    bulan: [...new Set([...one.bulan, ...other.bulan])].toSorted((a, b) => a - b),
    keyakinan: 0.75,
  }
}

function finding(one: DraftButir, other: DraftButir): DraftPlan['temuan'][number] {
  return {
    kode: 'baris-ganda',
    baris: [...one.baris, ...other.baris],
    pesan: `Butir "${textOf(one, 'butir') || textOf(one, 'langkah')}" tercetak dua kali berturut-turut.`,
    keputusan: 'Keduanya dimuat sebagai satu butir dengan gabungan eviden.',
    alternatif: 'Dua butir terpisah.',
  }
}
