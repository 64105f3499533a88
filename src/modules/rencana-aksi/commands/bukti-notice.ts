import { notifyAll } from '#modules/pemberitahuan'
import { peopleOf, type PersonChoice } from '#modules/pengguna'
import type { Ctx } from '#platform/command.ts'
import { shorten } from '../labels.ts'
import { planUrl } from '../urls.ts'
import type { ProvedButir } from './bukti-find.ts'
import type { RencanaRow } from './find.ts'

type Waiting = { rencana: RencanaRow; butir: ProvedButir; pakaiId: string }

/** Tells those who verify this area, once for all that was brought together. */
export async function tellVerifiers(ctx: Ctx, { rencana, butir, pakaiId }: Waiting): Promise<void> {
  const { satkerKode } = rencana
  const people = verifiersAmong(await peopleOf(ctx, satkerKode), butir.areaBaku)
  await notifyAll(
    ctx,
    people.map(({ id }) => ({
      satkerKode,
      penerimaId: id,
      jenis: 'eviden' as const,
      judul: `Eviden menunggu verifikasi: ${shorten(butir.judul, 120)}`,
      isi: `Dipasang oleh ${ctx.actor.nama}.`,
      url: planUrl(rencana.id, 'bukti', pakaiId),
      kunci: `bukti-menunggu:${pakaiId}`,
    })),
  )
}

/** The coordinators of the area; where there is none the kasubbag, then the sekretaris. */
export function verifiersAmong(
  people: readonly PersonChoice[],
  areaBaku: number | null,
): PersonChoice[] {
  const holding = (peran: string, area: boolean) =>
    people.filter(({ tugas }) =>
      tugas.some(
        (one) =>
          one.peran === peran && (!area || one.areaBaku === null || one.areaBaku === areaBaku),
      ),
    )
  const tiers = [
    holding('koordinator_area', true),
    holding('kasubbag', false),
    holding('sekretaris', false),
  ]
  return tiers.find((tier) => tier.length > 0) ?? []
}
