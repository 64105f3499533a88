import { notifyAll } from '#modules/pemberitahuan'
import type { Ctx } from '#platform/command.ts'
import { refuseIf } from '#platform/errors.ts'
import { mentionedIn, type Orang } from '../sebutan.ts'
import { type Found, findKomentar } from './find.ts'

export type NewKomentar = {
  satkerKode: string
  butirId: string
  /** what is spoken about, in words, for the notices */
  judul: string
  /** the page that shows the conversation */
  url: string
  teks: string
  /** the comment that is answered */
  indukId?: string | null
  /** who was chosen from the list, besides those named in the text */
  sebut?: readonly string[]
}

/**
 * Says something about a row or answers a comment, and tells those who are called and whom it answers.
 * The caller has asked whether the actor may. Returns the new id.
 */
export async function addKomentar(ctx: Ctx, wish: NewKomentar): Promise<string> {
  const induk = wish.indukId ? await findAnswered(ctx, wish, wish.indukId) : null
  const id = ctx.newId()
  await ctx.tx
    .insertInto('komentar')
    .values({
      satker_kode: wish.satkerKode,
      id,
      butir_id: wish.butirId,
      induk_id: induk?.id ?? null,
      teks: wish.teks,
      created_at: ctx.now,
      created_by: ctx.actor.id,
    })
    .execute()
  const called = await insertSebutan(ctx, wish, id)
  await tell(ctx, wish, { id, induk, called })
  await ctx.record('komentar.ditulis', thingOf(wish.satkerKode, id), {
    butirId: wish.butirId,
    indukId: induk?.id,
    sebutan: called,
  })
  return id
}

async function findAnswered(ctx: Ctx, { satkerKode, butirId }: NewKomentar, id: string) {
  const induk = await findKomentar(ctx, { satkerKode, id })
  refuseIf(
    induk.indukId !== null || induk.butirId !== butirId,
    'Balasan hanya dapat ditulis pada komentar pertama sebuah percakapan.',
  )
  refuseIf(induk.removed, 'Komentar itu sudah dihapus. Mulai percakapan baru.')
  return induk
}

/** Keeps who is called; someone who is not of the office is called by nothing. */
async function insertSebutan(ctx: Ctx, wish: NewKomentar, komentarId: string): Promise<string[]> {
  const { satkerKode, teks, sebut = [] } = wish
  const people: Orang[] = await ctx.tx
    .selectFrom('pengguna')
    .select(['id', 'nama'])
    .where('satker_kode', '=', satkerKode)
    .where('deactivated_at', 'is', null)
    .execute()
  const chosen = people.filter(({ id }) => sebut.includes(id)).map(({ id }) => id)
  const called = [...new Set([...chosen, ...mentionedIn(teks, people)])]
  if (called.length > 0)
    await ctx.tx
      .insertInto('komentar_sebutan')
      .values(
        called.map((id) => ({
          satker_kode: satkerKode,
          komentar_id: komentarId,
          pengguna_id: id,
        })),
      )
      .execute()
  return called
}

type Told = { id: string; induk: Found | null; called: readonly string[] }

/** Who is called hears that; whoever began the conversation hears of the answer, unless he is called. */
async function tell(ctx: Ctx, { satkerKode, judul, url, teks }: NewKomentar, told: Told) {
  const { id, induk, called } = told
  const notice = {
    satkerKode,
    isi: teks.slice(0, 300),
    url: `${url}#k-${id}`,
    kunci: `komentar:${id}`,
  }
  const answered = induk && !called.includes(induk.createdBy) ? [induk.createdBy] : []
  await notifyAll(ctx, [
    ...called.map((penerimaId) => ({
      ...notice,
      penerimaId,
      jenis: 'sebutan' as const,
      judul: `${ctx.actor.nama} menyebut Anda: ${judul}`,
    })),
    ...answered.map((penerimaId) => ({
      ...notice,
      penerimaId,
      jenis: 'balasan' as const,
      judul: `${ctx.actor.nama} membalas komentar Anda: ${judul}`,
    })),
  ])
}

/** Marks a conversation as settled; the caller has asked whether the actor may. */
export async function resolveKomentar(ctx: Ctx, komentar: Found): Promise<void> {
  refuseIf(komentar.indukId !== null || komentar.removed, onlyThreads)
  refuseIf(komentar.resolved, 'Percakapan ini sudah ditandai selesai. Muat ulang halaman.')
  await setResolved(ctx, komentar, true)
}

/** Opens a settled conversation again. */
export async function reopenKomentar(ctx: Ctx, komentar: Found): Promise<void> {
  refuseIf(komentar.indukId !== null || komentar.removed, onlyThreads)
  refuseIf(!komentar.resolved, 'Percakapan ini masih terbuka. Muat ulang halaman.')
  await setResolved(ctx, komentar, false)
}

const onlyThreads = 'Yang dapat diselesaikan hanya komentar pertama sebuah percakapan.'

async function setResolved(ctx: Ctx, { satkerKode, id }: Found, resolved: boolean) {
  await ctx.tx
    .updateTable('komentar')
    .set({ resolved_at: resolved ? ctx.now : null, resolved_by: resolved ? ctx.actor.id : null })
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .execute()
  const event = resolved ? 'komentar.diselesaikan' : 'komentar.dibuka_kembali'
  await ctx.record(event, thingOf(satkerKode, id))
}

/** Takes a comment out of sight; that one stood here stays visible while it has answers. */
export async function removeKomentar(ctx: Ctx, komentar: Found): Promise<void> {
  refuseIf(komentar.removed, 'Komentar ini sudah dihapus. Muat ulang halaman.')
  const { satkerKode, id } = komentar
  await ctx.tx
    .updateTable('komentar')
    .set({ removed_at: ctx.now, removed_by: ctx.actor.id })
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .execute()
  await ctx.record('komentar.dihapus', thingOf(satkerKode, id))
}

const thingOf = (satkerKode: string, id: string) => ({ satkerKode, benda: 'komentar', id })
