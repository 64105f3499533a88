import type { Actor } from '#platform/identity/actor.ts'
import type { TestHub } from '#test/support/hub.ts'
import { assignButir } from '../rencana-aksi/commands/butir.ts'
import { aButir, aPlan, type Plan } from '../rencana-aksi/rencana.fixture.ts'

/** A butir due in each of these months. */
export const dueIn = (uraian: string, ...bulan: number[]) =>
  aButir(uraian, { jadwal: { bulan, mulai: null, selesai: null } })

export type Work = { plan: Plan; sari: Actor; kasubbag: Actor; sekretaris: Actor }

/** An approved plan of 2026 with one open butir, Sari's, due at the end of each of these months; and her superiors. */
export async function aWork(hub: TestHub, satkerKode: string, ...bulan: number[]): Promise<Work> {
  const plan = await aPlan(hub, satkerKode, 'approved', {
    tahun: 2026,
    jenis: 'RB',
    butir: [dueIn('Menyusun peta proses bisnis', ...bulan)],
  })
  const sari = await hub.actor(satkerKode, 'anggota_tim', { nama: `Sari ${satkerKode}` })
  const [first, ...others] = plan.tree.area.flatMap(({ kegiatan }) =>
    kegiatan.flatMap(({ butir }) => butir),
  )
  await assignButir(plan.admin, {
    rencanaId: plan.id,
    butir: [{ butirId: first?.id ?? '', versi: first?.versi ?? 0 }],
    penanggungJawabId: sari.id,
    unitId: null,
  })
  const kasubbag = await hub.actor(satkerKode, 'kasubbag')
  const sekretaris = await hub.actor(satkerKode, 'sekretaris')
  // What the fixture adds in another area is done, so that a test speaks of one butir only.
  await hub.services.ownerPool.query(
    "update rencana_sel set status = 'done', done_on = '2026-01-31' where butir_id = any($1)",
    [others.map(({ id }) => id)],
  )
  return { plan, sari, kasubbag, sekretaris }
}

export type Told = { jenis: string; judul: string; url: string; isi: string | null }

/** What a person was told, in order. */
export const toldTo = async (hub: TestHub, { id }: Actor): Promise<Told[]> =>
  (
    await hub.services.ownerPool.query(
      'select jenis, judul, url, isi from pemberitahuan where penerima_id = $1 order by created_at, id',
      [id],
    )
  ).rows
