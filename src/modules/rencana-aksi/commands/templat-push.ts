import { command, type Ctx } from '#platform/command.ts'
import { allow, refuseIf } from '#platform/errors.ts'
import { allButir } from '../isi.ts'
import { rencanaTree } from '../queries/tree.ts'
import { forOffice, simpanganOf } from '../templat.ts'
import { canKeepTemplat, canWorkOff } from '../templat-policy.ts'
import { isiOf } from '../tree.ts'
import { insertRencana } from './import.ts'
import { refreshRekap } from './rekap.ts'
import { noteChange } from './riwayat.ts'
import { findTemplat, type TemplatRow, thing } from './templat.ts'
import { writeIsi } from './write-isi.ts'

export type Penerima = 'provinsi' | 'kabkota'

/** Offices that one transaction serves. */
export const pushPageSize = 50

/** Orders a template to be pushed to the offices below; those already ordered are left out. */
export const pushTemplat = command(
  'rencana-aksi.pushTemplat',
  async (ctx, { templatId, kepada }: { templatId: string; kepada: readonly Penerima[] }) => {
    const templat = await findTemplat(ctx, templatId)
    allow(canKeepTemplat(ctx.actor, templat.satkerKode))
    refuseIf(!templat.published, 'Terbitkan templat ini sebelum mendorongnya.')
    refuseIf(kepada.length === 0, 'Pilih paling sedikit satu jenis penerima.')
    const kinds = kepada.flatMap((one) => (one === 'kabkota' ? ['kabupaten', 'kota'] : [one]))
    const rows = await ctx.tx
      .insertInto('templat_dorongan')
      .columns(['satker_kode', 'templat_id', 'sasaran_kode', 'created_at', 'created_by'])
      .expression((eb) =>
        eb
          .selectFrom('satker')
          .select((one) => [
            one.val(templat.satkerKode).as('satker_kode'),
            one.cast<string>(one.val(templat.id), 'uuid').as('templat_id'),
            'satker.kode',
            one.cast<Date>(one.val(ctx.now), 'timestamptz').as('created_at'),
            one.cast<string>(one.val(ctx.actor.id), 'uuid').as('created_by'),
          ])
          .where('satker.kode', '>=', ctx.actor.dari)
          .where('satker.kode', '<', ctx.actor.sampai)
          .where('satker.kode', '<>', templat.satkerKode)
          .where('satker.jenis', 'in', kinds),
      )
      .onConflict((conflict) =>
        conflict.columns(['satker_kode', 'templat_id', 'sasaran_kode']).doNothing(),
      )
      .returning('sasaran_kode')
      .execute()
    refuseIf(rows.length === 0, 'Semua satuan kerja itu sudah menerima templat ini.')
    await ctx.record('rencana-aksi.templat_pushed', thing(templat), { kepada, satker: rows.length })
    await queueNext(ctx, 'push', templat)
    return { satker: rows.length }
  },
)

type Work = 'push' | 'measure'

/** One waiting job for a template is enough: each page orders the next. */
const queueNext = (ctx: Ctx, work: Work, { satkerKode, id }: TemplatRow, sesudah = '') =>
  ctx.later(
    `rencana-aksi.templat-${work}`,
    { satkerKode, templatId: id, sesudah },
    { key: `templat-${work}-${id}` },
  )

/**
 * Serves the next offices that wait: a draft for each that has no plan of that kind and year, a
 * mark for the others. Done twice it does nothing; after a crash it goes on where it stood.
 */
export const pushNext = command(
  'rencana-aksi.pushNext',
  async (ctx, { templatId }: { templatId: string }) => {
    const templat = await findTemplat(ctx, templatId)
    allow(canWorkOff(ctx.actor))
    const waiting = await ctx.tx
      .selectFrom('templat_dorongan as d')
      .innerJoin('satker as s', 's.kode', 'd.sasaran_kode')
      .leftJoin('rencana as r', (join) =>
        join
          .onRef('r.satker_kode', '=', 'd.sasaran_kode')
          .on('r.tahun', '=', templat.tahun)
          .on('r.jenis', '=', templat.jenis),
      )
      .select(['d.sasaran_kode as kode', 's.nama', 'r.id as rencanaId'])
      .where('d.satker_kode', '=', templat.satkerKode)
      .where('d.templat_id', '=', templat.id)
      .where('d.done_at', 'is', null)
      .orderBy('d.sasaran_kode')
      .limit(pushPageSize)
      .execute()
    for (const { kode, nama, rencanaId } of waiting) {
      const hasil = rencanaId ? ('sudah_ada' as const) : ('dibuat' as const)
      const id = rencanaId ?? (await createDraftFor(ctx, templat, { kode, nama }))
      await update(ctx, templat, kode, { hasil, rencana_id: id, done_at: ctx.now })
      await measure(ctx, templat, { kode, nama, rencanaId: id })
    }
    if (waiting.length === pushPageSize) await queueNext(ctx, 'push', templat)
    return { satker: waiting.length }
  },
)

type Office = { kode: string; nama: string }

async function createDraftFor(ctx: Ctx, templat: TemplatRow, { kode, nama }: Office) {
  const { jenis, tahun, judul } = templat
  const isi = forOffice(templat.isi, nama)
  const id = await insertRencana(ctx, { satkerKode: kode, jenis, tahun, judul, keputusanId: null })
  const rencana = { satkerKode: kode, id, tahun }
  await ctx.tx
    .updateTable('rencana')
    .set({ templat_satker_kode: templat.satkerKode, templat_id: templat.id })
    .set({ templat_isi: JSON.stringify(isi) })
    .where('satker_kode', '=', kode)
    .where('id', '=', id)
    .execute()
  await writeIsi(ctx, rencana, isi)
  await refreshRekap(ctx, rencana)
  await noteChange(ctx, {
    rencana,
    peristiwa: 'templat_received',
    sesudah: { judul, jenis, tahun, butir: allButir(isi).length },
  })
  return id
}

/** Orders the distance of every office from the template to be counted again. */
export const measureTemplat = command(
  'rencana-aksi.measureTemplat',
  async (ctx, { templatId }: { templatId: string }) => {
    const templat = await findTemplat(ctx, templatId)
    allow(canKeepTemplat(ctx.actor, templat.satkerKode))
    refuseIf(!templat.published, 'Templat ini belum terbit, jadi belum ada yang menerimanya.')
    await ctx.record('rencana-aksi.templat_measured', thing(templat))
    await queueNext(ctx, 'measure', templat)
  },
)

/** Counts the next offices after `sesudah`, in the order of their codes. */
export const measureNext = command(
  'rencana-aksi.measureNext',
  async (ctx, { templatId, sesudah }: { templatId: string; sesudah: string }) => {
    const templat = await findTemplat(ctx, templatId)
    allow(canWorkOff(ctx.actor))
    const rows = await ctx.tx
      .selectFrom('templat_dorongan as d')
      .innerJoin('satker as s', 's.kode', 'd.sasaran_kode')
      .innerJoin('rencana as r', (join) =>
        join.onRef('r.satker_kode', '=', 'd.sasaran_kode').onRef('r.id', '=', 'd.rencana_id'),
      )
      .select(['d.sasaran_kode as kode', 's.nama', 'r.id as rencanaId'])
      .where('d.satker_kode', '=', templat.satkerKode)
      .where('d.templat_id', '=', templat.id)
      .where('d.sasaran_kode', '>', sesudah)
      .orderBy('d.sasaran_kode')
      .limit(pushPageSize)
      .execute()
    for (const row of rows) await measure(ctx, templat, row)
    const last = rows.at(-1)
    if (last && rows.length === pushPageSize) await queueNext(ctx, 'measure', templat, last.kode)
    return { satker: rows.length }
  },
)

async function measure(ctx: Ctx, templat: TemplatRow, office: Office & { rencanaId: string }) {
  const tree = await rencanaTree(ctx, office.rencanaId)
  const counts = simpanganOf(forOffice(templat.isi, office.nama), isiOf(tree))
  await update(ctx, templat, office.kode, { ...counts, dihitung_at: ctx.now })
}

type Changes = {
  hasil?: 'dibuat' | 'sudah_ada'
  rencana_id?: string
  done_at?: Date
  tambah?: number
  hilang?: number
  ubah?: number
  dihitung_at?: Date
}

const update = (ctx: Ctx, { satkerKode, id }: TemplatRow, kode: string, changes: Changes) =>
  ctx.tx
    .updateTable('templat_dorongan')
    .set(changes)
    .where('satker_kode', '=', satkerKode)
    .where('templat_id', '=', id)
    .where('sasaran_kode', '=', kode)
    .execute()
