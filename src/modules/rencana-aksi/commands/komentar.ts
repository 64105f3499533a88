import {
  addKomentar,
  findKomentar,
  removeKomentar,
  reopenKomentar,
  resolveKomentar,
} from '#modules/komentar'
import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import { canComment, canRemoveKomentar } from '../komentar-policy.ts'
import { shorten } from '../labels.ts'
import { planUrl } from '../urls.ts'
import { findProvedButir } from './bukti-find.ts'
import { findRencana } from './find.ts'

type OfButir = { rencanaId: string; butirId: string }

type Comment = OfButir & { teks: string; indukId?: string | null; sebut?: string | null }

/** Says something about a butir, or answers; tells who is called and whom it answers. */
export const commentButir = command('rencana-aksi.commentButir', async (ctx, input: Comment) => {
  const { rencanaId, butirId, teks, indukId = null, sebut } = input
  const { satkerKode, butir } = await findDiscussed(ctx, { rencanaId, butirId })
  return addKomentar(ctx, {
    satkerKode,
    butirId,
    judul: shorten(butir.judul, 100),
    url: planUrl(rencanaId, 'butir', butirId),
    teks,
    indukId,
    sebut: sebut ? [sebut] : [],
  })
})

type OfKomentar = OfButir & { komentarId: string }

/** Marks a conversation as settled, or opens it again. */
export const settleKomentar = command(
  'rencana-aksi.settleKomentar',
  async (ctx, { settled, ...input }: OfKomentar & { settled: boolean }) => {
    const { komentar } = await findSaid(ctx, input)
    await (settled ? resolveKomentar(ctx, komentar) : reopenKomentar(ctx, komentar))
  },
)

/** Takes one's own comment out of sight. */
export const removeButirKomentar = command(
  'rencana-aksi.removeKomentar',
  async (ctx, input: OfKomentar) => {
    const { satkerKode, komentar } = await findSaid(ctx, input)
    allow(
      canRemoveKomentar(ctx.actor, satkerKode, komentar.createdBy),
      'Komentar hanya dapat dihapus oleh penulisnya.',
    )
    await removeKomentar(ctx, komentar)
  },
)

async function findDiscussed(ctx: Ctx, { rencanaId, butirId }: OfButir) {
  const rencana = await findRencana(ctx, rencanaId)
  const butir = await findProvedButir(ctx, rencana, butirId)
  const { satkerKode, state } = rencana
  allow(
    canComment(ctx.actor, satkerKode, butir),
    'Komentar ditulis oleh orang yang bekerja pada rencana satuan kerja ini.',
  )
  refuseIf(
    state === 'closed',
    'Rencana ini sudah ditutup, jadi percakapannya tidak bertambah lagi.',
  )
  return { satkerKode, butir }
}

async function findSaid(ctx: Ctx, { komentarId, ...ofButir }: OfKomentar) {
  const { satkerKode } = await findDiscussed(ctx, ofButir)
  const komentar = await findKomentar(ctx, { satkerKode, id: komentarId })
  if (komentar.butirId !== ofButir.butirId) throw notFound('Komentar')
  return { satkerKode, komentar }
}
