import { z } from 'zod'
import { profile, profileSimilarity, type Profile } from './similarity.ts'
import stored from './national-plan.json' with { type: 'json' }
import { canonicalAreas, type AreaKode } from './vocabulary.ts'

const kode = z.enum(canonicalAreas.map((area) => area.kode))
const kegiatan = z.object({
  judul: z.string(),
  /** other names that decrees give to it */
  sebutan: z.array(z.string()).default([]),
  /** indicators of the activity as a whole */
  indikator: z.array(z.string()).default([]),
  butir: z.array(z.object({ uraian: z.string(), indikator: z.array(z.string()).default([]) })),
})
const schema = z.object({
  keterangan: z.string(),
  rencana: z.array(
    z.object({
      jenis: z.enum(['RB', 'ZI']),
      sumber: z.array(z.string()).min(1),
      area: z.array(z.object({ kode, kegiatan: z.array(kegiatan) })),
    }),
  ),
})

export type PlanKegiatan = z.infer<typeof kegiatan> & {
  /** place in the plan, from 0 */
  nomor: number
  area: AreaKode
}
type NationalPlan = { jenis: 'RB' | 'ZI'; sumber: string[]; kegiatan: PlanKegiatan[] }

/** A text of the plan that a source text can be recognised by. */
export type PlanEntry = {
  kind: 'area' | 'kegiatan' | 'butir' | 'indikator'
  area: AreaKode
  /** null for the title of an area */
  kegiatan: PlanKegiatan | null
  /** place of the butir in its kegiatan, from 0; null for titles and for indicators of a kegiatan */
  butir: number | null
  teks: string
  profile: Profile
}

export function isTitle(entry: PlanEntry): boolean {
  return entry.kind === 'area' || entry.kind === 'kegiatan'
}

/** The usual action plan of an election office, in neutral wording ("<satker>"). */
export const nationalPlans: Record<'RB' | 'ZI', NationalPlan> = loadPlans()

function loadPlans(): Record<'RB' | 'ZI', NationalPlan> {
  const { rencana } = schema.parse(stored)
  const load = (jenis: 'RB' | 'ZI'): NationalPlan => {
    const found = rencana.find((plan) => plan.jenis === jenis)
    if (!found) throw new Error(`national-plan.json holds no plan ${jenis}`)
    const list = found.area.flatMap((area) =>
      area.kegiatan.map((each) => ({ ...each, area: area.kode })),
    )
    const numbered = list.map((each, nomor) => ({ ...each, nomor }))
    return { jenis, sumber: found.sumber, kegiatan: numbered }
  }
  return { RB: load('RB'), ZI: load('ZI') }
}

/** All texts of a plan, in its order. `satker` takes the place of "<satker>". */
export function planEntries(jenis: 'RB' | 'ZI', satker = 'KPU'): PlanEntry[] {
  const entry = (
    kind: PlanEntry['kind'],
    area: AreaKode,
    of: PlanKegiatan | null,
    butir: number | null,
    teks: string,
  ): PlanEntry => {
    const named = teks.replaceAll('<satker>', satker)
    return { kind, area, kegiatan: of, butir, teks: named, profile: profile(named) }
  }
  const areas = canonicalAreas
    .filter((area) => area.nomor[jenis] !== null)
    .flatMap(({ kode: area, judul, variants }) =>
      [judul, ...variants].map((teks) => entry('area', area, null, null, teks)),
    )
  const texts = nationalPlans[jenis].kegiatan.flatMap((each) => [
    ...[each.judul, ...each.sebutan].map((t) => entry('kegiatan', each.area, each, null, t)),
    ...each.indikator.map((t) => entry('indikator', each.area, each, null, t)),
    ...each.butir.flatMap((butir, i) => [
      entry('butir', each.area, each, i, butir.uraian),
      ...butir.indikator.map((t) => entry('indikator', each.area, each, i, t)),
    ]),
  ])
  return [...areas, ...texts]
}

type KegiatanMatch = { kegiatan: PlanKegiatan; similarity: number }

/** The kegiatan of the plan that a title names, and the area it usually belongs to. */
export function findPlanKegiatan(
  jenis: 'RB' | 'ZI',
  title: string,
  floor = 0.8,
): KegiatanMatch | null {
  const wanted = profile(title)
  let best: KegiatanMatch | null = null
  for (const each of nationalPlans[jenis].kegiatan) {
    for (const name of [each.judul, ...each.sebutan]) {
      const found = profileSimilarity(wanted, profile(name))
      if (found >= floor && found > (best?.similarity ?? 0)) {
        best = { kegiatan: each, similarity: found }
      }
    }
  }
  return best
}
