import { Empty } from '#ui/data/empty.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { longMoment } from '#platform/date.ts'
import { stateLabels, stateMarks } from '../labels.ts'
import type { ImporListRow } from '../queries/list.ts'
import { imporHref } from './frame.tsx'

export type ListPageProps = {
  rows: readonly ImporListRow[]
  page: number
  pages: number
  total: number
  zonaWaktu: string
}

export const ListPage = ({ rows, page, pages, total, zonaWaktu }: ListPageProps) => (
  <>
    <PageHead
      title="Impor keputusan"
      subtitle="Keputusan dengan lampiran rencana aksi, dari berkas menjadi rencana yang hidup."
    >
      <ButtonLink href="/kerja/impor/templat.xlsx" download>
        Unduh templat
      </ButtonLink>
      <ButtonLink kind="main" href="/kerja/impor/baru">
        Unggah keputusan
      </ButtonLink>
    </PageHead>
    {rows.length === 0 ? (
      <Empty
        title="Belum ada keputusan yang diimpor"
        actions={<ButtonLink href="/kerja/impor/baru">Unggah keputusan</ButtonLink>}
      >
        Unggah keputusan yang memuat rencana aksi sebagai lampiran. KPU HUB membacanya, Anda
        memeriksanya, lalu isinya menjadi draf rencana.
      </Empty>
    ) : (
      <Table
        caption="Impor satuan kerja ini"
        captionHidden
        rows={rows}
        rowHref={({ id }) => imporHref(id)}
        columns={[
          {
            key: 'keputusan',
            label: 'Keputusan',
            main: true,
            cell: ({ keputusan, namaBerkas }) => keputusan ?? namaBerkas,
          },
          { key: 'berkas', label: 'Berkas', phone: 'hide', cell: ({ namaBerkas }) => namaBerkas },
          {
            key: 'status',
            label: 'Status',
            cell: ({ state }) => (
              <StatusMark state={stateMarks[state]} label={stateLabels[state]} />
            ),
          },
          { key: 'oleh', label: 'Diunggah oleh', cell: ({ createdBy }) => createdBy },
          {
            key: 'waktu',
            label: 'Waktu',
            cell: ({ createdAt }) => longMoment(createdAt, zonaWaktu),
          },
        ]}
      />
    )}
    <Pager
      page={page}
      pages={pages}
      total={total}
      noun="impor"
      href={(n) => `/kerja/impor?halaman=${n}`}
    />
  </>
)
