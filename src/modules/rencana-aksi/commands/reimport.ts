import type { Renaksi } from '#modules/keputusan'
import type { Ctx, Q } from '#platform/command.ts'
import { notFound, refuseIf } from '#platform/errors.ts'
import type { ButirEdit } from '../butir-edit.ts'
import { carryOver, type DiffRencana, diffRencana } from '../diff.ts'
import { type IsiButir, isiFromRenaksi, type IsiRencana } from '../isi.ts'
import { type IsiPlace, matchButir } from '../match.ts'
import { rencanaHead } from '../queries/head.ts'
import { rencanaTree } from '../queries/tree.ts'
import type { RencanaState } from '../rencana.ts'
import { textKey } from '../similar-text.ts'
import { isiOf } from '../tree.ts'
import { proposeChangeIn } from './usulan.ts'

type OfYear = { satkerKode: string; renaksi: Renaksi }

export type Comparison = {
  rencanaId: string
  judul: string
  state: RencanaState
  /** proposals of change that wait for a decision */
  usulanMenunggu: number
  diff: DiffRencana
}

/** The office's plan of the same kind and year, with what the decree would change; null when there is none. */
export async function compareWithRencana(
  q: Pick<Q, 'tx'>,
  { satkerKode, renaksi }: OfYear,
): Promise<Comparison | null> {
  const { jenis, tahun } = renaksi.rencana
  const row = await q.tx
    .selectFrom('rencana')
    .select('id')
    .where('satker_kode', '=', satkerKode)
    .where('tahun', '=', tahun)
    .where('jenis', '=', jenis)
    .executeTakeFirst()
  if (!row) return null
  const tree = await rencanaTree(q, row.id)
  const before = isiOf(tree)
  const { id: rencanaId, judul, state, usulanMenunggu } = tree
  const diff = diffRencana(before, carryOver(before, isiFromRenaksi(renaksi)))
  return { rencanaId, judul, state, usulanMenunggu, diff }
}

type Reimport = { rencanaId: string; renaksi: Renaksi; alasan: string }

/**
 * Asks for everything that a decree read again would change in an approved plan: one proposal a row,
 * each decided by a second person. Returns how many.
 */
export async function proposeRencanaFromRenaksi(
  ctx: Ctx,
  { rencanaId, renaksi, alasan }: Reimport,
): Promise<number> {
  const head = await rencanaHead(ctx, rencanaId)
  refuseIf(
    head.usulanMenunggu > 0,
    `Masih ada ${head.usulanMenunggu} usulan perubahan yang menunggu pada rencana ini. Putuskan dahulu semuanya.`,
  )
  const before = isiOf(await rencanaTree(ctx, rencanaId))
  const { pairs, added, removed } = matchButir(before, carryOver(before, isiFromRenaksi(renaksi)))
  const wishes = [
    ...pairs.flatMap((pair) => changeOf(pair.before, pair.after)),
    ...added.map((place) => ({ jenis: 'tambah_butir' as const, edit: newEdit(before, place) })),
    ...removed.map(({ butir }) => ({ jenis: 'hapus_butir' as const, butirId: idOf(butir) })),
  ]
  for (const wish of wishes) await proposeChangeIn(ctx, { rencanaId, wish, alasan })
  return wishes.length
}

function changeOf(before: IsiPlace, after: IsiPlace) {
  const kegiatanId = idOf(before.kegiatan)
  const [old, edit] = [before, after].map(({ butir }) => editFrom(butir, kegiatanId))
  if (!edit || JSON.stringify(old) === JSON.stringify(edit)) return []
  return [{ jenis: 'ubah_butir' as const, butirId: idOf(before.butir), edit }]
}

/** A new row goes to the kegiatan of its title; where the plan has none, to the last of its area, with a note. */
function newEdit(before: IsiRencana, { area, kegiatan, butir }: IsiPlace): ButirEdit {
  const all = before.area.flatMap((each) => each.kegiatan)
  const same = all.find((each) => textKey(each.judul ?? '') === textKey(kegiatan.judul ?? ''))
  const own = before.area.find((each) => textKey(each.judul ?? '') === textKey(area.judul ?? ''))
  const home = same ?? own?.kegiatan.at(-1) ?? all.at(-1)
  if (!home) throw notFound('Kegiatan')
  const edit = editFrom(butir, idOf(home))
  if (same) return edit
  const note = `Kegiatan menurut keputusan: ${kegiatan.judul ?? kegiatan.nomor ?? 'tanpa judul'}`
  return { ...edit, keterangan: [butir.keterangan, note].filter(Boolean).join('. ') }
}

const editFrom = (butir: IsiButir, kegiatanId: string): ButirEdit => ({
  kegiatanId,
  label: butir.label,
  uraian: butir.uraian,
  langkah: butir.langkah,
  keterangan: butir.keterangan,
  prioritas: butir.prioritas,
  penanggungJawabId: butir.penanggungJawab?.id ?? null,
  unitId: butir.unit?.id ?? null,
  bulan: butir.bulan,
  mulai: butir.mulai,
  selesai: butir.selesai,
  eviden: butir.eviden,
  indikator: butir.indikator.map(({ teks }) => teks),
})

function idOf({ id }: { id?: string }): string {
  if (!id) throw new Error('a stored row without id')
  return id
}
