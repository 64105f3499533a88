import { describe, expect, it } from 'vitest'
import { command, query } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { aButir, aRenaksi } from '../rencana.fixture.ts'
import { rencanaTree } from '../queries/tree.ts'
import { isiOf, placesOf } from '../tree.ts'
import { createRencanaFromRenaksi, replaceRencanaFromRenaksi } from './import.ts'

const hub = testHub()
const create = command('uji.create', createRencanaFromRenaksi)
const replace = command('uji.replace', replaceRencanaFromRenaksi)
const treeOf = query(rencanaTree)
const tables = ['rencana', 'rencana_butir', 'rencana_sel', 'rencana_rekap', 'rencana_riwayat']

describe('a plan from an imported decree', () => {
  it('keeps the tree, its schedules from before the signing, its indikator and its source lines [P.07] [P.11]', async () => {
    const caller = hub.as(await hub.actor('3508', 'admin_satker'))
    const { id } = await create(caller, {
      satkerKode: '3508',
      keputusanId: null,
      judul: 'Rencana aksi RB 2026',
      renaksi: aRenaksi([
        aButir('Penyusunan peta proses bisnis', {
          label: 'a.',
          indikator: ['Persentase peta yang selesai', 'Dokumen peta proses bisnis'],
          jadwal: { bulan: [1, 7], mulai: null, selesai: null },
          baris: [12, 13],
          keyakinan: 0.9,
        }),
        aButir('Rapat', {
          jadwal: { bulan: [2], mulai: '2026-02-25', selesai: '2026-02-20', asli: '20-25 Feb' },
        }),
        aButir('Tanpa jadwal', { jadwal: null }),
      ]),
    })
    const tree = await treeOf(caller, id)
    expect(tree).toMatchObject({ state: 'draft', versi: 0, jenis: 'RB', tahun: 2026 })
    expect(tree.area[0]).toMatchObject({ nomor: '4.', areaBaku: 4 })
    const [peta, rapat, none] = placesOf(tree).map((place) => place.butir)
    expect(peta?.indikator.map(({ jenis }) => jenis)).toEqual(['persen', 'dokumen'])
    expect(peta?.baris).toEqual([12, 13])
    expect(peta?.sel.map(({ mulai, jatuhTempo }) => [mulai, jatuhTempo])).toEqual([
      ['2026-01-01', '2026-01-31'],
      ['2026-07-01', '2026-07-31'],
    ])
    expect(rapat).toMatchObject({ mulai: '2026-02-20', selesai: '2026-02-25' })
    expect(rapat?.sel.map(({ mulai, jatuhTempo }) => [mulai, jatuhTempo])).toEqual([
      ['2026-02-20', '2026-02-25'],
    ])
    expect(none?.sel).toEqual([])
  })

  it('is refused to those who plan for another office, and a second time for the same year', async () => {
    const input = {
      satkerKode: '3507',
      keputusanId: null,
      judul: 'Rencana',
      renaksi: aRenaksi([aButir('Rapat')]),
    }
    const admin = hub.as(await hub.actor('3507', 'admin_satker'))
    await create(admin, input)
    const before = await hub.counts(...tables)
    await expect(create(admin, input)).rejects.toMatchObject({ status: 409 })
    await expect(create(hub.as(await hub.actor('3507', 'pembaca')), input)).rejects.toMatchObject({
      status: 403,
    })
    await expect(
      create(hub.as(await hub.actor('35', 'admin_satker')), input),
    ).rejects.toMatchObject({ status: 403 })
    expect(await hub.counts(...tables)).toEqual(before)
  })

  it('read again keeps rows, and the people given to them, where the words are still near', async () => {
    const caller = hub.as(await hub.actor('3506', 'admin_satker'))
    const { id } = await create(caller, {
      satkerKode: '3506',
      keputusanId: null,
      judul: 'Rencana',
      renaksi: aRenaksi([aButir('Penyusunan peta proses bisnis'), aButir('Evaluasi SOP')]),
    })
    const first = placesOf(await treeOf(caller, id)).map((place) => place.butir)
    const diff = await replace(caller, {
      rencanaId: id,
      renaksi: aRenaksi([
        aButir('Penyusunan peta proses bisnis kantor'),
        aButir('Pemantauan layanan', { jadwal: { bulan: [1, 2] } }),
      ]),
    })
    expect(diff.removed.map(({ teks }) => teks)).toEqual(['Evaluasi SOP'])
    expect(diff.added.map(({ teks }) => teks)).toEqual(['Pemantauan layanan'])
    expect(diff.changed[0]?.fields.map(({ field }) => field)).toEqual(['uraian'])
    const tree = await treeOf(caller, id)
    expect(placesOf(tree).map((place) => place.butir.id)[0]).toBe(first[0]?.id)
    expect(isiOf(tree).area[0]?.kegiatan[0]?.butir.map(({ bulan }) => bulan)).toEqual([
      [2, 7],
      [1, 2],
    ])
  })
})
