import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { fiveSentences } from '../five-sentences.fixture.ts'
import { salinanForStaff } from '../queries/salin.ts'
import { aButir, aPlan, treeOf } from '../rencana.fixture.ts'
import { placesOf } from '../tree.ts'
import { setNilaiIndikator } from './indikator.ts'
import { salinRencana } from './salin.ts'

const hub = testHub()
const tables = ['rencana', 'rencana_butir', 'rencana_sel', 'rencana_riwayat']

fiveSentences(hub, tables, {
  name: 'salinRencana',
  peran: 'kasubbag',
  in: 'closed',
  notIn: 'draft',
  run: (caller, { id, tree }) =>
    salinRencana(caller, {
      rencanaId: id,
      tahun: tree.tahun + 50,
      judul: 'Rencana tahun berikutnya',
      gantiTahun: true,
    }),
})

describe('copying a plan [P.18]', () => {
  const dated = aButir('Laporan tahun 2028', {
    jadwal: { bulan: [], mulai: '2028-02-20', selesai: '2028-02-29' },
    indikator: ['Persentase laporan tepat waktu'],
  })
  const aSource = () =>
    aPlan(hub, '3508', 'approved', { tahun: 2028, jenis: 'RB', butir: [dated, aButir('Rapat')] })

  it('moves days, keeps months, remembers its source and last year’s values, and differs as shown', async () => {
    const source = await aSource()
    const first = placesOf(source.tree)[0]?.butir
    const indikatorId = first?.indikator[0]?.id ?? ''
    await setNilaiIndikator(source.admin, {
      rencanaId: source.id,
      indikatorId,
      nilai: [{ bulan: 2, nilai: 80, catatan: null, versi: 0 }],
    })
    const copy = { rencanaId: source.id, tahun: 2029, judul: 'Rencana 2029', gantiTahun: false }
    const { id } = await salinRencana(source.admin, copy)
    const tree = await treeOf(source.admin, id)
    const [moved, months] = placesOf(tree).map(({ butir }) => butir)
    expect(tree).toMatchObject({ state: 'draft', tahun: 2029, keputusan: null })
    expect(moved).toMatchObject({
      mulai: '2029-02-20',
      selesai: '2029-02-28',
      sel: [{ bulan: 2, mulai: '2029-02-20', jatuhTempo: '2029-02-28', status: 'planned' }],
      indikator: [{ teks: 'Persentase laporan tepat waktu', nilaiTahunLalu: 80 }],
    })
    expect(months?.sel.map(({ bulan }) => bulan)).toEqual([2, 7])
    const page = await salinanForStaff(source.admin, id)
    expect(page.source.id).toBe(source.id)
    expect(page.diff).toMatchObject({
      added: [],
      removed: [],
      changed: [{ fields: [{ field: 'jadwal' }] }],
    })
    await expect(salinRencana(source.admin, copy)).rejects.toMatchObject({ status: 409 })
    await expect(salinRencana(source.admin, { ...copy, tahun: 2028 })).rejects.toMatchObject({
      status: 409,
    })
  })
})
