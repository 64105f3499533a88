import { buktiOtomatis } from '#platform/bukti-otomatis.ts'
import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf, refused } from '#platform/errors.ts'
import { type MasaBerlaku, masaProblem, type Media } from '../eviden.ts'
import { canEditEviden, canLockEviden } from '../policy.ts'

export type FactsOfEviden = {
  judul: string
  tanggal: string
  sumber: string | null
  keterangan: string | null
  media: Media | null
  sasaran: string | null
  berlaku: MasaBerlaku
}

type EditEviden = FactsOfEviden & { id: string; versi: number }

/** Corrects what is said about an evidence; what it is itself never changes. */
export const editEviden = command('eviden.edit', async (ctx, input: EditEviden) => {
  const eviden = await findOwn(ctx, input.id)
  refuseIf(
    eviden.versi !== input.versi,
    'Orang lain sudah mengubah eviden ini setelah Anda membukanya. Bandingkan dengan isian Anda, lalu simpan lagi.',
  )
  const problem = masaProblem(input.tanggal, input.berlaku)
  if (problem) throw refused(problem)
  if (provesOther(eviden.facts, input) && (await isAccepted(ctx, eviden)))
    throw refused(
      'Eviden ini sudah diterima, jadi judul, tanggal, sumber, dan masa berlakunya tetap. Bila keliru, tambahkan eviden baru untuk diverifikasi.',
    )
  const { judul, tanggal, sumber, keterangan, media, sasaran, berlaku } = input
  await ctx.tx
    .updateTable('eviden')
    .set({ judul, tanggal, sumber, keterangan, media, sasaran, versi: eviden.versi + 1 })
    .set({ berlaku_dari: berlaku.dari, berlaku_sampai: berlaku.sampai })
    .set({ alasan_berlaku: berlaku.alasan })
    .where('satker_kode', '=', eviden.satkerKode)
    .where('id', '=', eviden.id)
    .execute()
  const { id: _, versi: __, ...sesudah } = input
  await ctx.record('eviden.edited', thing(eviden), { sebelum: eviden.facts, sesudah })
})

/** What a verifier has looked at. */
type Verified = Pick<FactsOfEviden, 'judul' | 'tanggal' | 'sumber' | 'berlaku'>

const provesOther = (before: Verified, after: Verified): boolean =>
  before.judul !== after.judul ||
  before.tanggal !== after.tanggal ||
  before.sumber !== after.sumber ||
  before.berlaku.dari !== after.berlaku.dari ||
  before.berlaku.sampai !== after.berlaku.sampai

async function isAccepted({ tx }: Ctx, of: { satkerKode: string; id: string }): Promise<boolean> {
  const accepted = await tx
    .selectFrom('eviden_pakai')
    .select('id')
    .where('satker_kode', '=', of.satkerKode)
    .where('eviden_id', '=', of.id)
    .where('removed_at', 'is', null)
    .where('accepted_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return accepted !== undefined
}

/** Takes evidence out of the library; refused while it stands for a row. */
export const removeEviden = command('eviden.remove', async (ctx, { id }: { id: string }) => {
  const eviden = await findOwn(ctx, id)
  const used = await ctx.tx
    .selectFrom('eviden_pakai')
    .select('id')
    .where('satker_kode', '=', eviden.satkerKode)
    .where('eviden_id', '=', id)
    .where('removed_at', 'is', null)
    .where('returned_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  refuseIf(
    used !== undefined,
    'Eviden ini masih dipakai. Lepaskan dahulu dari butir atau RATL yang dibuktikannya.',
  )
  await ctx.tx
    .updateTable('eviden')
    .set({ removed_at: ctx.now, removed_by: ctx.actor.id })
    .where('satker_kode', '=', eviden.satkerKode)
    .where('id', '=', id)
    .execute()
  await ctx.record('eviden.removed', thing(eviden), eviden.facts)
})

/** Freezes a record of the system as it stands now: from here on it no longer follows the figures. */
export const lockEviden = command('eviden.lock', async (ctx, { id }: { id: string }) => {
  const eviden = await findEviden(ctx, id)
  allow(
    canLockEviden(ctx.actor, eviden.satkerKode),
    'Data sistem dikunci oleh koordinator, kasubbag, sekretaris, atau admin satuan kerja.',
  )
  const { jenis, periode, satkerKode } = eviden
  if (jenis === null || periode === null) throw notFound('Data sistem')
  refuseIf(eviden.locked, 'Data ini sudah dikunci.')
  const isi = await buktiOtomatis(jenis)?.read(ctx, { satkerKode, periode })
  if (!isi) throw refused('Belum ada data pada periode itu, jadi belum dapat dikunci.')
  await ctx.tx
    .updateTable('eviden')
    .set({ snapshot: JSON.stringify(isi), locked_at: ctx.now, locked_by: ctx.actor.id })
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .execute()
  await ctx.record('eviden.locked', thing(eviden), { jenis, periode, per: isi.per })
})

type Title = { satkerKode: string; id: string; judul: string | null; sebab: string | null }

/** Keeps what the page behind a link was called when it was read; the title that was typed stays. */
export const keepLinkTitle = command('eviden.keepTitle', async (ctx, input: Title) => {
  const { satkerKode, id, judul, sebab } = input
  const eviden = await findEviden(ctx, id)
  allow(ctx.actor.tugas.some(({ peran }) => peran === 'sistem'))
  refuseIf(eviden.url === null, 'Eviden ini bukan tautan.')
  await ctx.tx
    .updateTable('eviden')
    .set({ url_judul: judul, url_sebab: sebab, url_dibaca_at: ctx.now })
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .execute()
  await ctx.record('eviden.link_read', thing(eviden), { judul, sebab })
})

async function findOwn(ctx: Ctx, id: string) {
  const eviden = await findEviden(ctx, id)
  allow(
    canEditEviden(ctx.actor, eviden),
    'Eviden diubah oleh yang menambahkannya, koordinator, kasubbag, sekretaris, atau admin.',
  )
  return eviden
}

/** The evidence, held until the command ends; 404 outside the actor's reach. */
async function findEviden({ tx }: Ctx, id: string) {
  const row = await tx
    .selectFrom('eviden')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('Eviden')
  const { judul, tanggal, sumber, keterangan, media, sasaran } = row
  return {
    satkerKode: row.satker_kode,
    id: row.id,
    versi: row.versi,
    createdBy: row.created_by,
    url: row.url,
    jenis: row.jenis_otomatis,
    periode: row.periode,
    locked: row.locked_at !== null,
    facts: { judul, tanggal, sumber, keterangan, media, sasaran, ...masaIn(row) },
  }
}

const masaIn = (row: {
  berlaku_dari: string
  berlaku_sampai: string
  alasan_berlaku: string | null
}) => ({
  berlaku: { dari: row.berlaku_dari, sampai: row.berlaku_sampai, alasan: row.alasan_berlaku },
})

const thing = ({ satkerKode, id }: { satkerKode: string; id: string }) => ({
  satkerKode,
  benda: 'eviden',
  id,
})
