import { type Q, query } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { notFound } from '#platform/errors.ts'
import { type DiffRencana, diffRencana, withoutIds } from '../diff.ts'
import { canCopyRencana } from '../salin-policy.ts'
import { type Salin, salinanOf, salinFigures, type SalinSource } from '../salin.ts'
import { isiOf, placesOf, type RencanaHead, type RencanaTree } from '../tree.ts'
import { indikatorRows } from './indikator.ts'
import { ownerIds } from './owners.ts'
import { rencanaTree } from './tree.ts'

/** What a copy takes from a plan: its rows, what was achieved, and who is still there. */
export async function salinSource(q: Q, tree: RencanaTree): Promise<SalinSource> {
  const rows = await indikatorRows(q, tree, placesOf(tree))
  const today = localDate(q.now, tree.zonaWaktu)
  return {
    tree,
    capaian: new Map(rows.map(({ indikator, capaian }) => [indikator.id, capaian])),
    present: await ownerIds(q, tree.satkerKode, today),
  }
}

/** What copying this plan would give, before it is done. */
export const salinPreview = query(
  async (q, { id, ...salin }: { id: string; tahun: number | null; gantiTahun: boolean }) => {
    const tree = await rencanaTree(q, id)
    const wanted: Salin = { tahun: salin.tahun ?? tree.tahun + 1, gantiTahun: salin.gantiTahun }
    const before = isiOf(tree)
    const after = salinanOf(await salinSource(q, tree), wanted)
    const existing = await q.tx
      .selectFrom('rencana')
      .select(['id', 'judul'])
      .where('satker_kode', '=', tree.satkerKode)
      .where('tahun', '=', wanted.tahun)
      .where('jenis', '=', tree.jenis)
      .executeTakeFirst()
    return {
      head: tree satisfies RencanaHead,
      ...wanted,
      diff: diffRencana(before, after),
      figures: salinFigures(before, after, tree.tahun),
      existing: existing ?? null,
      can: { copy: canCopyRencana(q.actor, tree) },
    }
  },
)

export type SalinPreview = Awaited<ReturnType<typeof salinPreview>>

/** A copied plan beside the one it was copied from, as both stand now. */
export const salinanForStaff = query(async (q, id: string) => {
  const tree = await rencanaTree(q, id)
  if (!tree.disalinDari) throw notFound('Asal salinan')
  const source = await rencanaTree(q, tree.disalinDari)
  const diff: DiffRencana = diffRencana(withoutIds(isiOf(source)), isiOf(tree))
  return { head: tree satisfies RencanaHead, source: source satisfies RencanaHead, diff }
})

export type SalinanPage = Awaited<ReturnType<typeof salinanForStaff>>
