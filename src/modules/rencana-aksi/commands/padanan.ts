import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf, refused } from '#platform/errors.ts'
import { type Pair, padananProblem, type PadananSide } from '../padanan.ts'
import { canCreateRencana } from '../policy.ts'
import { type JenisRencana, type RencanaState, stateOf } from '../rencana.ts'
import { followMonths } from './padanan-follow.ts'
import { findRencana } from './find.ts'
import { lockRencana } from './rekap.ts'
import { noteChange } from './riwayat.ts'

type Link = {
  rencanaId: string
  /** butir of this plan, each with its counterpart in the other */
  pairs: readonly { butirId: string; padananId: string }[]
}

/** Ties butir of a ZI plan with butir of the RB plan of the same year: one piece of work counts for both. */
export const linkPadanan = command('rencana-aksi.linkPadanan', async (ctx, input: Link) => {
  const { satkerKode } = await findOwnPlan(ctx, input.rencanaId)
  refuseIf(input.pairs.length === 0, 'Pilih paling sedikit satu padanan.')
  for (const { butirId, padananId } of input.pairs) {
    const own = await findSide(ctx, satkerKode, butirId)
    if (own.rencanaId !== input.rencanaId) throw notFound('Butir')
    const other = await findSide(ctx, satkerKode, padananId)
    await lockRencana(ctx, { satkerKode, id: other.rencanaId })
    refuseIf(own.state === 'closed' || other.state === 'closed', planClosed)
    const problem = padananProblem(own, other, await pairsOf(ctx, satkerKode))
    if (problem) throw refused(problem)
    const [first = '', second = ''] = [butirId, padananId].toSorted()
    await ctx.tx
      .insertInto('butir_padanan')
      .values({
        satker_kode: satkerKode,
        butir_id: first,
        padanan_id: second,
        created_at: ctx.now,
        created_by: ctx.actor.id,
      })
      .execute()
    await noteBoth(ctx, satkerKode, 'padanan_linked', own, other)
    await followMonths(ctx, satkerKode, [butirId, padananId])
  }
})

type Unlink = { rencanaId: string; butirId: string; padananId: string }

/** Parts two butir; months that one had completed for the other stay as they are. */
export const unlinkPadanan = command('rencana-aksi.unlinkPadanan', async (ctx, input: Unlink) => {
  const { satkerKode } = await findOwnPlan(ctx, input.rencanaId)
  const own = await findSide(ctx, satkerKode, input.butirId)
  const other = await findSide(ctx, satkerKode, input.padananId)
  if (own.rencanaId !== input.rencanaId) throw notFound('Butir')
  refuseIf(own.state === 'closed' || other.state === 'closed', planClosed)
  const [first = '', second = ''] = [own.id, other.id].toSorted()
  const gone = await ctx.tx
    .deleteFrom('butir_padanan')
    .where('satker_kode', '=', satkerKode)
    .where('butir_id', '=', first)
    .where('padanan_id', '=', second)
    .returning('butir_id')
    .executeTakeFirst()
  if (!gone) throw notFound('Padanan')
  await noteBoth(ctx, satkerKode, 'padanan_unlinked', own, other)
})

const planClosed = 'Salah satu rencana sudah ditutup, jadi padanannya tetap.'

async function findOwnPlan(ctx: Ctx, rencanaId: string) {
  const rencana = await findRencana(ctx, rencanaId)
  allow(canCreateRencana(ctx.actor, rencana.satkerKode))
  refuseIf(rencana.state === 'closed', planClosed)
  return rencana
}

type Side = PadananSide & { rencanaId: string; state: RencanaState; teks: string }

/** A butir of this very office with its plan; a butir of another office is not found. */
async function findSide({ tx }: Ctx, satkerKode: string, butirId: string): Promise<Side> {
  const row = await tx
    .selectFrom('rencana_butir as b')
    .innerJoin('rencana as r', (join) =>
      join.onRef('r.satker_kode', '=', 'b.satker_kode').onRef('r.id', '=', 'b.rencana_id'),
    )
    .select(['b.id', 'r.id as rencanaId', 'r.jenis', 'r.tahun'])
    .select(['r.proposed_at', 'r.approved_at', 'r.closed_at'])
    .select((eb) => eb.fn.coalesce('b.uraian', 'b.langkah').as('teks'))
    .where('b.satker_kode', '=', satkerKode)
    .where('b.id', '=', butirId)
    .where('b.removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw notFound('Butir')
  const { proposed_at, approved_at, closed_at, jenis, teks, ...side } = row
  return {
    ...side,
    jenis: jenis as JenisRencana, // the table's check allows no other
    teks: teks ?? '',
    state: stateOf({ proposed_at, approved_at, closed_at }),
  }
}

/** Every tie of the office. */
async function pairsOf({ tx }: Ctx, satkerKode: string): Promise<Pair[]> {
  const rows = await tx
    .selectFrom('butir_padanan')
    .select(['butir_id', 'padanan_id'])
    .where('satker_kode', '=', satkerKode)
    .execute()
  return rows.map(({ butir_id, padanan_id }) => [butir_id, padanan_id] as const)
}

async function noteBoth(ctx: Ctx, satkerKode: string, peristiwa: string, a: Side, b: Side) {
  for (const [own, other] of [
    [a, b],
    [b, a],
  ] as const)
    await noteChange(ctx, {
      rencana: { satkerKode, id: own.rencanaId },
      peristiwa,
      butirId: own.id,
      sesudah: { padanan: `${other.jenis}: ${other.teks}`, padananId: other.id },
    })
}
