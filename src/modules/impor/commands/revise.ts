import { checkDasarHukum, loadRegister } from '#modules/keputusan'
import { command, type Ctx } from '#platform/command.ts'
import { allow, refuseIf } from '#platform/errors.ts'
import { applyChange, type Change } from '../change.ts'
import { canHappen } from '../impor.ts'
import { canImport } from '../policy.ts'
import type { Suntingan } from '../suntingan.ts'
import { findImpor, type ImporRow, notInReview, readingOf, thingOf } from './find.ts'
import { insertTemuan } from './finish-reading.ts'

type Revise = { imporId: string; changes: readonly Change[]; projectRoot: string }

/**
 * Corrects the reading: cells, rows, sections, facts of the decree; all of the changes, or none.
 * A cell that someone else has changed meanwhile is refused with both values (409). Returns what was done.
 */
export const revise = command('impor.revise', async (ctx, input: Revise) => {
  const impor = await findImpor(ctx, input.imporId)
  allow(canImport(ctx.actor, impor.satkerKode))
  refuseIf(!canHappen(impor.state, 'revise'), notInReview)
  const before = readingOf(impor).suntingan
  let suntingan = before
  let done = 0
  for (const change of input.changes) {
    const { suntingan: next, sebelum, sesudah } = applyChange(suntingan, change)
    if (next === suntingan) continue
    suntingan = next
    done++
    await ctx.record('impor.disunting', thingOf(impor), {
      jenis: change.jenis,
      bagian: 'id' in change ? change.id : null,
      sebelum,
      sesudah,
    })
  }
  if (done > 0) await saveSuntingan(ctx, impor, suntingan)
  if (JSON.stringify(before.keputusan) !== JSON.stringify(suntingan.keputusan))
    await recheckDasarHukum(ctx, { impor, suntingan, projectRoot: input.projectRoot })
  return { done, suntingan }
})

/** Puts a corrected reading in the place of the one before. */
export const saveSuntingan = (ctx: Ctx, impor: ImporRow, suntingan: Suntingan) =>
  ctx.tx
    .updateTable('impor')
    .set({ suntingan: JSON.stringify(suntingan), versi: impor.versi + 1 })
    .where('satker_kode', '=', impor.satkerKode)
    .where('id', '=', impor.id)
    .execute()

type Recheck = { impor: ImporRow; suntingan: Suntingan; projectRoot: string }

/** New citations or another date may clear findings about legal bases or bring others; decided ones stay. */
async function recheckDasarHukum(ctx: Ctx, { impor, suntingan, projectRoot }: Recheck) {
  const { tanggal, mengingat } = suntingan.keputusan
  if (tanggal === null) return
  const own = { satker_kode: impor.satkerKode, impor_id: impor.id }
  await ctx.tx
    .deleteFrom('impor_temuan')
    .where((eb) => eb.and(own))
    .where('asal', '=', 'dasar_hukum')
    .where('decided_at', 'is', null)
    .execute()
  const kept = await ctx.tx
    .selectFrom('impor_temuan')
    .select(['urutan', 'pesan'])
    .where((eb) => eb.and(own))
    .execute()
  const register = await loadRegister(ctx.tx, projectRoot)
  const temuan = checkDasarHukum({ tanggal, mengingat, bobot: suntingan.bobot }, register)
    .filter(({ pesan }) => !kept.some((each) => each.pesan === pesan))
    .map((each) => ({ ...each, asal: 'dasar_hukum' as const }))
  const from = Math.max(0, ...kept.map(({ urutan }) => urutan)) + 1
  await insertTemuan(ctx, impor, { temuan, from })
}
