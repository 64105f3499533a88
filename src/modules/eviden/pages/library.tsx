import type { Child } from 'hono/jsx'
import { Empty } from '#ui/data/empty.tsx'
import { Filters } from '#ui/data/filters.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { Tabs } from '#ui/data/tabs.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { bentukLabels, pakaiLabels } from '../labels.ts'
import type { LibraryFilter, LibraryPage, LibraryRow } from '../queries/library.ts'
import { listUrl, mediaUrl, newUrl } from '../urls.ts'
import { EvidenItem } from './eviden-item.tsx'

/** The evidence of an office: searched, filtered, paged. */
export const LibraryView = ({ page }: { page: LibraryPage }) => (
  <div class="stack">
    <LibraryHead page={page} tab="pustaka" />
    <LibraryFilters page={page} />
    {page.rows.length === 0 ? <Nothing page={page} /> : <Rows rows={page.rows} />}
    <Pager
      page={page.filter.page}
      pages={page.pages}
      total={page.total}
      noun="eviden"
      href={(n) => addressOf(listUrl, { ...queryOf(page.filter), halaman: String(n) })}
    />
  </div>
)

type HeadProps = { page: LibraryPage; tab: 'pustaka' | 'media'; children?: Child }

/** Head and tabs of the library and of its register of media. */
export const LibraryHead = ({ page, tab }: HeadProps) => (
  <>
    <PageHead title="Eviden" subtitle={page.satkerNama}>
      {page.can.add ? (
        <ButtonLink kind="main" href={newUrl}>
          Tambah eviden
        </ButtonLink>
      ) : null}
    </PageHead>
    <Tabs
      label="Tampilan eviden"
      tabs={[
        { href: listUrl, label: 'Pustaka', current: tab === 'pustaka' },
        { href: mediaUrl, label: 'Register media', current: tab === 'media' },
      ]}
    />
  </>
)

const queryOf = ({ cari, bentuk, tahun, keadaan, satker }: LibraryFilter) => ({
  cari,
  bentuk,
  tahun: tahun === null ? '' : String(tahun),
  keadaan,
  satker,
})

/** An address with those parameters that say something. */
export function addressOf(url: string, query: Readonly<Record<string, string>>): string {
  const said = Object.entries(query).filter(([, value]) => value !== '')
  return said.length === 0 ? url : `${url}?${new URLSearchParams(said)}`
}

/** From three years ago to the year to come. */
export const yearOptions = (thisYear: number) =>
  [1, 0, -1, -2, -3].map((by) => ({ value: String(thisYear + by), label: String(thisYear + by) }))

const LibraryFilters = ({ page: { filter, thisYear } }: { page: LibraryPage }) => (
  <Filters
    action={listUrl}
    clear={listUrl}
    active={Object.values(queryOf(filter)).filter(Boolean).length}
    hidden={filter.satker ? { satker: filter.satker } : {}}
  >
    <TextInput name="cari" label="Kata dalam judul, sumber, atau alamat" value={filter.cari} />
    <Select
      name="bentuk"
      label="Bentuk"
      placeholder="Semua bentuk"
      value={filter.bentuk}
      options={Object.entries(bentukLabels).map(([value, label]) => ({ value, label }))}
    />
    <Select
      name="tahun"
      label="Berlaku untuk tahun"
      placeholder="Semua tahun"
      value={String(filter.tahun ?? '')}
      options={yearOptions(thisYear)}
    />
    <Select
      name="keadaan"
      label="Keadaan"
      placeholder="Semua keadaan"
      value={filter.keadaan}
      options={[
        { value: 'unused', label: 'Belum dipakai' },
        ...Object.entries(pakaiLabels).map(([value, label]) => ({ value, label })),
      ]}
    />
  </Filters>
)

const Nothing = ({ page: { filter, can } }: { page: LibraryPage }) =>
  Object.values(queryOf(filter)).some(Boolean) ? (
    <Empty title="Tidak ada eviden yang cocok" actions={<a href={listUrl}>Hapus saringan</a>}>
      Longgarkan saringan di atas.
    </Empty>
  ) : (
    <Empty
      title="Belum ada eviden"
      actions={can.add ? <a href={newUrl}>Tambah eviden pertama</a> : undefined}
    >
      Eviden dikumpulkan di sini sekali, lalu dipakai untuk banyak butir. Anda juga dapat
      menambahkannya langsung dari butir rencana aksi.
    </Empty>
  )

const Rows = ({ rows }: { rows: readonly LibraryRow[] }) => (
  <Table<LibraryRow>
    caption="Eviden"
    captionHidden
    columns={[
      {
        key: 'eviden',
        label: 'Eviden',
        main: true,
        cell: ({ eviden }) => <EvidenItem eviden={eviden} />,
      },
      {
        key: 'pakai',
        label: 'Dipakai',
        width: 'narrow',
        cell: (row) => usedText(row),
      },
      {
        key: 'keadaan',
        label: 'Keadaan',
        cell: (row) => <RowState row={row} />,
      },
      { key: 'oleh', label: 'Ditambahkan oleh', cell: ({ createdBy }) => createdBy, phone: 'hide' },
    ]}
    rows={rows}
  />
)

const usedText = ({ pending, accepted, returned }: LibraryRow) => {
  const n = pending + accepted + returned
  return n === 0 ? 'Belum' : `${n} butir`
}

const RowState = ({ row: { pending, accepted, returned } }: { row: LibraryRow }) => {
  if (pending + accepted + returned === 0) return <span class="muted">Belum dipakai</span>
  return (
    <span class="row">
      {accepted > 0 ? <StatusMark state="done" label={`${accepted} diterima`} /> : null}
      {pending > 0 ? <StatusMark state="running" label={`${pending} menunggu`} /> : null}
      {returned > 0 ? <StatusMark state="late" label={`${returned} dikembalikan`} /> : null}
    </span>
  )
}
