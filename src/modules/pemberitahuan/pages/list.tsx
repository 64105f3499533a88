import { longMoment } from '#platform/date.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { Hidden } from '#ui/form/form.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import type { ListPage } from '../queries/list.ts'
import { listUrl, setelanUrl } from '../urls.ts'

type Row = ListPage['rows'][number]

/** Everything one was told of; opening a row marks it read and leads to what it is about. */
export const ListView = ({ list }: { list: ListPage }) => {
  const unread = list.rows.some(({ readAt }) => !readAt)
  return (
    <div class="stack">
      <PageHead title="Pemberitahuan" subtitle="Yang belum dibaca di atas, lalu yang terbaru">
        <ButtonLink href={setelanUrl}>Setelan surat</ButtonLink>
        {unread ? <ReadAll upTo={list.now} /> : null}
      </PageHead>
      {list.rows.length === 0 ? (
        <Empty
          title="Belum ada pemberitahuan"
          actions={<a href="/kerja/tugas">Lihat tugas saya</a>}
        >
          Kewajiban yang mendekati jatuh tempo, sebutan dalam komentar, dan keputusan atas eviden
          Anda akan tampil di sini.
        </Empty>
      ) : (
        <Rows list={list} />
      )}
      <Pager
        page={list.page}
        pages={list.pages}
        total={list.total}
        noun="pemberitahuan"
        href={(page) => `${listUrl}?halaman=${page}`}
      />
    </div>
  )
}

const ReadAll = ({ upTo }: { upTo: Date }) => (
  <form method="post" action={`${listUrl}/semua-dibaca`}>
    <Hidden values={{ sampai: upTo.toISOString() }} />
    <Button>Tandai semua dibaca</Button>
  </form>
)

const Rows = ({ list: { rows, zona } }: { list: ListPage }) => (
  <Table<Row>
    caption="Pemberitahuan"
    captionHidden
    columns={[
      {
        key: 'judul',
        label: 'Pemberitahuan',
        main: true,
        cell: ({ judul, isi, readAt }) => (
          <>
            {readAt ? judul : <b>{judul}</b>} {isi ? <small>{isi}</small> : null}
          </>
        ),
      },
      {
        key: 'waktu',
        label: 'Waktu',
        width: 'narrow',
        cell: ({ createdAt }) => (
          <time datetime={createdAt.toISOString()}>{longMoment(createdAt, zona)}</time>
        ),
      },
      {
        key: 'keadaan',
        label: 'Keadaan',
        width: 'narrow',
        cell: (row) =>
          row.readAt ? <StatusMark state="neutral" label="Dibaca" /> : <Unread {...row} />,
      },
    ]}
    rows={rows}
    rowHref={({ id }) => `${listUrl}/${id}`}
  />
)

const Unread = ({ id, judul }: Row) => (
  <form method="post" action={`${listUrl}/${id}/dibaca`}>
    <Button kind="quiet" size="small" label={`Tandai dibaca: ${judul}`}>
      Tandai dibaca
    </Button>
  </form>
)
