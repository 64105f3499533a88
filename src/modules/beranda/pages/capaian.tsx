import { monthShort } from '#platform/date.ts'
import { type FigureItem, Figures } from '#ui/data/figures.tsx'
import { Table } from '#ui/data/table.tsx'
import { BarPlot } from '#ui/plot/bar-plot.tsx'
import { LinePlot } from '#ui/plot/line-plot.tsx'
import { areaName } from '../area.ts'
import { areaMessage, count, persen, roundCount, type Sebutan, trendMessage } from '../labels.ts'
import { type Capaian, shareDone, shareDue, shareInTime, type TrendPoint } from '../rekap.ts'

export type Areas = ReadonlyMap<number, Capaian>

/** The three figures that every dashboard has; `last` is its own. */
export const CapaianFigures = ({
  capaian,
  lateHref,
  last,
}: {
  capaian: Capaian
  lateHref?: string | undefined
  last: FigureItem
}) => (
  <Figures
    items={[
      {
        label: 'Selesai',
        value: persen(shareDone(capaian)),
        note: `${count(capaian.selesai)} dari ${count(capaian.kewajiban)}`,
        share: shareDone(capaian) ?? 0,
      },
      {
        label: 'Tepat waktu',
        value: persen(shareInTime(capaian)),
        note: `${count(capaian.lewatTepat)} dari ${count(capaian.lewatTempo)} yang jatuh tempo`,
        share: shareInTime(capaian) ?? 0,
      },
      {
        label: 'Terlambat',
        value: count(capaian.terlambat),
        note: capaian.terlambat === 0 ? 'Tidak ada' : 'Lewat jatuh tempo, belum selesai',
        tone: capaian.terlambat === 0 ? undefined : 'late',
        href: capaian.terlambat === 0 ? undefined : lateHref,
      },
      last,
    ]}
  />
)

const inOrder = (areas: Areas) =>
  [...areas].toSorted(([a], [b]) => (a || Infinity) - (b || Infinity))

/** How much of each area is done, against what should be done by now. */
export const AreaPlot = ({
  areas,
  capaian,
  hrefOf,
}: {
  areas: Areas
  capaian: Capaian
  hrefOf?: (areaBaku: number) => string
}) => {
  const due = shareDue(capaian)
  return (
    <BarPlot
      title={areaMessage(areas)}
      note="Bagian dari rencana setahun yang selesai"
      labelHead="Area perubahan"
      valueHead="Selesai"
      max={1}
      target={
        due === null || due === 0 || due === 1
          ? undefined
          : { value: due, label: `${persen(due)} sudah jatuh tempo` }
      }
      format={persen}
      bars={inOrder(areas).map(([area, each]) => ({
        label: areaName(area),
        value: shareDone(each) ?? 0,
        href: hrefOf?.(area),
      }))}
    />
  )
}

/** Planned against done, added up over the months of the year. */
export const TrendPlot = ({
  trend,
  sebutan = 'kewajiban',
}: {
  trend: readonly TrendPoint[]
  sebutan?: Sebutan
}) => (
  <LinePlot
    title={trendMessage(trend, sebutan)}
    note={`Jumlah ${sebutan}, ditambahkan dari bulan ke bulan`}
    xHead="Bulan"
    xs={trend.map(({ bulan }) => monthShort(bulan))}
    series={[
      { label: 'Rencana', values: trend.map(({ rencana }) => rencana), tone: 'quiet' },
      { label: 'Selesai', values: trend.map(({ selesai }) => selesai) },
    ]}
    format={roundCount}
  />
)

type AreaRow = { area: number; capaian: Capaian }

type Figure = { key: string; label: string; of: (capaian: Capaian) => string; staffOnly?: true }

const areaFigures = (sebutan: Sebutan): readonly Figure[] => [
  {
    key: 'jumlah',
    label: sebutan === 'langkah' ? 'Langkah' : 'Kewajiban',
    of: ({ kewajiban }) => count(kewajiban),
  },
  { key: 'selesai', label: 'Selesai', of: ({ selesai }) => count(selesai) },
  { key: 'tepat', label: 'Tepat waktu', of: ({ selesaiTepat }) => count(selesaiTepat) },
  { key: 'berjalan', label: 'Berjalan', of: ({ berjalan }) => count(berjalan), staffOnly: true },
  { key: 'terlambat', label: 'Terlambat', of: ({ terlambat }) => count(terlambat) },
  {
    key: 'ditiadakan',
    label: 'Ditiadakan',
    of: ({ ditiadakan }) => count(ditiadakan),
    staffOnly: true,
  },
  { key: 'persen', label: 'Selesai (%)', of: (each) => persen(shareDone(each)) },
]

type AreaTableProps = { areas: Areas; capaian: Capaian; sebutan?: Sebutan }

/** The figures of each area with their sum; the public gets the four that it asks for. */
export const AreaTable = ({ areas, capaian, sebutan = 'kewajiban' }: AreaTableProps) => {
  const figures = areaFigures(sebutan).filter((f) => sebutan === 'kewajiban' || !f.staffOnly)
  return (
    <Table<AreaRow>
      caption="Capaian per area"
      columns={[
        { key: 'area', label: 'Area perubahan', main: true, cell: ({ area }) => areaName(area) },
        ...figures.map(({ key, label, of }) => ({
          key,
          label,
          align: 'end' as const,
          cell: (row: AreaRow) => of(row.capaian),
        })),
      ]}
      rows={inOrder(areas).map(([area, each]) => ({ area, capaian: each }))}
      foot={{
        area: 'Semua area',
        ...Object.fromEntries(figures.map(({ key, of }) => [key, of(capaian)])),
      }}
    />
  )
}
