import { areaBakuNumbers, areaName } from '#modules/rencana-aksi'
import { longDate } from '#platform/date.ts'
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
import { shorten } from '../labels.ts'
import {
  lanjutLabels,
  sumberLabels,
  temuanStateLabels,
  temuanStateMarks,
} from '../labels-temuan.ts'
import type { TemuanFilter, TemuanList, TemuanListRow } from '../queries/temuan.ts'
import { ratlListUrl, temuanListUrl, temuanUrl, withQuery } from '../urls.ts'

export const TemuanTabs = ({ current }: { current: 'temuan' | 'ratl' }) => (
  <Tabs
    label="Temuan dan RATL"
    tabs={[
      { href: temuanListUrl, label: 'Temuan', current: current === 'temuan' },
      { href: ratlListUrl, label: 'RATL', current: current === 'ratl' },
    ]}
  />
)

const queryOf = (filter: TemuanFilter) => ({
  sumber: filter.sumber,
  keadaan: filter.keadaan,
  lanjut: filter.lanjut,
  area: filter.area ?? '',
  tahun: filter.tahun ?? '',
  satker: filter.satker,
})

const activeIn = (filter: TemuanFilter) =>
  Object.values(queryOf(filter)).filter((value) => value !== '').length

/** Findings, each with how far its follow-up is. */
export const TemuanListView = ({ page }: { page: TemuanList }) => (
  <div class="stack">
    <PageHead
      title="Temuan dan tindak lanjut"
      subtitle="Temuan menjadi rekomendasi, rekomendasi menjadi RATL, hasilnya diperiksa orang kedua"
    >
      {page.can.record ? (
        <ButtonLink kind="main" href={temuanUrl('baru')}>
          Catat temuan
        </ButtonLink>
      ) : null}
    </PageHead>
    <TemuanTabs current="temuan" />
    <TemuanFilters page={page} />
    {page.rows.length === 0 ? <None page={page} /> : <Rows page={page} />}
    <Pager
      page={page.filter.page}
      pages={page.pages}
      total={page.total}
      noun="temuan"
      href={(halaman) => withQuery(temuanListUrl, { ...queryOf(page.filter), halaman })}
    />
  </div>
)

export const areaOptions = areaBakuNumbers.map((area) => ({
  value: String(area),
  label: areaName(area),
}))

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const TemuanFilters = ({ page: { filter, offices } }: { page: TemuanList }) => (
  <Filters action={temuanListUrl} clear={temuanListUrl} active={activeIn(filter)}>
    <Select
      name="keadaan"
      label="Keadaan"
      placeholder="Semua keadaan"
      value={filter.keadaan}
      options={optionsOf(temuanStateLabels)}
    />
    <Select
      name="sumber"
      label="Sumber"
      placeholder="Semua sumber"
      value={filter.sumber}
      options={optionsOf(sumberLabels)}
    />
    <Select
      name="area"
      label="Area"
      placeholder="Semua area"
      value={String(filter.area ?? '')}
      options={areaOptions}
    />
    <Select
      name="lanjut"
      label="Rencana berikutnya"
      placeholder="Semua"
      value={filter.lanjut}
      options={optionsOf(lanjutLabels)}
    />
    <TextInput
      name="tahun"
      label="Tahun"
      value={filter.tahun}
      inputmode="numeric"
      width="short"
      maxlength={4}
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

const None = ({ page: { filter, can } }: { page: TemuanList }) =>
  activeIn(filter) > 0 ? (
    <Empty title="Tidak ada temuan yang cocok">Longgarkan saringan di atas.</Empty>
  ) : (
    <Empty
      title="Belum ada temuan"
      actions={
        can.record ? <ButtonLink href={temuanUrl('baru')}>Catat temuan pertama</ButtonLink> : null
      }
    >
      Temuan berasal dari putaran monev, rapat, LHE, TPI, atau pengawas. Setiap temuan mendapat
      rekomendasi dan RATL dengan penanggung jawab dan batas waktu.
    </Empty>
  )

const Rows = ({ page }: { page: TemuanList }) => (
  <Table<TemuanListRow>
    caption="Temuan"
    captionHidden
    columns={[
      { key: 'uraian', label: 'Temuan', main: true, cell: ({ uraian }) => shorten(uraian, 140) },
      ...(page.can.readBelow
        ? [{ key: 'satker', label: 'Satuan kerja', cell: (row: TemuanListRow) => row.satkerNama }]
        : []),
      {
        key: 'area',
        label: 'Area',
        cell: ({ areaBaku }) => (areaBaku === null ? '–' : areaName(areaBaku)),
      },
      { key: 'sumber', label: 'Sumber', cell: ({ sumber }) => sumberLabels[sumber] },
      { key: 'tanggal', label: 'Tanggal', cell: ({ tanggal }) => longDate(tanggal) },
      {
        key: 'ratl',
        label: 'RATL selesai',
        align: 'end',
        cell: ({ ratl, selesai }) => (ratl === 0 ? '–' : `${selesai} dari ${ratl}`),
      },
      {
        key: 'terlambat',
        label: 'Terlambat',
        align: 'end',
        cell: ({ terlambat }) =>
          terlambat > 0 ? <StatusMark state="late" label={String(terlambat)} /> : 0,
      },
      {
        key: 'keadaan',
        label: 'Keadaan',
        cell: ({ state }) => (
          <StatusMark state={temuanStateMarks[state]} label={temuanStateLabels[state]} />
        ),
      },
    ]}
    rows={page.rows}
    rowHref={({ id }) => temuanUrl(id)}
  />
)
