import { butirTitle, planUrl, shorten } from '#modules/rencana-aksi'
import { longDate, monthName } from '#platform/date.ts'
import { Table } from '#ui/data/table.tsx'
import { areaName } from '../area.ts'
import type { OpenCell } from '../queries/open-cells.ts'

type CellTableProps = {
  caption: string
  cells: readonly OpenCell[]
  /** today on the office's date; then how many days late each is stands in a column */
  today?: string | undefined
}

/** Open obligations: what, whose, until when. Each leads to the page where it is marked. */
export const CellTable = ({ caption, cells, today }: CellTableProps) => (
  <Table<OpenCell>
    caption={caption}
    columns={[
      {
        key: 'butir',
        label: 'Butir',
        main: true,
        cell: (cell) => shorten(butirTitle(cell), 120),
      },
      {
        key: 'area',
        label: 'Area',
        cell: ({ areaBaku, jenis }) => `${areaName(areaBaku ?? 0)} (${jenis})`,
      },
      { key: 'bulan', label: 'Bulan', width: 'narrow', cell: ({ bulan }) => monthName(bulan) },
      {
        key: 'siapa',
        label: 'Penanggung jawab',
        cell: ({ orang, unit }) => orang ?? unit ?? <span class="muted">Belum ditunjuk</span>,
      },
      {
        key: 'tempo',
        label: 'Jatuh tempo',
        width: 'narrow',
        cell: ({ jatuhTempo }) => longDate(jatuhTempo),
      },
      ...(today === undefined
        ? []
        : [
            {
              key: 'lewat',
              label: 'Lewat',
              align: 'end' as const,
              cell: ({ jatuhTempo }: OpenCell) => `${daysBetween(jatuhTempo, today)} hari`,
            },
          ]),
    ]}
    rows={cells}
    rowHref={({ rencanaId, butirId, bulan }) => planUrl(rencanaId, 'sel', butirId, bulan)}
  />
)

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
