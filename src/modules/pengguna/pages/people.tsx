import { Empty } from '#ui/data/empty.tsx'
import { Filters } from '#ui/data/filters.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { labelPeran } from '../labels.ts'
import { peranList } from '../peran.ts'
import type { PeopleFilter, PersonRow } from '../queries/people.ts'
import { PeopleTabs, RoleWords, withSatker } from './parts.tsx'

export type PeoplePageProps = {
  office: { kode: string; nama: string }
  filter: PeopleFilter
  total: number
  pages: number
  rows: readonly PersonRow[]
  can: { manage: boolean; invite: boolean; setFactorPolicy: boolean }
  /** the actor may look at other offices too */
  wide: boolean
}

export const PeoplePage = (props: PeoplePageProps) => {
  const { office, filter, total, pages, rows } = props
  return (
    <>
      <PageHead title="Pengguna" subtitle={`Orang, peran, dan pelimpahan tugas di ${office.nama}.`}>
        {props.can.invite ? (
          <ButtonLink kind="main" href={withSatker('/kerja/pengguna/undangan/baru', office.kode)}>
            Undang orang
          </ButtonLink>
        ) : null}
      </PageHead>
      <PeopleTabs current="orang" satkerKode={office.kode} />
      <PeopleFilters {...props} />
      {rows.length === 0 ? (
        <Empty title="Tidak ada orang yang cocok">
          {total === 0 && !filter.cari && !filter.peran
            ? 'Belum ada orang di satuan kerja ini. Mulailah dengan mengundang adminnya.'
            : 'Longgarkan saringan, atau periksa ejaan namanya.'}
        </Empty>
      ) : (
        <Table
          caption={`Pengguna ${office.nama}`}
          captionHidden
          rows={rows}
          rowHref={(row) => `/kerja/pengguna/${row.id}`}
          columns={[
            { key: 'nama', label: 'Nama', main: true, cell: (row) => row.nama },
            { key: 'peran', label: 'Peran hari ini', cell: (row) => <RoleWords {...row} /> },
            { key: 'email', label: 'Surel', phone: 'hide', cell: (row) => row.email },
            { key: 'status', label: 'Status', width: 'narrow', cell: (row) => <Active {...row} /> },
          ]}
        />
      )}
      <Pager
        page={filter.page}
        pages={pages}
        total={total}
        noun="orang"
        href={(page) => `/kerja/pengguna?${new URLSearchParams(pageParams(filter, page))}`}
      />
      {props.can.setFactorPolicy ? (
        <p>
          <a href="/kerja/pengguna/kewajiban-faktor">
            Peran yang wajib memakai verifikasi dua langkah
          </a>
        </p>
      ) : null}
    </>
  )
}

const Active = ({ active }: PersonRow) =>
  active ? (
    <StatusMark state="done" label="Aktif" />
  ) : (
    <StatusMark state="stopped" label="Nonaktif" />
  )

const PeopleFilters = ({ office, filter, wide }: PeoplePageProps) => (
  <Filters
    action="/kerja/pengguna"
    clear={withSatker('/kerja/pengguna', office.kode)}
    active={
      [filter.cari, filter.peran, filter.status === 'aktif' ? '' : filter.status].filter(Boolean)
        .length
    }
    hidden={wide ? {} : { satker: office.kode }}
  >
    {wide ? (
      <TextInput
        name="satker"
        label="Kode satuan kerja"
        value={office.kode}
        width="short"
        inputmode="numeric"
        maxlength={4}
      />
    ) : null}
    <TextInput name="cari" label="Nama" type="search" value={filter.cari} />
    <Select
      name="peran"
      label="Peran"
      placeholder="Semua peran"
      value={filter.peran}
      options={peranList.map((peran) => ({ value: peran, label: labelPeran(peran) }))}
    />
    <Select
      name="status"
      label="Status"
      value={filter.status}
      options={[
        { value: 'aktif', label: 'Aktif' },
        { value: 'nonaktif', label: 'Nonaktif' },
        { value: 'semua', label: 'Semua' },
      ]}
    />
  </Filters>
)

const pageParams = ({ satkerKode, cari, peran, status }: PeopleFilter, page: number) => ({
  satker: satkerKode,
  cari,
  peran,
  status,
  hal: String(page),
})
