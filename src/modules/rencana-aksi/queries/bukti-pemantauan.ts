import type { BuktiOtomatis, IsiBukti } from '#platform/bukti-otomatis.ts'
import type { Q } from '#platform/command.ts'
import { longDate, monthName } from '#platform/date.ts'
import { jenisLabels } from '../labels.ts'
import { periodOf } from '../pemantauan.ts'
import { type Angka, percentOf } from '../pemantauan-angka.ts'
import { figuresOf } from './pemantauan.ts'
import { planUrl } from '../urls.ts'

type Figures = Awaited<ReturnType<typeof figuresOf>>

/** The plan's own monitoring figures of a period: what its evidence lists call laporan monitoring. */
export const buktiPemantauan: BuktiOtomatis = {
  jenis: 'pemantauan-rencana',
  judul: 'Laporan pemantauan rencana aksi',
  kataKunci: [
    'laporan monitoring',
    'laporan monev',
    'monitoring dan evaluasi rencana',
    'laporan pemantauan',
    'laporan pelaksanaan rencana',
    'laporan perkembangan',
    'laporan capaian',
  ],
  read: readFigures,
}

async function readFigures(
  q: Q,
  { satkerKode, periode }: { satkerKode: string; periode: string },
): Promise<IsiBukti | null> {
  const [tahun = '', kode = ''] = periode.split('-')
  const found = periodOf(kode)
  if (!found) return null
  const plans = await q.tx
    .selectFrom('rencana')
    .select('id')
    .where('satker_kode', '=', satkerKode)
    .where('tahun', '=', Number(tahun))
    .where('approved_at', 'is not', null)
    .orderBy('jenis')
    .execute()
  const all: Figures[] = []
  for (const { id } of plans) all.push(await figuresOf(q, { id, kode }))
  return all.length === 0 ? null : documentOf(all, `${found.nama} ${tahun}`, kode)
}

function documentOf(all: readonly Figures[], nama: string, kode: string): IsiBukti {
  const total = (of: 'kewajiban' | 'selesai' | 'tepatWaktu' | 'terlambat') =>
    all.reduce((sum, { angka }) => sum + angka.total[of], 0)
  return {
    judul: `Laporan pemantauan rencana aksi, ${nama}`,
    per: all.map(({ angka }) => angka.pada).reduce((a, b) => (a > b ? a : b)),
    angka: [
      { label: 'Kewajiban', nilai: total('kewajiban'), satuan: null },
      { label: 'Selesai', nilai: total('selesai'), satuan: null },
      { label: 'Tepat waktu', nilai: total('tepatWaktu'), satuan: null },
      { label: 'Terlambat', nilai: total('terlambat'), satuan: null },
      {
        label: 'Selesai dari kewajiban',
        nilai: percentOf(total('selesai'), total('kewajiban')) ?? 0,
        satuan: 'persen',
      },
    ],
    kolom: ['Area', 'Rencana', 'Kewajiban', 'Selesai', 'Tepat waktu', 'Terlambat'],
    baris: all.flatMap((figures) => areaRows(figures, kode)),
    catatan: all.flatMap(remarksOf),
  }
}

const areaRows = ({ tree, angka }: Figures, kode: string): IsiBukti['baris'] =>
  angka.area.map((area) => ({
    isi: [
      area.judul,
      jenisLabels[tree.jenis],
      ...[area.kewajiban, area.selesai, area.tepatWaktu, area.terlambat].map(String),
    ],
    url: planUrl(tree.id, 'pemantauan', kode),
  }))

const mostLate = 20

function remarksOf({ tree, angka, taken }: Figures): string[] {
  const state = taken
    ? `${jenisLabels[tree.jenis]}: angka pemantauan yang diambil ${longDate(angka.pada)}.`
    : `${jenisLabels[tree.jenis]}: pemantauan belum diambil, angka menurut keadaan ${longDate(angka.pada)}.`
  return [
    state,
    ...(taken?.hambatan ? [`Hambatan: ${taken.hambatan}`] : []),
    ...(taken?.solusi ? [`Solusi: ${taken.solusi}`] : []),
    ...angka.terlambat.slice(0, mostLate).map(lateRemark),
  ]
}

const lateRemark = ({ teks, bulan, jatuhTempo }: Angka['terlambat'][number]) =>
  `Terlambat: ${teks} (${monthName(bulan)}, jatuh tempo ${longDate(jatuhTempo)}).`
