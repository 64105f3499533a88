import type { RenaksiArea, RenaksiKegiatan, RenaksiKeputusan } from '../renaksi.ts'
import { flattenPlan, plain, type Damage } from './flatten-plan.fixture.ts'
import { readFlattened } from './flattened.ts'
import { nationalPlans } from './national-plan.ts'
import { similarity } from './similarity.ts'
import { canonicalAreas } from './vocabulary.ts'

const office = 'KPU Kabupaten Sukamaju'

function decree(judul: string): RenaksiKeputusan {
  const penerbit = 'Komisi Pemilihan Umum Kabupaten Sukamaju'
  return { penerbit, nomor: '1', tahun: 2026, judul, tanggal: '2026-01-12' }
}
export const rb = decree(
  'RENCANA AKSI REFORMASI BIROKRASI KOMISI PEMILIHAN UMUM KABUPATEN SUKAMAJU TAHUN 2026',
)
export const zi = decree(
  'RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS KOMISI PEMILIHAN UMUM KABUPATEN SUKAMAJU TAHUN 2026',
)

/** The stored plan as a decree of that office would print it. */
export function printed(jenis: 'RB' | 'ZI'): RenaksiArea[] {
  return canonicalAreas.flatMap(({ kode, judul, nomor }) => {
    const own = nationalPlans[jenis].kegiatan.filter((each) => each.area === kode)
    const named = (text: string) => text.replaceAll('<satker>', office)
    const kegiatan = own.map((each) =>
      lettered({
        judul: each.judul,
        butir: each.butir.map(({ uraian, indikator }, i) => ({
          uraian: named(uraian),
          langkah: null,
          indikator: [...(i === 0 ? each.indikator : []), ...indikator].map(named),
          eviden: [],
          jadwal: null,
        })),
      }),
    )
    return own.length === 0 ? [] : [{ nomor: String(nomor[jenis]), judul, kegiatan }]
  })
}

export function lettered(kegiatan: RenaksiKegiatan): RenaksiKegiatan {
  const label = (i: number) =>
    kegiatan.butir.length > 1 ? `${String.fromCharCode(97 + i)}.` : null
  return { ...kegiatan, butir: kegiatan.butir.map((each, i) => ({ ...each, label: label(i) })) }
}

type Placed = { area: string | null; kegiatan: string | null; uraian: string; indikator: string[] }

function placed(areas: RenaksiArea[]): Placed[] {
  return areas.flatMap((area) =>
    area.kegiatan.flatMap(({ judul, butir }) =>
      butir.map((each) => ({
        area: area.judul,
        kegiatan: judul,
        uraian: `${each.uraian ?? ''} ${each.langkah ?? ''}`,
        indikator: each.indikator,
      })),
    ),
  )
}

/** Shares of butir found, of those with the right parents, and of indicators in the right kegiatan. */
function measure(got: RenaksiArea[], expected: RenaksiArea[]) {
  const found = placed(got)
  const wanted = placed(expected)
  const free = new Set(found)
  const alike = (a: string | null, b: string | null) =>
    similarity(a ?? 'tanpa', b ?? 'tanpa') >= 0.9
  const pairs = wanted.flatMap((want) => {
    const same = [...free].filter((each) => similarity(each.uraian, want.uraian) >= 0.97)
    const got = same.find((each) => alike(each.kegiatan, want.kegiatan)) ?? same[0]
    if (got) free.delete(got)
    return got ? [{ got, want }] : []
  })
  const right = pairs.filter(
    ({ got: g, want: w }) => alike(g.kegiatan, w.kegiatan) && alike(g.area, w.area),
  )
  const indikator = wanted.flatMap((want) => want.indikator.map((text) => ({ text, want })))
  const kept = indikator.filter(({ text, want }) =>
    found.some((g) => alike(g.kegiatan, want.kegiatan) && g.indikator.some((t) => alike(t, text))),
  )
  return {
    butir: pairs.length / Math.max(found.length, wanted.length),
    parents: right.length / Math.max(found.length, wanted.length),
    indikator: indikator.length === 0 ? 1 : kept.length / indikator.length,
  }
}

/** Flattens a plan with that damage, reads it back and measures what is right. */
export function roundTrip(plan: RenaksiArea[], damage: Partial<Damage>, keputusan = rb) {
  const lines = flattenPlan(plan, { ...plain, ...damage })
  const read = readFlattened(lines, { keputusan })
  const lost = lines.filter(({ baris }) => !read.placed.has(baris) && !read.noise.has(baris))
  return { ...measure(read.area, plan), read, lost }
}
