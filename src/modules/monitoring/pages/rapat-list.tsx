import { longDate } from '#platform/date.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Filters } from '#ui/data/filters.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { Select } from '#ui/form/select.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { jenisRapat, namaJenisRapat } from '../jenis-rapat.ts'
import { rapatStateLabels, rapatStateMarks } from '../labels-rapat.ts'
import type { RapatFilter, RapatList, RapatListRow } from '../queries/rapat.ts'
import { rapatListUrl, rapatUrl, withQuery } from '../urls.ts'

const queryOf = ({ jenis, keadaan, tahun, satker }: RapatFilter) => ({
  jenis,
  keadaan,
  tahun: tahun ?? '',
  satker,
})

const activeIn = (filter: RapatFilter) =>
  Object.values(queryOf(filter)).filter((value) => value !== '').length

/** Meetings with how complete their packs are. */
export const RapatListView = ({ page }: { page: RapatList }) => (
  <div class="stack">
    <PageHead
      title="Rapat"
      subtitle="Setiap rapat menghasilkan satu paket: undangan, daftar hadir, notula, berita acara, dan dokumentasi"
    >
      {page.can.create ? (
        <ButtonLink kind="main" href={rapatUrl('baru')}>
          Catat rapat
        </ButtonLink>
      ) : null}
    </PageHead>
    <RapatFilters page={page} />
    {page.rows.length === 0 ? <NoRapat page={page} /> : <Rows page={page} />}
    <Pager
      page={page.filter.page}
      pages={page.pages}
      total={page.total}
      noun="rapat"
      href={(halaman) => withQuery(rapatListUrl, { ...queryOf(page.filter), halaman })}
    />
  </div>
)

const RapatFilters = ({ page: { filter, offices, today } }: { page: RapatList }) => {
  const thisYear = Number(today.slice(0, 4))
  return (
    <Filters action={rapatListUrl} clear={rapatListUrl} active={activeIn(filter)}>
      <Select
        name="jenis"
        label="Jenis"
        placeholder="Semua jenis"
        value={filter.jenis}
        options={jenisRapat.map(({ kode, nama }) => ({ value: kode, label: nama }))}
      />
      <Select
        name="keadaan"
        label="Keadaan"
        placeholder="Semua keadaan"
        value={filter.keadaan}
        options={Object.entries(rapatStateLabels).map(([value, label]) => ({ value, label }))}
      />
      <Select
        name="tahun"
        label="Tahun"
        placeholder="Semua tahun"
        value={String(filter.tahun ?? '')}
        options={[0, 1, 2, 3, 4].map((back) => ({
          value: String(thisYear - back),
          label: String(thisYear - back),
        }))}
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
}

const NoRapat = ({ page: { filter, can } }: { page: RapatList }) =>
  activeIn(filter) > 0 ? (
    <Empty title="Tidak ada rapat yang cocok">Longgarkan saringan di atas.</Empty>
  ) : (
    <Empty
      title="Belum ada rapat"
      actions={
        can.create ? (
          <ButtonLink href={rapatUrl('baru')}>Catat rapat pertama</ButtonLink>
        ) : undefined
      }
    >
      Catat rapat monev, rapat tim, FGD, atau pencanangan di sini. Undangan, daftar hadir, notula,
      dan berita acaranya siap cetak, lalu paketnya mengisi eviden banyak butir sekaligus.
    </Empty>
  )

const Rows = ({ page }: { page: RapatList }) => (
  <Table<RapatListRow>
    caption="Rapat"
    captionHidden
    columns={[
      { key: 'judul', label: 'Rapat', main: true, cell: ({ judul }) => judul },
      ...(page.can.readBelow
        ? [{ key: 'satker', label: 'Satuan kerja', cell: (row: RapatListRow) => row.satkerNama }]
        : []),
      { key: 'jenis', label: 'Jenis', cell: ({ jenis }) => namaJenisRapat(jenis) },
      { key: 'tanggal', label: 'Tanggal', cell: ({ tanggal }) => longDate(tanggal) },
      {
        key: 'hadir',
        label: 'Hadir',
        align: 'end',
        cell: ({ hadir, peserta }) => (peserta === 0 ? '–' : `${hadir} dari ${peserta}`),
      },
      { key: 'paket', label: 'Dokumen', align: 'end', cell: ({ siap }) => `${siap} dari 5` },
      {
        key: 'dipakai',
        label: 'Butir dibuktikan',
        align: 'end',
        cell: ({ dipakai }) => (dipakai === 0 ? '–' : dipakai),
      },
      {
        key: 'keadaan',
        label: 'Keadaan',
        cell: ({ state }) => (
          <StatusMark state={rapatStateMarks[state]} label={rapatStateLabels[state]} />
        ),
      },
    ]}
    rows={page.rows}
    rowHref={({ id }) => rapatUrl(id)}
  />
)
