import { longDate } from '#platform/date.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Filters } from '#ui/data/filters.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { Table } from '#ui/data/table.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { readableJudul } from '../judul.ts'
import { nomorKeputusan } from '../nomor.ts'
import type { KeputusanFilter, KeputusanList } from '../queries/keputusan.ts'

type Props = {
  list: KeputusanList
  filter: KeputusanFilter
  pages: number
  href: (page: number) => string
  manyOffices: boolean
  /** importing is a page of its own, which the caller's roles may not open */
  canImport: boolean
}

export const ListPage = ({ list, filter, pages, href, manyOffices, canImport }: Props) => (
  <>
    <PageHead
      title="Keputusan"
      subtitle="Keputusan yang menetapkan rencana aksi, dengan dasar hukumnya"
    >
      {canImport ? (
        <ButtonLink kind="main" href="/kerja/impor/baru">
          Impor keputusan
        </ButtonLink>
      ) : null}
    </PageHead>
    <Filters
      action="/kerja/keputusan"
      clear="/kerja/keputusan"
      active={[filter.cari, filter.tahun].filter(Boolean).length}
    >
      <TextInput
        name="cari"
        label={manyOffices ? 'Nomor, judul, atau satuan kerja' : 'Nomor atau judul'}
        value={filter.cari}
        width="medium"
      />
      <TextInput
        name="tahun"
        label="Tahun"
        inputmode="numeric"
        width="short"
        value={filter.tahun ? String(filter.tahun) : ''}
      />
    </Filters>
    {list.rows.length === 0 ? (
      <NoDecrees filter={filter} />
    ) : (
      <Table
        caption="Daftar keputusan"
        captionHidden
        rows={list.rows}
        rowHref={(row) => `/kerja/keputusan/${row.satker_kode}/${row.id}`}
        columns={[
          {
            key: 'nomor',
            label: 'Nomor',
            main: true,
            width: 'narrow',
            cell: (row) => nomorKeputusan(row),
          },
          ...(manyOffices
            ? [
                {
                  key: 'satker',
                  label: 'Satuan kerja',
                  cell: (row: (typeof list.rows)[number]) => row.satker_nama,
                },
              ]
            : []),
          { key: 'judul', label: 'Tentang', cell: (row) => readableJudul(row.judul) },
          {
            key: 'tanggal',
            label: 'Ditetapkan',
            width: 'narrow',
            cell: (row) => longDate(row.tanggal),
          },
        ]}
      />
    )}
    <Pager page={filter.halaman} pages={pages} href={href} total={list.total} noun="keputusan" />
  </>
)

const NoDecrees = ({ filter }: { filter: KeputusanFilter }) =>
  filter.cari || filter.tahun ? (
    <Empty
      title="Tidak ada keputusan yang cocok"
      actions={<a href="/kerja/keputusan">Hapus saringan</a>}
    >
      Periksa ejaannya, atau cari dengan nomor saja.
    </Empty>
  ) : (
    <Empty title="Belum ada keputusan">
      Keputusan masuk ke sini setelah diimpor beserta lampirannya dan diterima menjadi rencana.
    </Empty>
  )
