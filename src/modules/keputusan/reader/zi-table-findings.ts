import type { RenaksiArea, RenaksiButir, Temuan } from '../renaksi.ts'
import { similarity } from './similarity.ts'

/** How much nearer a step must be to a neighbour's point than to its own, by itself and in a run. */
const clearly = 0.2
const inRun = 0.05
const near = 0.45

/** Findings that only the finished plan shows; the plan itself is left as printed. */
export function findOddities(area: RenaksiArea[]): Temuan[] {
  const lists = area.flatMap((each) => each.kegiatan.map((kegiatan) => kegiatan.butir))
  return lists.flatMap((butir) => [
    ...stepsOutOfStep(butir, -1),
    ...stepsOutOfStep(butir, 1),
    ...emptySteps(butir),
  ])
}

/** The author's table can lag a row: action steps that answer the points one row above or below. */
function stepsOutOfStep(list: RenaksiButir[], by: -1 | 1): Temuan[] {
  const leads = list.map((butir, i) => {
    const other = list[i + by]
    const found = other ? likeness(butir, other) : 0
    return found < near ? 0 : found - likeness(butir, butir)
  })
  return list.flatMap((butir, i) => {
    const other = list[i + by]
    const lead = leads[i] ?? 0
    const besideClear = [leads[i - 1], leads[i + 1]].some((each) => (each ?? 0) > clearly)
    if (!other || (lead <= clearly && !(lead > inRun && besideClear))) return []
    butir.keyakinan = Math.min(butir.keyakinan ?? 1, 0.75)
    return [outOfStep(butir, other)]
  })
}

function outOfStep(butir: RenaksiButir, other: RenaksiButir): Temuan {
  return {
    kode: 'langkah-tidak-sejajar',
    baris: butir.baris ?? [],
    pesan: `Langkah aksi "${butir.langkah}" tampaknya milik butir "${other.uraian}".`,
    keputusan: 'Dibiarkan seperti tercetak.',
    alternatif: `Dipindahkan ke butir "${other.uraian}".`,
  }
}

function likeness(step: RenaksiButir, point: RenaksiButir): number {
  return similarity(step.langkah ?? '', point.uraian ?? '')
}

function emptySteps(list: RenaksiButir[]): Temuan[] {
  const filled = list.filter((butir) => butir.langkah !== null && butir.uraian !== null)
  if (filled.length === 0) return []
  return list
    .filter((butir) => butir.langkah === null)
    .map((butir) => ({
      kode: 'langkah-kosong',
      baris: butir.baris ?? [],
      pesan: `Butir "${butir.uraian}" tidak memuat langkah aksi.`,
      keputusan: 'Langkah aksi dibiarkan kosong.',
    }))
}
