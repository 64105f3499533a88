import type { Ctx } from '#platform/command.ts'
import { refuseIf } from '#platform/errors.ts'
import { monthName } from '#platform/date.ts'
import type { ButirEdit } from '../butir-edit.ts'
import { newIndikator } from '../isi.ts'
import { dueWindows } from '../jadwal.ts'
import { sameText, wordLikeness } from '../similar-text.ts'
import { findKegiatan, type ButirRow, type RencanaRow } from './find.ts'
import { insertIndikator } from './write-isi.ts'

/** Stores every field of a butir; its cells and indikator follow, and those with work in them stay. */
export async function changeButir(
  ctx: Ctx,
  rencana: RencanaRow,
  butir: Pick<ButirRow, 'id' | 'versi'>,
  edit: ButirEdit,
): Promise<void> {
  await findKegiatan(ctx, rencana, edit.kegiatanId)
  await ctx.tx
    .updateTable('rencana_butir')
    .set({ ...columnsOf(edit), versi: butir.versi + 1 })
    .set({ updated_at: ctx.now, updated_by: ctx.actor.id })
    .where('satker_kode', '=', rencana.satkerKode)
    .where('id', '=', butir.id)
    .execute()
  await replaceSchedule(ctx, rencana, butir.id, edit)
  await replaceIndikator(ctx, rencana, butir.id, edit.indikator)
}

const columnsOf = (edit: ButirEdit) => ({
  kegiatan_id: edit.kegiatanId,
  label: edit.label,
  uraian: edit.uraian,
  langkah: edit.langkah,
  keterangan: edit.keterangan,
  prioritas: edit.prioritas,
  penanggung_jawab_id: edit.penanggungJawabId,
  unit_id: edit.unitId,
  mulai: edit.mulai,
  selesai: edit.selesai,
  eviden: edit.eviden,
})

/** Months that leave the schedule go only while nothing has been done in them. */
async function replaceSchedule(ctx: Ctx, rencana: RencanaRow, butirId: string, edit: ButirEdit) {
  const { tx, now, actor } = ctx
  const wanted = dueWindows(rencana.tahun, edit)
  const present = await tx
    .selectFrom('rencana_sel')
    .select(['bulan', 'status'])
    .where('satker_kode', '=', rencana.satkerKode)
    .where('butir_id', '=', butirId)
    .execute()
  const gone = present.filter((sel) => !wanted.some(({ bulan }) => bulan === sel.bulan))
  const worked = gone.filter(({ status }) => status !== 'planned')
  refuseIf(
    worked.length > 0,
    `Bulan ${worked.map(({ bulan }) => monthName(bulan)).join(', ')} sudah dikerjakan atau ditiadakan, jadi harus tetap dalam jadwal.`,
  )
  for (const { bulan } of gone)
    await tx
      .deleteFrom('rencana_sel')
      .where('satker_kode', '=', rencana.satkerKode)
      .where('butir_id', '=', butirId)
      .where('bulan', '=', bulan)
      .execute()
  for (const { bulan, mulai, jatuhTempo } of wanted)
    await tx
      .insertInto('rencana_sel')
      .values({
        satker_kode: rencana.satkerKode,
        rencana_id: rencana.id,
        butir_id: butirId,
        bulan,
        mulai,
        jatuh_tempo: jatuhTempo,
        updated_at: now,
        updated_by: actor.id,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['satker_kode', 'butir_id', 'bulan'])
          .doUpdateSet({ mulai, jatuh_tempo: jatuhTempo }),
      )
      .execute()
}

/** From this share of common words on, an indikator is the old one reworded. */
const reworded = 0.5

/** Indikator whose words stay, or are only mended, keep their kind, target and values. */
async function replaceIndikator(
  ctx: Ctx,
  rencana: RencanaRow,
  butirId: string,
  teks: readonly string[],
) {
  const { tx } = ctx
  const present = await tx
    .selectFrom('rencana_indikator')
    .select(['id', 'teks'])
    .where('satker_kode', '=', rencana.satkerKode)
    .where('butir_id', '=', butirId)
    .orderBy('urutan')
    .execute()
  const rest = [...present]
  const take = (matches: (teks: string) => boolean) => {
    const index = rest.findIndex((row) => matches(row.teks))
    return index < 0 ? undefined : rest.splice(index, 1)[0]
  }
  const kept = teks.map((text) => take((old) => sameText(old, text)))
  const placed = teks.map(
    (text, index) => kept[index] ?? take((old) => wordLikeness(old, text) >= reworded),
  )
  for (const { id } of rest)
    await tx
      .deleteFrom('rencana_indikator')
      .where('satker_kode', '=', rencana.satkerKode)
      .where('id', '=', id)
      .execute()
  for (const [index, text] of teks.entries()) {
    const row = placed[index]
    if (row)
      await tx
        .updateTable('rencana_indikator')
        .set({ teks: text, urutan: index + 1 })
        .where('satker_kode', '=', rencana.satkerKode)
        .where('id', '=', row.id)
        .execute()
    else
      await insertIndikator(ctx, rencana, [
        { butirId, indikator: [newIndikator(text)], from: index + 1 },
      ])
  }
}
