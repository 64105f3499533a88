import { acceptUse, returnUse } from '#modules/eviden'
import { notify } from '#modules/pemberitahuan'
import { command, type Ctx } from '#platform/command.ts'
import { allow, refuseIf } from '#platform/errors.ts'
import { canVerify } from '../bukti-policy.ts'
import { shorten } from '../labels.ts'
import { isRunning } from '../rencana.ts'
import { planUrl } from '../urls.ts'
import { type Bukti, findBukti } from './bukti-find.ts'
import { noteChange } from './riwayat.ts'

type OfBukti = { rencanaId: string; pakaiId: string }

/** Accepts that evidence proves its butir: one or many, all of them or none. */
export const acceptBukti = command(
  'rencana-aksi.acceptBukti',
  async (ctx, { bukti }: { bukti: readonly OfBukti[] }) => {
    refuseIf(bukti.length === 0, 'Pilih paling sedikit satu eviden.')
    for (const one of bukti) {
      const found = await findForVerifier(ctx, one)
      await acceptUse(ctx, found.key)
      await noteDecision(ctx, found, 'bukti_accepted', null)
      await tellBringer(ctx, found, `Eviden diterima: ${found.pakai.judul}`, null)
    }
  },
)

type ReturnBukti = OfBukti & { catatan: string }

/** Sends evidence back with what must be mended; also what was accepted before. */
export const returnBukti = command('rencana-aksi.returnBukti', async (ctx, input: ReturnBukti) => {
  const found = await findForVerifier(ctx, input)
  const { catatan } = input
  await returnUse(ctx, { ...found.key, catatan })
  await noteDecision(ctx, found, 'bukti_returned', catatan)
  await tellBringer(ctx, found, `Eviden dikembalikan: ${found.pakai.judul}`, catatan)
})

async function findForVerifier(ctx: Ctx, { rencanaId, pakaiId }: OfBukti) {
  const found = await findBukti(ctx, rencanaId, pakaiId)
  const { rencana, butir } = found
  allow(
    canVerify(ctx.actor, rencana.satkerKode, butir),
    'Eviden diperiksa oleh koordinator areanya, kasubbag, atau sekretaris.',
  )
  refuseIf(!isRunning(rencana.state), 'Rencana ini sudah ditutup, jadi evidennya tidak berubah.')
  return { ...found, key: { satkerKode: rencana.satkerKode, pakaiId } }
}

const noteDecision = (
  ctx: Ctx,
  { rencana, butir, pakai }: Bukti,
  peristiwa: string,
  alasan: string | null,
) =>
  noteChange(ctx, {
    rencana,
    peristiwa,
    butirId: butir.id,
    ...(pakai.bulan === null ? {} : { bulan: pakai.bulan }),
    sesudah: { dokumen: pakai.slot, evidenJudul: pakai.judul },
    alasan,
  })

const tellBringer = (
  ctx: Ctx,
  { rencana, butir, pakai }: Bukti,
  judul: string,
  isi: string | null,
) =>
  notify(ctx, {
    satkerKode: rencana.satkerKode,
    penerimaId: pakai.createdBy,
    jenis: 'eviden',
    judul,
    isi: isi ?? shorten(butir.judul, 200),
    url: planUrl(rencana.id, 'bukti', pakai.id),
    kunci: `bukti-putusan:${pakai.id}:${ctx.now.toISOString()}`,
  })
