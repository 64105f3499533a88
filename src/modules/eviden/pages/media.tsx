import { longDate } from '#platform/date.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Filters } from '#ui/data/filters.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { Table } from '#ui/data/table.tsx'
import { Select } from '#ui/form/select.tsx'
import { mediaLabels } from '../labels.ts'
import type { LibraryFilter, LibraryPage, LibraryRow } from '../queries/library.ts'
import { evidenUrl, mediaUrl, newUrl } from '../urls.ts'
import { addressOf, LibraryHead, yearOptions } from './library.tsx'

/** What was published or told to whom, by which medium and when: the register of campaign media. */
export const MediaView = ({ page }: { page: LibraryPage }) => (
  <div class="stack">
    <LibraryHead page={page} tab="media" />
    <p class="muted">
      Bahan dan kegiatan sosialisasi yang menjadi eviden, menurut tanggalnya: media, sumber,
      sasaran, dan berapa butir yang dibuktikannya.
    </p>
    <MediaFilters page={page} />
    {page.rows.length === 0 ? (
      <Empty
        title="Belum ada bahan sosialisasi"
        actions={page.can.add ? <a href={newUrl}>Tambah eviden</a> : undefined}
      >
        Pilih media sosialisasi ketika menambahkan eviden, misalnya spanduk, unggahan media sosial,
        atau tatap muka; eviden itu lalu tampil di sini.
      </Empty>
    ) : (
      <Rows rows={page.rows} />
    )}
    <Pager
      page={page.filter.page}
      pages={page.pages}
      total={page.total}
      noun="bahan"
      href={(n) => addressOf(mediaUrl, { ...queryOf(page.filter), halaman: String(n) })}
    />
  </div>
)

const queryOf = ({ media, tahun, satker }: LibraryFilter) => ({
  media: media === 'semua' ? '' : media,
  tahun: tahun === null ? '' : String(tahun),
  satker,
})

const MediaFilters = ({ page: { filter, thisYear } }: { page: LibraryPage }) => (
  <Filters
    action={mediaUrl}
    clear={mediaUrl}
    active={Object.values(queryOf(filter)).filter(Boolean).length}
    hidden={filter.satker ? { satker: filter.satker } : {}}
  >
    <Select
      name="media"
      label="Media"
      placeholder="Semua media"
      value={filter.media === 'semua' ? '' : filter.media}
      options={Object.entries(mediaLabels).map(([value, label]) => ({ value, label }))}
    />
    <Select
      name="tahun"
      label="Berlaku untuk tahun"
      placeholder="Semua tahun"
      value={String(filter.tahun ?? '')}
      options={yearOptions(thisYear)}
    />
  </Filters>
)

const Rows = ({ rows }: { rows: readonly LibraryRow[] }) => (
  <Table<LibraryRow>
    caption="Register media"
    captionHidden
    columns={[
      {
        key: 'judul',
        label: 'Bahan atau kegiatan',
        main: true,
        cell: ({ eviden }) => eviden.judul,
      },
      {
        key: 'tanggal',
        label: 'Tanggal',
        width: 'narrow',
        cell: ({ eviden }) => longDate(eviden.tanggal),
      },
      {
        key: 'media',
        label: 'Media',
        cell: ({ eviden }) => (eviden.media ? mediaLabels[eviden.media] : ''),
      },
      { key: 'sumber', label: 'Sumber', cell: ({ eviden }) => eviden.sumber },
      { key: 'sasaran', label: 'Sasaran', cell: ({ sasaran }) => sasaran },
      {
        key: 'tautan',
        label: 'Tautan',
        cell: ({ eviden: { url, judul } }) =>
          url ? (
            <a href={url} rel="noreferrer noopener" target="_blank">
              Buka<span class="visually-hidden"> {judul}</span>
            </a>
          ) : null,
      },
      {
        key: 'butir',
        label: 'Butir',
        align: 'end',
        cell: ({ pending, accepted }) => pending + accepted,
      },
    ]}
    rows={rows}
    rowHref={({ eviden }) => evidenUrl(eviden.id)}
  />
)
