import { command } from '#platform/command.ts'
import { refuseIf } from '#platform/errors.ts'
import type { Setelan } from '../setelan.ts'

const conflict =
  'Setelan ini baru saja diubah di tab atau perangkat lain. Muat ulang halaman, lalu ubah lagi.'

/** Keeps what a person wants by mail; `versi` is 0 for whoever has chosen nothing yet. */
export const saveSetelan = command(
  'pemberitahuan.saveSetelan',
  async ({ tx, actor, now, record }, { versi, ...setelan }: Setelan & { versi: number }) => {
    const values = {
      jenis_surat: setelan.jenisSurat,
      jam_ringkasan: setelan.jamRingkasan,
      hening_dari: setelan.heningDari,
      hening_sampai: setelan.heningSampai,
      jeda_sampai: setelan.jedaSampai,
      versi: versi + 1,
      updated_at: now,
    }
    const { numInsertedOrUpdatedRows: stored } = await tx
      .insertInto('pemberitahuan_setelan')
      .values({ satker_kode: actor.satkerKode, pengguna_id: actor.id, ...values })
      .onConflict((on) =>
        on
          .columns(['satker_kode', 'pengguna_id'])
          .doUpdateSet(values)
          .where('pemberitahuan_setelan.versi', '=', versi),
      )
      .executeTakeFirstOrThrow()
    refuseIf(Number(stored) === 0, conflict)
    const thing = { satkerKode: actor.satkerKode, benda: 'pengguna', id: actor.id }
    await record('pemberitahuan.setelan_disimpan', thing, setelan)
  },
)
