import type { RenaksiArea, RenaksiButir, Temuan } from '../renaksi.ts'
import { similarity } from './similarity.ts'

/** An action step must be this much nearer to the neighbour's point than to its own. */
const clearly = 0.2
const near = 0.45

/** Findings that only the finished plan shows; the plan itself is left as printed. */
export function findOddities(area: RenaksiArea[]): Temuan[] {
  const lists = area.flatMap((each) => each.kegiatan.map((kegiatan) => kegiatan.butir))
  return lists.flatMap((butir) => [...stepsOutOfStep(butir), ...emptySteps(butir)])
}

/** The author's table can lag a row: an action step that answers the point above or below it. */
function stepsOutOfStep(list: RenaksiButir[]): Temuan[] {
  return list.flatMap((butir, i) => {
    const own = likeness(butir, butir)
    const others = [list[i - 1], list[i + 1]].filter((each) => each !== undefined)
    const nearer = others.find((each) => {
      const found = likeness(butir, each)
      return found >= near && found > own + clearly
    })
    if (!nearer) return []
    butir.keyakinan = Math.min(butir.keyakinan ?? 1, 0.75)
    return [
      {
        kode: 'langkah-tidak-sejajar',
        baris: butir.baris ?? [],
        pesan: `Langkah aksi "${butir.langkah}" tampaknya milik butir "${nearer.uraian}".`,
        keputusan: 'Dibiarkan seperti tercetak.',
        alternatif: `Dipindahkan ke butir "${nearer.uraian}".`,
      },
    ]
  })
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
