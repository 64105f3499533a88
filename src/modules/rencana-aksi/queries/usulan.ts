import { query } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { idsIn } from '../riwayat-text.ts'
import { namesOf, usulanRows } from './history.ts'
import { headPage } from './plan.ts'

/** One proposed change, and whether this actor may decide it. */
export const usulanForStaff = query(
  async (q, { id, usulanId }: { id: string; usulanId: string }) => {
    const page = await headPage(q, id)
    const [usulan] = await usulanRows(q, page.head, usulanId)
    if (!usulan) throw notFound('Usulan perubahan')
    const { perubahan } = usulan
    const ids = [
      ...('sebelum' in perubahan ? idsIn(perubahan.sebelum) : []),
      ...('sesudah' in perubahan ? idsIn(perubahan.sesudah) : []),
    ]
    const names = await namesOf(q, page.head.satkerKode, ids)
    const decideThis = page.can.decideChange && usulan.state === 'pending' && !usulan.own
    return { ...page, usulan, names, can: { ...page.can, decideThis } }
  },
)
