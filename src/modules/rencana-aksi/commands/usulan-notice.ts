import { notify, notifyAll } from '#modules/pemberitahuan'
import { peopleOf } from '#modules/pengguna'
import type { Ctx } from '#platform/command.ts'
import { planUrl } from '../urls.ts'
import type { RencanaRow } from './find.ts'

const deciders = ['ketua', 'sekretaris']

type OfUsulan = { rencana: RencanaRow; usulanId?: string; isi?: string | null }

const urlOf = ({ rencana, usulanId }: OfUsulan) =>
  usulanId ? planUrl(rencana.id, 'usulan', usulanId) : planUrl(rencana.id, 'tahap')

/** Tells the chair and the secretary that a plan, or a change to it, waits for their decision. */
export async function tellDeciders(ctx: Ctx, about: OfUsulan): Promise<void> {
  const { rencana, usulanId, isi = null } = about
  const people = await peopleOf(ctx, rencana.satkerKode)
  const found = people.filter(({ tugas }) => tugas.some(({ peran }) => deciders.includes(peran)))
  const what = usulanId ? 'Usulan perubahan menunggu keputusan' : 'Rencana menunggu pengesahan'
  await notifyAll(
    ctx,
    found.map(({ id }) => ({
      satkerKode: rencana.satkerKode,
      penerimaId: id,
      jenis: 'usulan' as const,
      judul: `${what}: ${rencana.judul}`,
      isi,
      url: urlOf(about),
      kunci: `usulan:${usulanId ?? rencana.id}:${ctx.now.toISOString()}`,
    })),
  )
}

/** Tells who proposed what was decided. */
export async function tellProposer(
  ctx: Ctx,
  about: OfUsulan & { penerimaId: string | null; putusan: string },
): Promise<void> {
  const { rencana, penerimaId, putusan, isi = null } = about
  if (penerimaId === null) return
  await notify(ctx, {
    satkerKode: rencana.satkerKode,
    penerimaId,
    jenis: 'usulan',
    judul: `${putusan}: ${rencana.judul}`,
    isi,
    url: urlOf(about),
    kunci: `putusan:${about.usulanId ?? rencana.id}:${ctx.now.toISOString()}`,
  })
}
