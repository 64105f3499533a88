import type { Temuan } from '../renaksi.ts'
import type { AreaDraft, KegiatanDraft, PlanDraft } from './grid-plan.ts'
import { isSameTitle } from './grid-titles.ts'
import { findPlanKegiatan, planEntries, type PlanEntry } from './national-plan.ts'
import { profile, profileSimilarity } from './similarity.ts'
import { findArea, type AreaKode } from './vocabulary.ts'

/** How like a butir must be to one of the national plan to tell its area. */
const ALIKE = 0.75

/**
 * Puts activities that stand under a wrong area label back: the label is doubtful (printed again
 * further down, or with the number of the area before), and the activities are those of the area before.
 */
export function settleAreas(plan: PlanDraft): PlanDraft {
  const area: AreaDraft[] = []
  const temuan = [...plan.temuan]
  const repeats = repeatsEveryRow(plan.area)
  plan.area.forEach((block, at) => {
    const before = area.at(-1)
    const next = plan.area[at + 1]
    const doubtful = !repeats && before && isDoubtful(block, before, next)
    const slipped = doubtful ? leadingKegiatan(block, areaOf(before)) : []
    if (before && slipped.length > 0) {
      before.kegiatan.push(...slipped.map(doubted))
      temuan.push(wrongLabel(block, before, slipped))
    }
    const kegiatan = block.kegiatan.slice(slipped.length)
    if (before && isSameTitle(before.judul, block.judul)) {
      before.kegiatan.push(...kegiatan)
      before.baris.push(...block.baris)
    } else if (slipped.length === 0 || kegiatan.length > 0) area.push({ ...block, kegiatan })
    else before?.baris.push(...block.baris)
  })
  return { area, temuan }
}

function doubted(kegiatan: KegiatanDraft): KegiatanDraft {
  const entries = kegiatan.entries.map((entry) => ({ ...entry, doubtful: true }))
  return { ...kegiatan, entries }
}

/** Some files repeat the title of the area in each row; then repetition is no sign of an error. */
function repeatsEveryRow(areas: AreaDraft[]): boolean {
  const again = areas.filter((area, i) => isSameTitle(area.judul, areas[i - 1]?.judul ?? null))
  return again.length * 2 > areas.length
}

function isDoubtful(block: AreaDraft, before: AreaDraft, next: AreaDraft | undefined): boolean {
  if (block.judul === null) return false
  if (isSameTitle(block.judul, next?.judul ?? null)) return true
  return block.nomor !== null && block.nomor === before.nomor
}

/** Area that a block belongs to by its title, or by the activities in it. */
function areaOf(block: AreaDraft): AreaKode | null {
  return findArea(block.judul ?? '')?.area.kode ?? null
}

/** The activities at the beginning of a block that belong to another area. */
function leadingKegiatan(block: AreaDraft, kode: AreaKode | null): KegiatanDraft[] {
  if (kode === null) return []
  const own = block.kegiatan.findIndex((kegiatan) => usualArea(kegiatan) !== kode)
  return own < 0 ? block.kegiatan : block.kegiatan.slice(0, own)
}

let butirOfPlan: PlanEntry[] | null = null

/** The area that an activity usually stands in: by its title, or by most of its butir. */
function usualArea(kegiatan: KegiatanDraft): AreaKode | null {
  const named = findPlanKegiatan('RB', kegiatan.judul ?? '')
  if (named) return named.kegiatan.area
  butirOfPlan ??= planEntries('RB').filter((entry) => entry.kind === 'butir')
  const votes = new Map<AreaKode, number>()
  for (const entry of kegiatan.entries) {
    const kode = areaOfButir(entry.butir, butirOfPlan)
    if (kode) votes.set(kode, (votes.get(kode) ?? 0) + 1)
  }
  const [most] = [...votes].toSorted(([, a], [, b]) => b - a)
  return most?.[0] ?? null
}

function areaOfButir(text: string, plan: PlanEntry[]): AreaKode | null {
  const wanted = profile(text)
  let best: { kode: AreaKode; score: number } | null = null
  for (const entry of plan) {
    const score = profileSimilarity(wanted, entry.profile)
    if (score >= ALIKE && score > (best?.score ?? 0)) best = { kode: entry.area, score }
  }
  return best?.kode ?? null
}

function wrongLabel(block: AreaDraft, before: AreaDraft, slipped: KegiatanDraft[]): Temuan {
  const names = slipped.map((one) => `"${one.judul ?? 'tanpa judul'}"`).join(', ')
  return {
    kode: 'area-salah-tempat',
    baris: [...block.baris],
    pesan: `Judul area "${block.judul ?? ''}" tercetak sebelum ${names}.`,
    keputusan: `Kegiatan itu dicatat pada area "${before.judul ?? ''}".`,
    alternatif: `Kegiatan itu dicatat pada area "${block.judul ?? ''}".`,
  }
}
