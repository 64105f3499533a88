import { type Q, query } from '#platform/command.ts'
import { petaJalanOf, type PetaJalan, type Sasaran } from '../peta-jalan.ts'
import { canCreateRencana } from '../policy.ts'
import { type JenisRencana, type RencanaState, stateOf } from '../rencana.ts'
import { placesOf, type RencanaHead } from '../tree.ts'
import { pageSize } from './list.ts'
import { planPage } from './plan.ts'

/** Every road map there is. */
export async function allPetaJalan({ tx }: Pick<Q, 'tx'>): Promise<PetaJalan[]> {
  const rows = await tx
    .selectFrom('peta_jalan')
    .select(['kode', 'judul', 'lingkup', 'tahun_dari as tahunDari', 'tahun_sampai as tahunSampai'])
    .select(['sasaran', 'sumber', 'keyakinan', 'catatan'])
    .orderBy('tahun_dari')
    .orderBy('kode')
    .execute()
  return rows.map((row) => ({
    ...row,
    // The checks of the table and the file of reference data allow no others.
    lingkup: row.lingkup as PetaJalan['lingkup'],
    keyakinan: row.keyakinan as PetaJalan['keyakinan'],
    sasaran: row.sasaran as unknown as Sasaran[],
  }))
}

/** The sasaran that each butir supports, under the road map that its plan is tied to. */
export async function sasaranOf(
  { tx }: Pick<Q, 'tx'>,
  { satkerKode, id }: Pick<RencanaHead, 'satkerKode' | 'id'>,
): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('butir_sasaran as s')
    .innerJoin('rencana_butir as b', (join) =>
      join.onRef('b.satker_kode', '=', 's.satker_kode').onRef('b.id', '=', 's.butir_id'),
    )
    .innerJoin('rencana as r', (join) =>
      join
        .onRef('r.satker_kode', '=', 'b.satker_kode')
        .onRef('r.id', '=', 'b.rencana_id')
        .onRef('r.peta_jalan_kode', '=', 's.peta_jalan_kode'),
    )
    .select(['s.butir_id', 's.sasaran_kode'])
    .where('s.satker_kode', '=', satkerKode)
    .where('r.id', '=', id)
    .execute()
  return new Map(rows.map((row) => [row.butir_id, row.sasaran_kode]))
}

/** A plan with the road maps of its year and the sasaran of its butir. */
export const petaJalanForStaff = query(async (q, id: string) => {
  const { tree } = await planPage(q, id)
  const all = await allPetaJalan(q)
  const sasaran = await sasaranOf(q, tree)
  return {
    head: tree satisfies RencanaHead,
    choices: petaJalanOf(all, tree.tahun),
    tied: all.find(({ kode }) => kode === tree.petaJalan?.kode) ?? null,
    rows: placesOf(tree).map((place) => ({
      place,
      sasaran: sasaran.get(place.butir.id) ?? null,
    })),
    can: { tie: tree.state !== 'closed' && canCreateRencana(q.actor, tree.satkerKode) },
  }
})

export type PetaJalanPage = Awaited<ReturnType<typeof petaJalanForStaff>>

export type GapRow = {
  id: string
  satkerNama: string
  judul: string
  jenis: JenisRencana
  tahun: number
  state: RencanaState
}

/** The plans within reach that no road map stands behind, fifty a page. */
export const petaJalanGaps = query(async (q, page: number) => {
  const found = await q.tx
    .selectFrom('rencana as r')
    .innerJoin('satker as s', 's.kode', 'r.satker_kode')
    .select(['r.id', 's.nama as satkerNama', 'r.judul', 'r.jenis', 'r.tahun'])
    .select(['r.proposed_at', 'r.approved_at', 'r.closed_at'])
    .select((eb) => eb.fn.countAll<number>().over().as('total'))
    .where('r.peta_jalan_kode', 'is', null)
    .orderBy('r.tahun', 'desc')
    .orderBy('r.satker_kode')
    .orderBy('r.jenis')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const total = found[0]?.total ?? 0
  const rows = found.map(
    ({ total: _, proposed_at, approved_at, closed_at, jenis, ...row }): GapRow => ({
      ...row,
      jenis: jenis as JenisRencana, // the table's check allows no other
      state: stateOf({ proposed_at, approved_at, closed_at }),
    }),
  )
  return { rows, page, total, pages: Math.max(1, Math.ceil(total / pageSize)) }
})

export type GapPage = Awaited<ReturnType<typeof petaJalanGaps>>
