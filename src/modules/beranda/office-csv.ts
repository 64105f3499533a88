import { areaName } from './area.ts'
import { csvLine } from '#platform/csv.ts'
import { shareDone, shareInTime } from './rekap.ts'
import { areasIn, type AreaPart, heatLines, type Place } from './wilayah.ts'

const heads = [
  'Kode',
  'Satuan kerja',
  'Tahun',
  'Jenis',
  'Area',
  'Kewajiban',
  'Selesai',
  'Selesai tepat waktu',
  'Berjalan',
  'Terlambat',
  'Ditiadakan',
  'Selesai (%)',
  'Tepat waktu (%)',
]

type Table = {
  tahun: number
  jenis: string
  places: readonly Place[]
  parts: readonly AreaPart[]
}

/** One line an office and area that has something planned; an office without a plan has one empty line. */
export function* officeCsvLines({ tahun, jenis, places, parts }: Table): Generator<string> {
  yield csvLine(heads)
  const areas = areasIn(parts)
  for (const { kode, nama, area: capaian } of heatLines(places, parts)) {
    const office = [kode, nama, tahun, jenis || 'RB dan ZI']
    if (capaian.size === 0) yield csvLine([...office, '', ...heads.slice(5).map(() => null)])
    for (const area of areas) {
      const figures = capaian.get(area)
      if (!figures) continue
      const { kewajiban, selesai, selesaiTepat, berjalan, terlambat, ditiadakan } = figures
      const counts = [kewajiban, selesai, selesaiTepat, berjalan, terlambat, ditiadakan]
      const shares = [shareDone(figures), shareInTime(figures)]
      yield csvLine([...office, areaName(area), ...counts, ...shares.map(percent)])
    }
  }
}

const percent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10)
