import { Empty } from '#ui/data/empty.tsx'
import { Filters } from '#ui/data/filters.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { Select } from '#ui/form/select.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { jenisLabels, stateLabels, stateMarks } from '../labels.ts'
import type { ListFilter, ListRow, listRencana } from '../queries/list.ts'
import { ListLinks } from './list-links.tsx'
import { listUrl, planUrl, withQuery } from '../urls.ts'

export type ListPage = Awaited<ReturnType<typeof listRencana>>

/** The plans of an office, or of those below it. */
export const ListView = ({ page }: { page: ListPage }) => (
  <div class="stack">
    <PageHead title="Rencana aksi" subtitle="Reformasi Birokrasi dan Zona Integritas, per tahun">
      {page.can.create ? (
        <ButtonLink kind="main" href={`${listUrl}/baru`}>
          Buat rencana
        </ButtonLink>
      ) : null}
    </PageHead>
    <ListFilters page={page} />
    {page.rows.length === 0 ? <NoPlans page={page} /> : <Plans page={page} />}
    <Pager
      page={page.filter.page}
      pages={page.pages}
      total={page.total}
      noun="rencana"
      href={(n) => withQuery(listUrl, { ...queryOf(page.filter), halaman: n })}
    />
    <ListLinks can={page.can} />
  </div>
)

const queryOf = ({ tahun, jenis, keadaan, satker }: ListFilter) => ({
  tahun: tahun ?? '',
  jenis,
  keadaan,
  satker,
})

const ListFilters = ({ page: { filter, years, offices } }: { page: ListPage }) => (
  <Filters
    action={listUrl}
    clear={listUrl}
    active={Object.values(queryOf(filter)).filter((value) => value !== '').length}
  >
    <Select
      name="tahun"
      label="Tahun"
      placeholder="Semua tahun"
      value={String(filter.tahun ?? '')}
      options={years.map((year) => ({ value: String(year), label: String(year) }))}
    />
    <Select
      name="jenis"
      label="Jenis"
      placeholder="RB dan ZI"
      value={filter.jenis}
      options={Object.entries(jenisLabels).map(([value, label]) => ({ value, label }))}
    />
    <Select
      name="keadaan"
      label="Tahap"
      placeholder="Semua tahap"
      value={filter.keadaan}
      options={Object.entries(stateLabels).map(([value, label]) => ({ value, label }))}
    />
    {offices.length > 0 ? (
      <Select
        name="satker"
        label="Satuan kerja"
        placeholder="Semua satuan kerja"
        value={filter.satker}
        filterable
        options={offices.map(({ kode, nama }) => ({ value: kode, label: nama }))}
      />
    ) : null}
  </Filters>
)

const NoPlans = ({ page: { filter, can } }: { page: ListPage }) =>
  Object.values(queryOf(filter)).some((value) => value !== '') ? (
    <Empty title="Tidak ada rencana yang cocok">Longgarkan saringan di atas.</Empty>
  ) : (
    <Empty
      title="Belum ada rencana aksi"
      actions={can.create ? <a href="/kerja/impor/baru">Impor keputusan</a> : undefined}
    >
      Impor keputusan yang memuat rencana aksi sebagai lampiran, atau buat rencana kosong.
    </Empty>
  )

const Plans = ({ page }: { page: ListPage }) => (
  <Table<ListRow>
    caption="Rencana aksi"
    captionHidden
    columns={[
      { key: 'judul', label: 'Rencana', main: true, cell: ({ judul }) => judul },
      ...(page.can.readBelow
        ? [{ key: 'satker', label: 'Satuan kerja', cell: (row: ListRow) => row.satkerNama }]
        : []),
      { key: 'jenis', label: 'Jenis', width: 'narrow', cell: ({ jenis }) => jenis },
      { key: 'tahun', label: 'Tahun', cell: ({ tahun }) => tahun, align: 'end' },
      {
        key: 'keadaan',
        label: 'Tahap',
        cell: ({ state }) => <StatusMark state={stateMarks[state]} label={stateLabels[state]} />,
      },
      {
        key: 'selesai',
        label: 'Selesai sampai bulan ini',
        align: 'end',
        cell: ({ kewajiban, selesai }) =>
          kewajiban === 0 ? (
            <span class="muted">Tanpa jadwal</span>
          ) : (
            `${selesai} dari ${kewajiban}`
          ),
      },
      {
        key: 'terlambat',
        label: 'Terlambat',
        align: 'end',
        cell: ({ terlambat }) =>
          terlambat > 0 ? <StatusMark state="late" label={String(terlambat)} /> : 0,
      },
    ]}
    rows={page.rows}
    rowHref={({ id }) => planUrl(id)}
  />
)
