import { describe, expect, it } from 'vitest'
import { usesOf } from '#modules/eviden'
import { query } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { aButir, aPlan } from '../../rencana-aksi/rencana.fixture.ts'
import { aRapat, as, fiveSentences, office, rapatFacts } from '../monitoring.fixture.ts'
import { paketForStaff } from '../queries/paket.ts'
import { rapatForStaff } from '../queries/rapat-detail.ts'
import { attachBerkasRapat, detachBerkasRapat } from './berkas-rapat.ts'
import { addKeputusanRapat, removeKeputusanRapat } from './keputusan-rapat.ts'
import { type Isian, usePaket } from './pack.ts'
import { addPeserta, markHadir } from './peserta.ts'
import {
  cancelRapat,
  closeRapat,
  createRapat,
  editRapat,
  reopenRapat,
  writeNotula,
} from './rapat.ts'
import { createRatl } from './ratl.ts'

const hub = testHub()
const tables = [
  'rapat',
  'rapat_peserta',
  'rapat_keputusan',
  'rapat_berkas',
  'rapat_pakai',
  'eviden',
]
const alasan = 'Nama peserta keliru ditulis'
type Made = Awaited<ReturnType<typeof aRapat>>
const open = () => aRapat(hub)
const close = async ({ id }: Made) => closeRapat(await as(hub, 'ketua'), { rapatId: id })
const closed = async () => {
  const made = await open()
  await close(made)
  return made
}

async function aBerkas(): Promise<string> {
  const { rows } = await hub.services.ownerPool.query(
    `insert into berkas (satker_kode, id, nama, ukuran_diterima, received_at, received_by)
     values ('5203', gen_random_uuid(), 'foto.jpg', 10, now(), gen_random_uuid()) returning id`,
  )
  return rows[0].id
}

fiveSentences(hub, tables, {
  name: 'createRapat [1.12] [1.19]',
  peran: 'kasubbag',
  make: async () => null,
  run: (caller) => createRapat(caller, { satkerKode: office, ...rapatFacts }),
  spoil: async () => (caller) =>
    createRapat(caller, { satkerKode: office, ...rapatFacts, jenis: 'entah' }),
})

fiveSentences(hub, tables, {
  name: 'editRapat',
  peran: 'koordinator_area',
  make: open,
  run: (caller, { id, versi }) => editRapat(caller, { rapatId: id, versi, ...rapatFacts }),
  spoil: close,
})

fiveSentences(hub, tables, {
  name: 'writeNotula',
  peran: 'anggota_tim',
  make: open,
  run: (caller, { id, versi }) =>
    writeNotula(caller, {
      rapatId: id,
      versi,
      pembahasan: 'Lain',
      simpulan: null,
      penilaian: null,
      nomorBeritaAcara: null,
    }),
  spoil: close,
})

fiveSentences(hub, tables, {
  name: 'closeRapat [P.15]',
  peran: 'ketua',
  make: open,
  run: (caller, { id }) => closeRapat(caller, { rapatId: id }),
  spoil: close,
})

fiveSentences(hub, tables, {
  name: 'reopenRapat',
  peran: 'sekretaris',
  make: closed,
  run: (caller, { id }) => reopenRapat(caller, { rapatId: id, alasan }),
  spoil: async ({ id }) => reopenRapat(await as(hub, 'ketua'), { rapatId: id, alasan }),
})

fiveSentences(hub, tables, {
  name: 'cancelRapat',
  peran: 'kasubbag',
  make: open,
  run: (caller, { id }) => cancelRapat(caller, { rapatId: id, alasan }),
  spoil: close,
})

fiveSentences(hub, tables, {
  name: 'addPeserta',
  peran: 'kasubbag',
  make: open,
  run: (caller, { id }) => addPeserta(caller, { rapatId: id, penggunaIds: [], nama: ['Pak Budi'] }),
  spoil: close,
})

fiveSentences(hub, tables, {
  name: 'markHadir',
  peran: 'kasubbag',
  make: open,
  run: (caller, { id, pesertaId }) =>
    markHadir(caller, { rapatId: id, hadirIds: [], hapusIds: [pesertaId] }),
  spoil: close,
})

fiveSentences(hub, tables, {
  name: 'addKeputusanRapat',
  peran: 'kasubbag',
  make: open,
  run: (caller, { id }) => addKeputusanRapat(caller, { rapatId: id, uraian: 'Rapat bulanan' }),
  spoil: close,
})

fiveSentences(hub, tables, {
  name: 'removeKeputusanRapat',
  peran: 'kasubbag',
  make: open,
  run: (caller, { id, keputusanId }) => removeKeputusanRapat(caller, { rapatId: id, keputusanId }),
  spoil: async ({ keputusanId }) => {
    const owner = await hub.actor(office, 'anggota_tim')
    await createRatl(await as(hub, 'kasubbag'), {
      sumber: { keputusanId },
      aksi: 'Melengkapi eviden',
      keluaran: null,
      penanggungJawabId: owner.id,
      unitId: null,
      jatuhTempo: '2026-12-01',
    })
  },
})

fiveSentences(hub, tables, {
  name: 'attachBerkasRapat',
  peran: 'kasubbag',
  make: async () => ({ ...(await open()), berkasId: await aBerkas() }),
  run: (caller, { id, berkasId }) =>
    attachBerkasRapat(caller, { rapatId: id, dokumen: 'dokumentasi', berkasIds: [berkasId] }),
  spoil: close,
})

const withBerkas = async () => {
  const made = { ...(await open()), berkasId: await aBerkas() }
  const attach = { rapatId: made.id, dokumen: 'dokumentasi' as const, berkasIds: [made.berkasId] }
  await attachBerkasRapat(made.kasubbag, attach)
  return made
}

fiveSentences(hub, tables, {
  name: 'detachBerkasRapat',
  peran: 'kasubbag',
  make: withBerkas,
  run: (caller, { id, berkasId }) => detachBerkasRapat(caller, { rapatId: id, berkasId }),
  spoil: close,
})

const slots = ['Undangan', 'Daftar hadir', 'Notula Rapat', 'Berita Acara rapat monev']

/** A closed pack and a running plan of its year whose two butir ask for its documents. */
async function withPlan(jenis: 'RB' | 'ZI', tahun: number) {
  const made = await aRapat(hub, { tanggal: `${tahun}-11-18` })
  await close(made)
  const butir = [
    aButir('Monitoring dan evaluasi rencana', { eviden: slots }),
    aButir('Tindak lanjut monitoring', { eviden: ['Undangan', 'Banner'] }),
  ]
  const plan = await aPlan(hub, office, 'approved', { tahun, jenis, butir })
  const page = await paketForStaff(made.kasubbag, { id: made.id, rencana: plan.id })
  const isian = page.butir.flatMap(({ butirId, offers }): Isian[] =>
    offers
      .filter(({ suggested }) => suggested)
      .map(({ slot, dokumen }) => ({ rencanaId: plan.id, butirId, slot, dokumen })),
  )
  return { ...made, plan, isian }
}

let tahun = 2012
fiveSentences(hub, tables, {
  name: 'usePaket [P.15]',
  peran: 'kasubbag',
  make: () => withPlan('RB', tahun++),
  run: (caller, { id, isian }) => usePaket(caller, { rapatId: id, isian }),
  spoil: async ({ id }) => reopenRapat(await as(hub, 'ketua'), { rapatId: id, alasan }),
})

describe('a pack', () => {
  const readUses = query(usesOf)

  it('fills every matching line of many butir at once, each document one evidence [P.15]', async () => {
    const { id, isian, kasubbag, plan } = await withPlan('ZI', 2026)
    expect(isian.map(({ slot }) => slot)).toEqual([...slots, 'Undangan'])
    expect(await usePaket(kasubbag, { rapatId: id, isian })).toEqual({ filled: 5, butir: 2 })
    const uses = await readUses(kasubbag, { satkerKode: office, butirIds: plan.butirIds })
    for (const slot of slots)
      expect(uses.filter((use) => use.slot === slot).length).toBe(slot === 'Undangan' ? 2 : 1)
    expect(new Set(uses.map(({ eviden }) => eviden.id)).size).toBe(4)
    expect(uses.find(({ slot }) => slot === 'Notula Rapat')?.eviden.teks).toContain('Dibahas')
    await expect(usePaket(kasubbag, { rapatId: id, isian })).rejects.toMatchObject({ status: 409 })
  })

  it('is locked once it is closed, and told why it was opened again', async () => {
    const made = await closed()
    await expect(
      editRapat(made.kasubbag, { rapatId: made.id, versi: 3, ...rapatFacts }),
    ).rejects.toMatchObject({ status: 409 })
    await reopenRapat(made.kasubbag, { rapatId: made.id, alasan })
    const { rapat, riwayat } = await rapatForStaff(made.kasubbag, made.id)
    expect(rapat.alasanBuka).toBe(alasan)
    expect(riwayat.map(({ peristiwa }) => peristiwa)).toContain('rapat_reopened')
  })

  it('asks the evaluation of the work plan for its result [1.09]', async () => {
    const made = await aRapat(hub, { jenis: 'evaluasi_rencana_kerja' })
    await expect(close(made)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('hasil evaluasi'),
    })
    await writeNotula(made.kasubbag, {
      rapatId: made.id,
      versi: made.versi,
      pembahasan: 'Dibahas',
      simpulan: 'Perlu perbaikan',
      penilaian: 'sebagian',
      nomorBeritaAcara: null,
    })
    await close(made)
  })

  it('refuses the second of two people who change it at once', async () => {
    const { id, versi, kasubbag } = await open()
    await editRapat(kasubbag, { rapatId: id, versi, ...rapatFacts, judul: 'Judul pertama' })
    await expect(
      editRapat(kasubbag, { rapatId: id, versi, ...rapatFacts, judul: 'Judul kedua' }),
    ).rejects.toMatchObject({ status: 409, detail: { versi: versi + 1 } })
  })
})
