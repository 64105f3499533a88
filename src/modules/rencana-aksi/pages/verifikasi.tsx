import { EvidenItem } from '#modules/eviden'
import { monthName } from '#platform/date.ts'
import type { Problem } from '#platform/http/form.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { Table } from '#ui/data/table.tsx'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { butirTitle, shorten } from '../labels.ts'
import type { VerifikasiPage, VerifikasiRow } from '../queries/verifikasi.ts'
import { listUrl, withQuery } from '../urls.ts'
import { queueUrl } from './bukti.tsx'
import { buktiUrl } from './bukti-list.tsx'

type VerifikasiProps = {
  page: VerifikasiPage
  chosen: readonly string[]
  problems: readonly Problem[]
}

/** Everything that waits for this person's verification: one by one, or several at once. */
export const VerifikasiView = ({ page, chosen, problems }: VerifikasiProps) => {
  const first = page.rows[0]
  if (!first)
    return (
      <div class="stack">
        <PageHead title="Verifikasi eviden" />
        <Empty
          title="Tidak ada eviden yang menunggu"
          actions={<a href={listUrl}>Lihat rencana aksi</a>}
        >
          Eviden yang dipasang orang lain pada area Anda akan tampil di sini.
        </Empty>
      </div>
    )
  return (
    <div class="stack">
      <PageHead
        title="Verifikasi eviden"
        subtitle={`${page.total} menunggu pemeriksaan Anda, yang terlama lebih dahulu`}
      >
        <ButtonLink kind="main" href={buktiUrl(first.rencanaId, first.use.id)}>
          Periksa satu per satu
        </ButtonLink>
      </PageHead>
      <Form action={queueUrl} problems={problems}>
        <Rows rows={page.rows} chosen={chosen} />
        <ButtonRow>
          <Button>Terima yang dipilih</Button>
        </ButtonRow>
      </Form>
      <Pager
        page={page.page}
        pages={page.pages}
        total={page.total}
        noun="eviden"
        href={(n) => withQuery(queueUrl, { halaman: n })}
      />
    </div>
  )
}

const Rows = ({ rows, chosen }: { rows: readonly VerifikasiRow[]; chosen: readonly string[] }) => (
  <Table<VerifikasiRow>
    caption="Eviden yang menunggu"
    captionHidden
    columns={[
      {
        key: 'pilih',
        label: 'Pilih',
        width: 'narrow',
        cell: ({ rencanaId, use }) => (
          <input
            type="checkbox"
            name="bukti"
            value={`${rencanaId}:${use.id}`}
            checked={chosen.includes(`${rencanaId}:${use.id}`)}
            aria-label={`Pilih ${use.eviden.judul}`}
          />
        ),
      },
      {
        key: 'eviden',
        label: 'Eviden',
        main: true,
        cell: ({ rencanaId, use }) => (
          <EvidenItem
            eviden={use.eviden}
            href={buktiUrl(rencanaId, use.id)}
            note={`oleh ${use.createdBy.nama}`}
          />
        ),
      },
      {
        key: 'butir',
        label: 'Membuktikan',
        cell: (row) => (
          <div>
            {shorten(butirTitle(row), 140)}
            <div class="small muted">{forText(row)}</div>
          </div>
        ),
      },
    ]}
    rows={rows}
  />
)

const forText = ({ use, area }: VerifikasiRow) =>
  [
    use.slot ?? 'di luar daftar',
    use.bulan === null ? 'sepanjang tahun' : monthName(use.bulan),
    area,
  ].join(' · ')
