import { describe, expect, it } from 'vitest'
import { approve, propose } from '#modules/rencana-aksi'
import type { Caller } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { aButir, anImport, anUpload, aRenaksi } from '../impor.fixture.ts'
import { accept } from './accept.ts'
import { acceptRemaining } from './temuan.ts'
import { revise } from './revise.ts'

const hub = testHub()
const tables = ['impor', 'keputusan', 'rencana', 'rencana_butir', 'rencana_usulan']
const kasubbag = async (kode: string) => hub.as(await hub.actor(kode, 'kasubbag'))

async function refusedWithoutTrace(work: () => Promise<unknown>, status: number) {
  const before = await hub.counts(...tables)
  await expect(work()).rejects.toMatchObject({ status })
  expect(await hub.counts(...tables)).toEqual(before)
}

async function accepted(caller: Caller, renaksi = aRenaksi()) {
  const { imporId } = await anImport(hub, caller, renaksi)
  await acceptRemaining(caller, { imporId })
  return accept(caller, { imporId })
}

const query = async (text: string, ...values: unknown[]) =>
  (await hub.services.ownerPool.query(text, values)).rows

describe('taking an import over', () => {
  it('is refused to who is not signed in, may not, or is elsewhere', async () => {
    const { imporId } = await anImport(hub, await kasubbag('3501'))
    const reader = hub.as(await hub.actor('3501', 'pembaca'))
    await refusedWithoutTrace(() => accept(hub.as(null), { imporId }), 401)
    await refusedWithoutTrace(() => accept(reader, { imporId }), 403)
    const elsewhere = await kasubbag('3502')
    await refusedWithoutTrace(() => accept(elsewhere, { imporId }), 404)
  })

  it('waits for reading, for missing facts, and for every finding', async () => {
    const caller = await kasubbag('3501')
    const { id } = await anUpload(caller, '3501')
    await refusedWithoutTrace(() => accept(caller, { imporId: id }), 409)
    const impor = await anImport(hub, caller, aRenaksi({ nomor: '' }))
    await expect(accept(caller, impor)).rejects.toMatchObject({
      message: 'Nomor keputusan belum diisi.',
      detail: { field: 'nomor' },
    })
    const changes = [{ jenis: 'keputusan' as const, versi: 1, nilai: { nomor: '12' } }]
    await revise(caller, { ...impor, changes })
    await expect(accept(caller, impor)).rejects.toMatchObject({ detail: { field: 'temuan' } })
  })

  it('registers the decree with all its facts and makes the draft plan, once [P.01] [P.02] [P.07]', async () => {
    const caller = await kasubbag('3503')
    const { keputusanId, rencanaId } = await accepted(
      caller,
      aRenaksi({
        tempat: 'Lumajang',
        ketua: 'Nama Contoh',
        menimbang: ['bahwa berdasarkan Berita Acara Nomor 9/BA/2026 tentang Rapat Pleno;'],
        mengingat: [{ kode: 'UU 7/2017', judul: 'Pemilihan Umum', perubahan: [] }],
        diktum: [{ label: 'KESATU', isi: 'Menetapkan rencana aksi.' }],
      }),
    )
    expect(await query('select * from keputusan where id = $1', keputusanId)).toMatchObject([
      {
        satker_kode: '3503',
        nomor: '7',
        tahun: 2026,
        tanggal: '2026-02-03',
        tempat: 'Lumajang',
        ketua: 'Nama Contoh',
        berita_acara: '9/BA/2026',
        diktum: [{ label: 'KESATU', isi: 'Menetapkan rencana aksi.' }],
      },
    ])
    expect(
      await query('select kode from keputusan_dasar_hukum where keputusan_id = $1', keputusanId),
    ).toEqual([{ kode: 'UU 7/2017' }])
    expect(
      await query('select keputusan_id, jenis, tahun from rencana where id = $1', rencanaId),
    ).toEqual([{ keputusan_id: keputusanId, jenis: 'RB', tahun: 2026 }])
  })

  it('links a decree to the earlier one that it amends [P.04]', async () => {
    const caller = await kasubbag('3504')
    const first = await accepted(caller)
    const amending = aRenaksi({ nomor: '15', mengubah: '7', judul: 'Perubahan Keputusan Nomor 7' })
    const second = await accepted(caller, amending)
    expect(
      await query('select mengubah_id from keputusan where id = $1', second.keputusanId),
    ).toEqual([{ mengubah_id: first.keputusanId }])
    expect(second).toMatchObject({ rencanaId: first.rencanaId, cara: 'diganti' })
  })

  it('of the same decree again doubles nothing and replaces the draft', async () => {
    const caller = await kasubbag('3505')
    const first = await accepted(caller)
    const again = aRenaksi()
    again.rencana.area[0]?.kegiatan[0]?.butir.push(aButir('Memantau layanan'))
    const second = await accepted(caller, again)
    expect(second).toEqual({ ...first, cara: 'diganti' })
    const [count] = await query(
      `select (select count(*) from keputusan where satker_kode = '3505')::int as keputusan,
              (select count(*) from rencana where satker_kode = '3505')::int as rencana,
              (select count(*) from rencana_butir where satker_kode = '3505')::int as butir`,
    )
    expect(count).toEqual({ keputusan: 1, rencana: 1, butir: 3 })
  })

  it('of an approved plan proposes each difference and changes nothing by itself', async () => {
    const caller = await kasubbag('3506')
    const { rencanaId } = await accepted(caller)
    await propose(caller, { rencanaId })
    const { imporId } = await anImport(hub, caller)
    await acceptRemaining(caller, { imporId })
    await refusedWithoutTrace(() => accept(caller, { imporId }), 409)
    await approve(hub.as(await hub.actor('3506', 'ketua')), { rencanaId })
    const again = aRenaksi()
    const [butir] = again.rencana.area[0]?.kegiatan[0]?.butir ?? []
    if (butir) butir.jadwal = { bulan: [3], mulai: null, selesai: null }
    again.rencana.area[0]?.kegiatan[0]?.butir.push(aButir('Memantau layanan'))
    const second = await accepted(caller, again)
    expect(second).toMatchObject({ rencanaId, cara: 'diusulkan', usulan: 2 })
    expect(
      await query('select jenis from rencana_usulan where rencana_id = $1 order by 1', rencanaId),
    ).toEqual([{ jenis: 'tambah_butir' }, { jenis: 'ubah_butir' }])
    expect(
      await query('select count(*)::int as n from rencana_butir where rencana_id = $1', rencanaId),
    ).toEqual([{ n: 2 }])
  })
})
