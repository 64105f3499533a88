import { createEviden, usesOf } from '#modules/eviden'
import { attachBukti } from '#modules/rencana-aksi'
import { command, type Ctx } from '#platform/command.ts'
import { longDate } from '#platform/date.ts'
import { allow, refuseIf } from '#platform/errors.ts'
import { namaDokumen } from '../labels-rapat.ts'
import { naskahOf, naskahText, type RapatNaskah } from '../naskah.ts'
import { canWriteRapat } from '../policy.ts'
import { packOfRapat } from '../queries/pack.ts'
import { rapatNaskah } from '../queries/rapat-rows.ts'
import type { Dokumen } from '../rapat.ts'
import { findRapat, type RapatRow, refuseRapat } from './find-rapat.ts'
import { happened } from './rapat.ts'

/** A line of a butir's evidence list, and the documents of the pack that fill it. */
export type Isian = {
  rencanaId: string
  butirId: string
  /** null: the butir names no evidence */
  slot: string | null
  dokumen: readonly Dokumen[]
}

/**
 * Lets a closed pack prove butir: every chosen line of their evidence lists is filled at once. Each
 * document becomes one eviden, however many butir it proves; done twice it adds nothing. [P.15]
 */
export const usePaket = command(
  'monitoring.usePaket',
  async (ctx, { rapatId, isian }: { rapatId: string; isian: readonly Isian[] }) => {
    const rapat = await findRapat(ctx, rapatId)
    allow(canWriteRapat(ctx.actor, rapat.satkerKode))
    refuseRapat(rapat, 'prove')
    refuseIf(isian.length === 0, 'Pilih paling sedikit satu dokumen butir yang akan diisi.')
    const naskah = await rapatNaskah(ctx, rapat.id)
    const { pack } = await packOfRapat(ctx, rapat)
    const ready = new Set(pack.filter((each) => each.state !== 'missing').map((e) => e.dokumen))
    const evidence = await evidenceOf(ctx, rapat)
    const standing = await standingOf(ctx, rapat, isian)
    let filled = 0
    for (const { rencanaId, butirId, slot, dokumen } of isian) {
      refuseIf(
        dokumen.some((each) => !ready.has(each)),
        'Sebagian dokumen paket belum ada. Muat ulang halaman, lalu pilih lagi.',
      )
      const ids: string[] = []
      for (const each of dokumen) ids.push(...(await evidence(each, naskah)))
      const fresh = ids.filter((id) => !standing.has(keyOf(id, butirId, slot)))
      if (fresh.length === 0) continue
      const pakai = fresh.map((evidenId) => ({ evidenId }))
      await attachBukti(ctx, { rencanaId, butirId, slot, pakai })
      await keepUses(ctx, rapat, { butirId, slot, evidenIds: fresh })
      filled++
    }
    refuseIf(filled === 0, 'Semua pilihan itu sudah diisi oleh paket rapat ini.')
    const butir = new Set(isian.map(({ butirId }) => butirId)).size
    await happened(ctx, rapat, 'paket_used', {
      catatan: `${filled} dokumen pada ${butir} butir`,
      rincian: { isian },
    })
    return { filled, butir }
  },
)

const keyOf = (evidenId: string, butirId: string, slot: string | null) =>
  `${evidenId} ${butirId} ${slot ?? ''}`

async function standingOf(ctx: Ctx, { satkerKode }: RapatRow, isian: readonly Isian[]) {
  const butirIds = [...new Set(isian.map(({ butirId }) => butirId))]
  const uses = await usesOf(ctx, { satkerKode, butirIds })
  return new Set(uses.map(({ eviden, butirId, slot }) => keyOf(eviden.id, butirId, slot)))
}

/** The eviden of each document: the one already made of this version, or a new one. */
async function evidenceOf(ctx: Ctx, rapat: RapatRow) {
  const files = await ctx.tx
    .selectFrom('rapat_berkas')
    .select(['dokumen', 'berkas_id'])
    .where('satker_kode', '=', rapat.satkerKode)
    .where('rapat_id', '=', rapat.id)
    .orderBy('created_at')
    .execute()
  const made = await ctx.tx
    .selectFrom('rapat_eviden')
    .select(['eviden_id', 'dokumen', 'berkas_id', 'versi_rapat'])
    .where('satker_kode', '=', rapat.satkerKode)
    .where('rapat_id', '=', rapat.id)
    .execute()
  return async (dokumen: Dokumen, naskah: RapatNaskah): Promise<string[]> => {
    const own = files.filter((file) => file.dokumen === dokumen)
    const wanted = own.length > 0 ? own.map((file) => file.berkas_id) : [null]
    const ids: string[] = []
    for (const berkasId of wanted) {
      const found = made.find(
        (each) =>
          each.dokumen === dokumen &&
          each.berkas_id === berkasId &&
          (berkasId !== null || each.versi_rapat === rapat.versi),
      )
      if (found) ids.push(found.eviden_id)
      else {
        const evidenId = await makeEviden(ctx, rapat, { dokumen, berkasId, naskah })
        made.push({ eviden_id: evidenId, dokumen, berkas_id: berkasId, versi_rapat: rapat.versi })
        ids.push(evidenId)
      }
    }
    return ids
  }
}

type Made = { dokumen: Dokumen; berkasId: string | null; naskah: RapatNaskah }

async function makeEviden(
  ctx: Ctx,
  rapat: RapatRow,
  { dokumen, berkasId, naskah }: Made,
): Promise<string> {
  const { satkerKode, tanggal } = rapat
  const { id } = await createEviden(ctx, {
    satkerKode,
    judul: `${namaDokumen[dokumen]} ${rapat.judul}`.slice(0, 300),
    tanggal,
    sumber: `Paket rapat ${longDate(tanggal)}`,
    isi:
      berkasId === null && dokumen !== 'dokumentasi'
        ? {
            bentuk: 'catatan',
            teks: naskahText(naskahOf(naskah, dokumen), naskah.satkerNama),
          }
        : { bentuk: 'berkas', berkasId: berkasId ?? '' },
  })
  await ctx.tx
    .insertInto('rapat_eviden')
    .values({
      satker_kode: satkerKode,
      rapat_id: rapat.id,
      eviden_id: id,
      dokumen,
      berkas_id: berkasId,
      versi_rapat: rapat.versi,
      created_at: ctx.now,
      created_by: ctx.actor.id,
    })
    .execute()
  return id
}

type Uses = { butirId: string; slot: string | null; evidenIds: readonly string[] }

const keepUses = (ctx: Ctx, rapat: RapatRow, { butirId, slot, evidenIds }: Uses) =>
  ctx.tx
    .insertInto('rapat_pakai')
    .values(
      evidenIds.map((evidenId) => ({
        satker_kode: rapat.satkerKode,
        id: ctx.newId(),
        rapat_id: rapat.id,
        eviden_id: evidenId,
        butir_id: butirId,
        slot,
        created_at: ctx.now,
        created_by: ctx.actor.id,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
