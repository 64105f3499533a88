import type { Q } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { notFound } from '#platform/errors.ts'
import { periodOf } from '../pemantauan.ts'
import { type Angka, angkaOf } from '../pemantauan-angka.ts'
import { placesOf, type RencanaTree } from '../tree.ts'
import { indikatorRows } from './indikator.ts'

/** The figures of a period as they stand today, whether it was taken or not; one statement. */
export async function angkaNow(q: Q, tree: RencanaTree, kode: string): Promise<Angka> {
  const periode = periodOf(kode)
  if (!periode) throw notFound('Periode pemantauan')
  const places = placesOf(tree)
  const rows = await indikatorRows(q, tree, places)
  return angkaOf(places, rows, { ...periode, tahun: tree.tahun }, localDate(q.now, tree.zonaWaktu))
}
