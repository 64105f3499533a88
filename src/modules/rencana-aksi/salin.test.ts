import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffRencana } from './diff.ts'
import type { IsiRencana } from './isi.ts'
import { namesYear, salinanOf, salinFigures, shiftDate } from './salin.ts'
import { isiOf, type ButirNode, type RencanaTree } from './tree.ts'

const aNode = (more: Partial<ButirNode> = {}): ButirNode => ({
  id: 'b1',
  urutan: 1,
  label: '1)',
  uraian: 'Laporan tahun 2025',
  langkah: null,
  keterangan: null,
  prioritas: true,
  penanggungJawab: { id: 'sari', nama: 'Sari' },
  unit: { id: 'umum', nama: 'Umum' },
  mulai: '2025-12-20',
  selesai: '2026-01-10',
  jadwalAsli: '20 Des 2025 - 10 Jan 2026',
  eviden: ['Laporan 2025'],
  baris: [4],
  keyakinan: 0.9,
  versi: 3,
  indikator: [
    {
      id: 'i1',
      teks: 'Persentase pelaporan 2025',
      jenis: 'persen',
      satuan: null,
      arah: 'naik',
      target: 90,
      caraHitung: 'terakhir',
      nilaiTahunLalu: 60,
      versi: 1,
    },
  ],
  sel: [12].map((bulan) => ({
    bulan,
    mulai: '2025-12-20',
    jatuhTempo: '2025-12-31',
    status: 'done',
    catatan: null,
    alasan: null,
    doneOn: '2025-12-30',
    versi: 2,
  })),
  ...more,
})
const treeOf = (butir: ButirNode): Pick<RencanaTree, 'area' | 'tahun'> => ({
  tahun: 2025,
  area: [
    {
      id: 'a1',
      urutan: 1,
      nomor: '1',
      judul: 'Tatalaksana',
      areaBaku: 4,
      kegiatan: [{ id: 'k1', urutan: 1, nomor: '1', judul: 'SOP', butir: [butir] }],
    },
  ],
})
const source = (butir = aNode()) => ({
  tree: treeOf(butir),
  capaian: new Map([['i1', 87.5]]),
  present: new Set(['sari', 'umum']),
})
const butirIn = (isi: IsiRencana) => isi.area[0]?.kegiatan[0]?.butir[0]

describe('a day in another year', () => {
  it('stays the same day of the year, but for 29 February [P.18]', () => {
    expect(shiftDate('2025-12-20', 1)).toBe('2026-12-20')
    expect(shiftDate('2024-02-29', 1)).toBe('2025-02-28')
    expect(shiftDate('2024-02-29', 4)).toBe('2028-02-29')
    expect(shiftDate('2023-02-28', 1)).toBe('2024-02-28')
  })

  it('keeps the order of two days, and comes back except from 29 February', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, fc.integer({ min: -5, max: 9 }), (a, b, years) => {
        const [first = '', second = ''] = [a, b].toSorted()
        expect(shiftDate(first, years) <= shiftDate(second, years)).toBe(true)
        const back = shiftDate(shiftDate(a, years), -years)
        expect(back).toBe(a.endsWith('-02-29') ? back : a)
        expect(Number(shiftDate(a, years).slice(0, 4)) - Number(a.slice(0, 4))).toBe(years)
      }),
    )
  })
})

describe('copying a plan to another year [P.18]', () => {
  it('moves the days with their year, keeps the months, and starts without ids and marks', () => {
    const copied = butirIn(salinanOf(source(), { tahun: 2026, gantiTahun: false }))
    expect(copied).toMatchObject({
      mulai: '2026-12-20',
      selesai: '2027-01-10',
      bulan: [12],
      jadwalAsli: null,
      baris: [],
      prioritas: true,
      penanggungJawab: { id: 'sari' },
    })
    expect(copied).not.toHaveProperty('id')
  })

  it("carries the year's achievement along as last year's value, only from year to year", () => {
    const valueIn = (tahun: number) =>
      butirIn(salinanOf(source(), { tahun, gantiTahun: false }))?.indikator[0]?.nilaiTahunLalu
    expect([valueIn(2026), valueIn(2027)]).toEqual([87.5, null])
  })

  it('names the new year in texts only when asked, and counts what still names the old', () => {
    const before = isiOf(source().tree)
    const plain = salinanOf(source(), { tahun: 2026, gantiTahun: false })
    const renamed = salinanOf(source(), { tahun: 2026, gantiTahun: true })
    expect(salinFigures(before, plain, 2025)).toMatchObject({
      butir: 1,
      bertanggal: 1,
      menyebutTahun: 1,
    })
    expect(salinFigures(before, renamed, 2025).menyebutTahun).toBe(0)
    expect(butirIn(renamed)).toMatchObject({
      uraian: 'Laporan tahun 2026',
      eviden: ['Laporan 2026'],
    })
    const odd = butirIn(before)
    expect(
      odd && namesYear({ ...odd, uraian: 'Kode 120255', eviden: [], indikator: [] }, 2025),
    ).toBe(false)
  })

  it('leaves out people and units that are no longer there', () => {
    const gone = { ...source(), present: new Set(['umum']) }
    const after = salinanOf(gone, { tahun: 2026, gantiTahun: false })
    expect(butirIn(after)).toMatchObject({ penanggungJawab: null, unit: { id: 'umum' } })
    expect(salinFigures(isiOf(gone.tree), after, 2025).kehilanganOrang).toBe(1)
  })

  it('shows the old and the new schedule side by side', () => {
    const after = salinanOf(source(), { tahun: 2026, gantiTahun: false })
    const { added, removed, changed } = diffRencana(isiOf(source().tree), after)
    expect([added, removed]).toEqual([[], []])
    expect(changed[0]?.fields).toEqual([
      {
        field: 'jadwal',
        before: '20 Desember 2025 – 10 Januari 2026 (Desember)',
        after: '20 Desember 2026 – 10 Januari 2027 (Desember)',
      },
    ])
  })
})
