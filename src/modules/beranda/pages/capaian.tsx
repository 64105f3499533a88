import { monthShort } from '#platform/date.ts'
import { type FigureItem, Figures } from '#ui/data/figures.tsx'
import { Table } from '#ui/data/table.tsx'
import { BarPlot } from '#ui/plot/bar-plot.tsx'
import { LinePlot } from '#ui/plot/line-plot.tsx'
import { areaName } from '../area.ts'
import { areaMessage, count, persen, type Sebutan, trendMessage } from '../labels.ts'
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
        unit: `${count(capaian.selesai)} dari ${count(capaian.kewajiban)}`,
        share: shareDone(capaian) ?? 0,
      },
      {
        label: 'Tepat waktu',
        value: persen(shareInTime(capaian)),
        unit: `${count(capaian.lewatTepat)} dari ${count(capaian.lewatTempo)} yang jatuh tempo`,
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
        due === null || due === 0
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
    format={count}
  />
)

type AreaRow = { area: number; capaian: Capaian }

/** All figures of each area, with their sum. */
export const AreaTable = ({ areas, capaian }: { areas: Areas; capaian: Capaian }) => {
  const figures: readonly [key: string, label: string, of: (capaian: Capaian) => string][] = [
    ['kewajiban', 'Kewajiban', ({ kewajiban }) => count(kewajiban)],
    ['selesai', 'Selesai', ({ selesai }) => count(selesai)],
    ['tepat', 'Tepat waktu', ({ selesaiTepat }) => count(selesaiTepat)],
    ['berjalan', 'Berjalan', ({ berjalan }) => count(berjalan)],
    ['terlambat', 'Terlambat', ({ terlambat }) => count(terlambat)],
    ['ditiadakan', 'Ditiadakan', ({ ditiadakan }) => count(ditiadakan)],
    ['persen', 'Selesai (%)', (each) => persen(shareDone(each))],
  ]
  return (
    <Table<AreaRow>
      caption="Capaian per area"
      columns={[
        { key: 'area', label: 'Area perubahan', main: true, cell: ({ area }) => areaName(area) },
        ...figures.map(([key, label, of]) => ({
          key,
          label,
          align: 'end' as const,
          cell: (row: AreaRow) => of(row.capaian),
        })),
      ]}
      rows={inOrder(areas).map(([area, each]) => ({ area, capaian: each }))}
      foot={{
        area: 'Semua area',
        ...Object.fromEntries(figures.map(([key, , of]) => [key, of(capaian)])),
      }}
    />
  )
}
