import type { Ctx } from '#platform/command.ts'
import type { IsiButir, IsiIndikator, IsiRencana } from '../isi.ts'
import { dueWindows } from '../jadwal.ts'

export type RencanaKey = { satkerKode: string; id: string; tahun: number }

/** Writes the content of a plan that has no rows yet; ids that the content brings are kept. */
export async function writeIsi(ctx: Ctx, rencana: RencanaKey, isi: IsiRencana): Promise<void> {
  const base = { satker_kode: rencana.satkerKode, rencana_id: rencana.id }
  const area = isi.area.map((node) => ({ node, id: node.id ?? ctx.newId() }))
  const kegiatan = area.flatMap(({ node, id }) =>
    node.kegiatan.map((k) => ({ node: k, areaId: id, id: k.id ?? ctx.newId() })),
  )
  const butir = kegiatan.flatMap(({ node, id }) =>
    node.butir.map((b) => ({ node: b, kegiatanId: id, id: b.id ?? ctx.newId() })),
  )
  const areaRows = area.map(({ node, id }, index) => ({
    ...base,
    id,
    urutan: index + 1,
    nomor: node.nomor,
    judul: node.judul,
    area_baku: node.areaBaku,
  }))
  const kegiatanRows = kegiatan.map(({ node, areaId, id }, index) => ({
    ...base,
    id,
    area_id: areaId,
    urutan: index + 1,
    nomor: node.nomor,
    judul: node.judul,
  }))
  await inParts(areaRows, (part) => ctx.tx.insertInto('rencana_area').values(part).execute())
  await inParts(kegiatanRows, (part) =>
    ctx.tx.insertInto('rencana_kegiatan').values(part).execute(),
  )
  await insertButir(
    ctx,
    rencana,
    butir.map((b, index) => ({ ...b, urutan: index + 1 })),
  )
}

type NewButir = { node: IsiButir; id: string; kegiatanId: string; urutan: number }

/** Writes butir with their indikator and one cell for each month of their schedule. */
export async function insertButir(
  ctx: Ctx,
  rencana: RencanaKey,
  butir: readonly NewButir[],
): Promise<void> {
  const base = { satker_kode: rencana.satkerKode, rencana_id: rencana.id }
  const touched = { updated_at: ctx.now, updated_by: ctx.actor.id }
  const butirRows = butir.map(({ node, id, kegiatanId, urutan }) => ({
    ...base,
    ...butirValues(node),
    ...touched,
    id,
    kegiatan_id: kegiatanId,
    urutan,
    baris: node.baris,
    keyakinan: node.keyakinan,
  }))
  await inParts(butirRows, (part) => ctx.tx.insertInto('rencana_butir').values(part).execute())
  await insertIndikator(
    ctx,
    rencana,
    butir.map(({ node, id }) => ({ butirId: id, indikator: node.indikator })),
  )
  const selRows = butir.flatMap(({ node, id }) =>
    dueWindows(rencana.tahun, node).map(({ bulan, mulai, jatuhTempo }) => ({
      ...base,
      ...touched,
      butir_id: id,
      bulan,
      mulai,
      jatuh_tempo: jatuhTempo,
    })),
  )
  await inParts(selRows, (part) => ctx.tx.insertInto('rencana_sel').values(part).execute())
}

/** Writes the indikator of butir that have none yet. */
export async function insertIndikator(
  ctx: Ctx,
  rencana: Omit<RencanaKey, 'tahun'>,
  lists: readonly { butirId: string; indikator: readonly IsiIndikator[]; from?: number }[],
): Promise<void> {
  const rows = lists.flatMap(({ butirId, indikator, from = 1 }) =>
    indikator.map((node, index) => ({
      satker_kode: rencana.satkerKode,
      rencana_id: rencana.id,
      id: ctx.newId(),
      butir_id: butirId,
      urutan: from + index,
      teks: node.teks,
      jenis: node.jenis,
      satuan: node.satuan,
      arah: node.arah,
      target: node.target,
      cara_hitung: node.caraHitung,
      nilai_tahun_lalu: node.nilaiTahunLalu,
    })),
  )
  await inParts(rows, (part) => ctx.tx.insertInto('rencana_indikator').values(part).execute())
}

/** One statement takes at most 65,535 parameters. */
const mostRows = 1000

async function inParts<Row>(rows: readonly Row[], insert: (part: Row[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += mostRows)
    await insert(rows.slice(from, from + mostRows))
}

/** The columns of a butir that people edit. Dates in the wrong order are turned round. */
export const butirValues = (node: IsiButir) => {
  const [mulai, selesai] =
    node.mulai !== null && node.selesai !== null && node.mulai > node.selesai
      ? [node.selesai, node.mulai]
      : [node.mulai, node.selesai]
  return {
    label: node.label,
    uraian: node.uraian,
    langkah: node.langkah,
    keterangan: node.keterangan,
    prioritas: node.prioritas,
    penanggung_jawab_id: node.penanggungJawab?.id ?? null,
    unit_id: node.unit?.id ?? null,
    mulai,
    selesai,
    jadwal_asli: node.jadwalAsli,
    eviden: node.eviden,
  }
}
