import { Empty } from '#ui/data/empty.tsx'
import { Filters } from '#ui/data/filters.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { Table } from '#ui/data/table.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { jenisSatkerLabels, zonaLabels } from '../labels.ts'
import type { SatkerFilter, SatkerList } from '../queries.ts'

type Props = {
  list: SatkerList
  filter: SatkerFilter
  pages: number
  href: (page: number) => string
}

export const ListPage = ({ list, filter, pages, href }: Props) => (
  <>
    <PageHead title="Satuan kerja" subtitle={`${list.total} satuan kerja yang dapat Anda lihat`} />
    <Filters
      action="/kerja/satker"
      clear="/kerja/satker"
      active={[filter.nama, filter.provinsi].filter(Boolean).length}
    >
      <TextInput name="nama" label="Nama" value={filter.nama} width="medium" />
      {list.provinces.length > 1 ? (
        <Select
          name="provinsi"
          label="Provinsi"
          value={filter.provinsi}
          placeholder="Semua provinsi"
          options={list.provinces.map((p) => ({ value: p.kode, label: p.wilayah }))}
        />
      ) : null}
    </Filters>
    {list.rows.length === 0 ? (
      <Empty
        title="Tidak ada satuan kerja yang cocok"
        actions={<a href="/kerja/satker">Hapus saringan</a>}
      >
        Periksa ejaan nama wilayah, atau pilih semua provinsi.
      </Empty>
    ) : (
      <Table
        caption="Daftar satuan kerja"
        captionHidden
        rows={list.rows}
        rowHref={(row) => `/kerja/satker/${row.kode}`}
        columns={[
          { key: 'nama', label: 'Satuan kerja', main: true, cell: (row) => row.nama },
          {
            key: 'kode',
            label: 'Kode',
            width: 'narrow',
            cell: (row) => row.kode,
          },
          {
            key: 'jenis',
            label: 'Jenis',
            cell: (row) => jenisSatkerLabels[row.jenis as keyof typeof jenisSatkerLabels],
          },
          {
            key: 'zona',
            label: 'Zona waktu',
            phone: 'hide',
            cell: (row) => zonaLabels[row.zona_waktu],
          },
        ]}
      />
    )}
    <Pager page={filter.halaman} pages={pages} href={href} total={list.total} noun="satuan kerja" />
  </>
)
