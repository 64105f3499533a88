import { command, type Ctx } from '#platform/command.ts'
import { notFound, refuseIf } from '#platform/errors.ts'
import { rencanaTree } from '../queries/tree.ts'
import type { RencanaTree } from '../tree.ts'
import { noteChange } from './riwayat.ts'
import { findDraft } from './sections.ts'

export type Movable = 'area' | 'kegiatan' | 'butir'

type Move = { rencanaId: string; jenis: Movable; id: string; arah: 'naik' | 'turun' }

const tables = {
  area: 'rencana_area',
  kegiatan: 'rencana_kegiatan',
  butir: 'rencana_butir',
} as const

/** Changes places with the row before or after it, among those of the same parent. */
export const move = command('rencana-aksi.move', async (ctx, { rencanaId, ...input }: Move) => {
  const rencana = await findDraft(ctx, rencanaId)
  const siblings = siblingsOf(await rencanaTree(ctx, rencanaId), input)
  const from = siblings.findIndex(({ id }) => id === input.id)
  const row = siblings[from]
  if (!row) throw notFound('Baris')
  const neighbour = siblings[from + (input.arah === 'naik' ? -1 : 1)]
  refuseIf(!neighbour, 'Baris ini sudah berada di ujung; tidak dapat dipindahkan lebih jauh.')
  if (!neighbour) return
  await setUrutan(ctx, rencana.satkerKode, input.jenis, row.id, neighbour.urutan)
  await setUrutan(ctx, rencana.satkerKode, input.jenis, neighbour.id, row.urutan)
  await noteChange(ctx, { rencana, peristiwa: 'moved', sesudah: input })
})

type Row = { id: string; urutan: number }

function siblingsOf(tree: RencanaTree, { jenis, id }: Pick<Move, 'jenis' | 'id'>): readonly Row[] {
  if (jenis === 'area') return tree.area
  const lists: readonly (readonly Row[])[] =
    jenis === 'kegiatan'
      ? tree.area.map(({ kegiatan }) => kegiatan)
      : tree.area.flatMap(({ kegiatan }) => kegiatan.map(({ butir }) => butir))
  return lists.find((list) => list.some((row) => row.id === id)) ?? []
}

const setUrutan = (ctx: Ctx, satkerKode: string, jenis: Movable, id: string, urutan: number) =>
  ctx.tx
    .updateTable(tables[jenis])
    .set({ urutan })
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .execute()
