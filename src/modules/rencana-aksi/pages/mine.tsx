import { longDate, monthName } from '#platform/date.ts'
import { Empty } from '#ui/data/empty.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { butirTitle, selLabels, selMarks, shorten } from '../labels.ts'
import type { MinePage } from '../queries/mine.ts'
import { isLate, selStateOf } from '../sel.ts'
import { fromMine, listUrl, planUrl, withQuery } from '../urls.ts'

type Row = MinePage['rows'][number]

/** What this person answers for and is open now; each row is a card on a phone. */
export const MineView = ({ page: { today, rows } }: { page: MinePage }) => {
  const late = rows.filter((row) => isLate(row, today))
  const due = rows.filter((row) => !isLate(row, today))
  return (
    <div class="stack">
      <PageHead
        title="Tugas saya bulan ini"
        subtitle={`Kewajiban rencana aksi yang terbuka sampai akhir ${monthName(Number(today.slice(5, 7)))}`}
      />
      {rows.length === 0 ? (
        <Empty
          title="Tidak ada kewajiban yang terbuka"
          actions={<a href={listUrl}>Lihat rencana aksi</a>}
        >
          Anda belum menjadi penanggung jawab, atau semuanya sudah selesai.
        </Empty>
      ) : null}
      <Rows caption="Terlambat" rows={late} today={today} />
      <Rows caption="Bulan ini" rows={due} today={today} />
    </div>
  )
}

const Rows = ({ caption, rows, today }: { caption: string; rows: Row[]; today: string }) =>
  rows.length === 0 ? null : (
    <Table<Row>
      caption={caption}
      columns={[
        {
          key: 'butir',
          label: 'Butir',
          main: true,
          cell: (row) => shorten(butirTitle(row), 140),
        },
        { key: 'bulan', label: 'Bulan', width: 'narrow', cell: ({ bulan }) => monthName(bulan) },
        {
          key: 'tempo',
          label: 'Jatuh tempo',
          width: 'narrow',
          cell: ({ jatuhTempo }) => longDate(jatuhTempo),
        },
        {
          key: 'keadaan',
          label: 'Keadaan',
          width: 'narrow',
          cell: (row) => {
            const state = selStateOf(row, today)
            return <StatusMark state={selMarks[state]} label={selLabels[state]} />
          },
        },
        { key: 'rencana', label: 'Rencana', cell: ({ rencana }) => rencana, phone: 'hide' },
      ]}
      rows={rows}
      rowHref={({ rencanaId, butirId, bulan }) =>
        withQuery(planUrl(rencanaId, 'sel', butirId, bulan), fromMine)
      }
    />
  )
