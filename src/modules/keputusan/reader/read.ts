import type { Renaksi, RenaksiArea, RenaksiKeputusan, Sisa, Temuan } from '../renaksi.ts'
import { readHeader } from './header.ts'
import { planStrategy } from './plan-strategy.ts'
import { accountForParts, partFindings, partsOfRows, withParts } from './row-parts.ts'
import type { NoiseKind, Source, SourceLine } from './source.ts'
import { findArea } from './vocabulary.ts'

/**
 * Reads a decree and the plan of its annex. Every line of the source is part of the result, noise
 * of a known kind, or stands in `sisa`.
 */
export function readKeputusan(source: Source): Renaksi {
  const { renaksi } = readWithAccount(source)
  return renaksi
}

/** What became of each line: placed, noise of a kind, or left over. */
export type Account = { placed: Set<number>; noise: Map<number, NoiseKind>; sisa: Sisa[] }

export function readWithAccount(source: Source): { renaksi: Renaksi; account: Account } {
  const parts = partsOfRows(source.lines)
  const lines = source.lines.filter((line) => line.derau === undefined && line.bagian === undefined)
  const header = readHeader(lines)
  const planLines = lines.filter(
    (line) => line.baris >= header.planFrom && line.baris <= header.planTo,
  )
  const plan = planStrategy(planLines)(planLines, { keputusan: header.keputusan })
  const placed = new Set([...header.placed, ...plan.placed])
  const noise = new Map([...marked(source.lines), ...header.noise, ...plan.noise])
  for (const baris of placed) noise.delete(baris)
  accountForParts(parts, placed, noise)
  const sisa = restOf(source.lines, placed, noise)
  const bobot = plan.bobot.length > 0 ? plan.bobot : header.bobot
  const jenis = kindOfPlan(header.keputusan, plan.area)
  return {
    renaksi: {
      format: 'renaksi/1',
      sumber: { nama: source.nama, sha256: source.sha256, jenis: source.jenis },
      keputusan: header.keputusan,
      rencana: {
        jenis,
        tahun: plan.tahun ?? yearOfPlan(header.keputusan),
        bobot,
        area: withParts(plan.area, source.lines),
      },
      temuan: settle([
        ...(source.temuan ?? []),
        ...partFindings(source.lines),
        ...header.temuan,
        ...plan.temuan,
      ]),
      sisa,
    },
    account: { placed, noise, sisa },
  }
}

/** Page numbers and running heads that the file itself marks. */
function marked(lines: SourceLine[]): [number, NoiseKind][] {
  return lines.flatMap((line) => (line.derau ? [[line.baris, line.derau]] : []))
}

function restOf(lines: SourceLine[], placed: Set<number>, noise: Map<number, NoiseKind>): Sisa[] {
  return lines
    .filter(({ baris, teks }) => !placed.has(baris) && !noise.has(baris) && teks.trim() !== '')
    .map(({ baris, teks }) => ({ baris, teks: teks.trim() }))
}

/** ZI or RB, by the title of the decree, else by areas that only an RB plan has. */
function kindOfPlan(keputusan: RenaksiKeputusan, area: RenaksiArea[]): 'ZI' | 'RB' {
  const title = keputusan.judul.toLowerCase()
  if (/zona\s+integritas|\bzi\b|\bwbk\b|\bwbbm\b|bebas\s+(?:dari\s+)?korupsi/.test(title))
    return 'ZI'
  if (/reformasi\s+birokrasi|\brb\b/.test(title)) return 'RB'
  const known = area.flatMap(({ judul }) => findArea(judul ?? '')?.area ?? [])
  return known.some((each) => each.nomor.ZI === null) ? 'RB' : 'ZI'
}

/** The year that the title ends in ("… TAHUN 2025"), else that of the decree. */
function yearOfPlan(keputusan: RenaksiKeputusan): number {
  const named = [...keputusan.judul.matchAll(/\btahun\s+((?:19|20)\d\d)\b/gi)].at(-1)?.[1]
  return named === undefined ? keputusan.tahun : Number(named)
}

/** Findings in the order of the source, each once. */
function settle(temuan: Temuan[]): Temuan[] {
  const first = (each: Temuan) => each.baris?.[0] ?? 0
  const seen = new Map(
    temuan.map((each) => [`${each.kode} ${each.baris?.join()} ${each.pesan}`, each]),
  )
  return [...seen.values()].toSorted((a, b) => first(a) - first(b))
}
