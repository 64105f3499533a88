import { command } from '#platform/command.ts'
import { allow, refuseIf } from '#platform/errors.ts'
import { allButir } from '../isi.ts'
import { canCreateRencana } from '../policy.ts'
import { salinSource } from '../queries/salin.ts'
import { rencanaTree } from '../queries/tree.ts'
import { isCopyable } from '../salin-policy.ts'
import { type Salin, salinanOf } from '../salin.ts'
import { findRencana } from './find.ts'
import { insertRencana } from './import.ts'
import { refreshRekap } from './rekap.ts'
import { noteChange } from './riwayat.ts'
import { writeIsi } from './write-isi.ts'

type Copy = Salin & { rencanaId: string; judul: string }

/** Makes a draft for another year from an approved plan, with its days moved. */
export const salinRencana = command('rencana-aksi.salin', async (ctx, input: Copy) => {
  const source = await findRencana(ctx, input.rencanaId)
  allow(canCreateRencana(ctx.actor, source.satkerKode))
  refuseIf(
    !isCopyable(source.state),
    'Rencana yang belum disahkan belum dapat disalin. Sahkan dahulu, atau pilih rencana lain.',
  )
  const { tahun, judul, gantiTahun } = input
  refuseIf(tahun === source.tahun, 'Pilih tahun lain daripada tahun rencana ini.')
  const tree = await rencanaTree(ctx, source.id)
  const isi = salinanOf(await salinSource(ctx, tree), { tahun, gantiTahun })
  const { satkerKode, jenis } = source
  const id = await insertRencana(ctx, { satkerKode, jenis, tahun, judul, keputusanId: null })
  const key = { satkerKode, id, tahun }
  await ctx.tx
    .updateTable('rencana')
    .set((eb) => ({
      disalin_dari: source.id,
      selang_pemantauan: eb
        .selectFrom('rencana as s')
        .select('s.selang_pemantauan')
        .where('s.satker_kode', '=', satkerKode)
        .where('s.id', '=', source.id),
    }))
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .execute()
  await writeIsi(ctx, key, isi)
  await refreshRekap(ctx, key)
  await noteChange(ctx, {
    rencana: key,
    peristiwa: 'copied',
    sesudah: { judul, jenis, tahun, dari: source.judul, butir: allButir(isi).length },
  })
  return { id }
})
