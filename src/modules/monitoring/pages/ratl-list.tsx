import { areaName } from '#modules/rencana-aksi'
import { longDate } from '#platform/date.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Figures } from '#ui/data/figures.tsx'
import { Filters } from '#ui/data/filters.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { Checkbox } from '#ui/form/choices.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { BarPlot } from '#ui/plot/bar-plot.tsx'
import { shorten } from '../labels.ts'
import { ratlLabelOf, ratlLabels, ratlMarkOf, ratlViews } from '../labels-temuan.ts'
import type { RatlFilter, RatlList, RatlListRow } from '../queries/ratl.ts'
import { ratlListUrl, ratlUrl, withQuery } from '../urls.ts'
import { areaOptions, TemuanTabs } from './temuan-list.tsx'

const queryOf = (filter: RatlFilter) => ({
  keadaan: filter.keadaan,
  area: filter.area ?? '',
  tahun: filter.tahun ?? '',
  saya: filter.saya ? 'ya' : '',
  satker: filter.satker,
})

const activeIn = (filter: RatlFilter) =>
  Object.values(queryOf(filter)).filter((value) => value !== '').length

/** The register of follow-up: what is late first. [1.25] */
export const RatlListView = ({ page }: { page: RatlList }) => {
  const { counts, filter } = page
  const only = (keadaan: RatlFilter['keadaan']) =>
    withQuery(ratlListUrl, { ...queryOf(filter), keadaan })
  const all = counts.open + counts.late + counts.reported + counts.closed
  return (
    <div class="stack">
      <PageHead
        title="Rencana aksi tindak lanjut"
        subtitle="Siapa mengerjakan apa, sampai kapan, dan apakah hasilnya sudah diperiksa"
      >
        <ButtonLink href={withQuery(`${ratlListUrl}/unduh.csv`, queryOf(filter))} download>
          Unduh CSV
        </ButtonLink>
      </PageHead>
      <TemuanTabs current="ratl" />
      <Figures
        items={[
          {
            label: 'Terlambat',
            value: counts.late,
            note: counts.late === 0 ? 'Tidak ada' : 'Lewat batas waktu tanpa hasil',
            href: only('late'),
            ...(counts.late > 0 ? { tone: 'late' as const } : {}),
          },
          { label: 'Dikerjakan', value: counts.open, href: only('open') },
          {
            label: 'Menunggu pemeriksaan',
            value: counts.reported,
            note: 'Diperiksa orang lain daripada pelapornya',
            href: only('reported'),
          },
          {
            label: 'Selesai',
            value: counts.closed,
            unit: `dari ${all}`,
            href: only('closed'),
            ...(all > 0 ? { share: counts.closed / all } : {}),
          },
        ]}
      />
      {all > 0 ? <StatePlot page={page} all={all} /> : null}
      <RatlFilters page={page} />
      {page.rows.length === 0 ? <None filter={filter} /> : <Rows page={page} />}
      <Pager
        page={filter.page}
        pages={page.pages}
        total={page.total}
        noun="RATL"
        href={(halaman) => withQuery(ratlListUrl, { ...queryOf(filter), halaman })}
      />
    </div>
  )
}

const StatePlot = ({ page: { counts }, all }: { page: RatlList; all: number }) => (
  <BarPlot
    title={
      counts.late > 0
        ? `${counts.late} dari ${all} RATL terlambat`
        : `Tidak ada RATL yang terlambat; ${counts.closed} dari ${all} selesai`
    }
    labelHead="Keadaan"
    valueHead="RATL"
    bars={ratlViews.map((view) => ({
      label: ratlLabels[view],
      value: counts[view],
      ...(view === 'late' ? { tone: 'late' as const } : {}),
      ...(view === 'closed' ? { tone: 'ok' as const } : {}),
    }))}
  />
)

const RatlFilters = ({ page: { filter, offices } }: { page: RatlList }) => (
  <Filters action={ratlListUrl} clear={ratlListUrl} active={activeIn(filter)}>
    <Select
      name="keadaan"
      label="Keadaan"
      placeholder="Semua keadaan"
      value={filter.keadaan}
      options={ratlViews.map((value) => ({ value, label: ratlLabels[value] }))}
    />
    <Select
      name="area"
      label="Area"
      placeholder="Semua area"
      value={String(filter.area ?? '')}
      options={areaOptions}
    />
    <TextInput
      name="tahun"
      label="Tahun"
      value={filter.tahun}
      inputmode="numeric"
      width="short"
      maxlength={4}
    />
    <Checkbox name="saya" label="Hanya tanggung jawab saya" checked={filter.saya} />
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

const None = ({ filter }: { filter: RatlFilter }) =>
  activeIn(filter) > 0 ? (
    <Empty title="Tidak ada RATL yang cocok">Longgarkan saringan di atas.</Empty>
  ) : (
    <Empty title="Belum ada RATL">
      RATL disusun dari rekomendasi sebuah temuan, atau dari keputusan rapat. Buka temuannya, lalu
      tambahkan langkah dengan penanggung jawab dan batas waktu.
    </Empty>
  )

const Rows = ({ page }: { page: RatlList }) => (
  <Table<RatlListRow>
    caption="RATL"
    captionHidden
    columns={[
      { key: 'aksi', label: 'Langkah', main: true, cell: ({ aksi }) => shorten(aksi, 120) },
      ...(page.can.readBelow
        ? [{ key: 'satker', label: 'Satuan kerja', cell: (row: RatlListRow) => row.satkerNama }]
        : []),
      {
        key: 'uraian',
        label: 'Menjawab',
        phone: 'hide',
        cell: ({ uraian }) => shorten(uraian, 90),
      },
      {
        key: 'area',
        label: 'Area',
        cell: ({ areaBaku }) => (areaBaku === null ? '–' : areaName(areaBaku)),
      },
      { key: 'pemilik', label: 'Penanggung jawab', cell: ({ pemilik }) => pemilik ?? '–' },
      { key: 'batas', label: 'Batas waktu', cell: ({ jatuhTempo }) => longDate(jatuhTempo) },
      {
        key: 'keadaan',
        label: 'Keadaan',
        cell: (row) => (
          <StatusMark state={ratlMarkOf(row, page.today)} label={ratlLabelOf(row, page.today)} />
        ),
      },
    ]}
    rows={page.rows}
    rowHref={({ id }) => ratlUrl(id)}
  />
)
