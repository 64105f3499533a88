import { uuidv7 } from '#platform/id.ts'
import type { Caller } from '#platform/command.ts'
import type { TestHub } from '#test/support/hub.ts'
import { proveButir } from './commands/bukti.ts'
import { aButir, aPlan, type Plan } from './rencana.fixture.ts'

export const slots = ['Laporan peta proses bisnis', 'Dokumentasi kegiatan'] as const

/** An approved plan of 2026 whose first butir asks for two documents. */
export const aProvedPlan = (hub: TestHub, satkerKode = '3508', jenis: 'RB' | 'ZI' = 'RB') =>
  aPlan(hub, satkerKode, 'approved', {
    tahun: 2026,
    jenis,
    butir: [aButir('Menyusun peta proses bisnis', { eviden: [...slots] }), aButir('SOP')],
  })

/** A note dated in the plan's year. */
export const aNote = (tahun: number, judul = 'Catatan rapat') => ({
  judul,
  tanggal: `${tahun}-02-03`,
  isi: { bentuk: 'catatan' as const, teks: 'Rapat dihadiri seluruh bagian.' },
})

/** Brings a note for the first butir of a plan and answers with the id of its use. */
export async function aBukti(plan: Plan, caller: Caller, slot: string | null = null) {
  const { pakaiIds } = await proveButir(caller, {
    rencanaId: plan.id,
    butirId: plan.butirIds[0] ?? '',
    slot,
    baru: [aNote(plan.tree.tahun)],
  })
  return { rencanaId: plan.id, pakaiId: pakaiIds[0] ?? '' }
}

/** A row of `berkas` as the checking of files leaves it; `state` says how far it came. */
export async function aBerkas(
  hub: TestHub,
  satkerKode: string,
  state: 'checking' | 'ready' | 'rejected' = 'ready',
  nama = 'laporan.pdf',
): Promise<string> {
  const id = uuidv7()
  const at = hub.services.clock()
  const ready = state === 'ready'
  await hub.services.ownerPool.query(
    `insert into berkas (satker_kode, id, nama, ukuran_diterima, received_at, sha256, ukuran, jenis_isi, ready_at, rejected_at, sebab)
     values ($1, $2, $3, 12, $4, $5, $6, $7, $8, $9, $10)`,
    [
      satkerKode,
      id,
      nama,
      at,
      ready ? Buffer.alloc(32, 7) : null,
      ready ? 12 : null,
      ready ? 'application/pdf' : null,
      ready ? at : null,
      state === 'rejected' ? at : null,
      state === 'rejected' ? 'jenis berkas tidak diterima' : null,
    ],
  )
  return id
}
