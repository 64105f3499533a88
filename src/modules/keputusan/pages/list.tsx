import { longDate } from '#platform/date.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Filters } from '#ui/data/filters.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { Table } from '#ui/data/table.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { nomorKeputusan } from '../nomor.ts'
import type { KeputusanFilter, KeputusanList } from '../queries/keputusan.ts'

type Props = {
  list: KeputusanList
  filter: KeputusanFilter
  pages: number
  href: (page: number) => string
  manyOffices: boolean
}

export const ListPage = ({ list, filter, pages, href, manyOffices }: Props) => (
  <>
    <PageHead
      title="Keputusan"
      subtitle="Keputusan yang menetapkan rencana aksi, dengan dasar hukumnya"
    >
      <ButtonLink href="/kerja/dasar-hukum">Dasar hukum</ButtonLink>
      <ButtonLink kind="main" href="/kerja/impor">
        Impor keputusan
      </ButtonLink>
    </PageHead>
    <Filters
      action="/kerja/keputusan"
      clear="/kerja/keputusan"
      active={[filter.cari, filter.tahun].filter(Boolean).length}
    >
      <TextInput name="cari" label="Nomor, judul atau satker" value={filter.cari} width="medium" />
      <TextInput
        name="tahun"
        label="Tahun"
        inputmode="numeric"
        width="short"
        value={filter.tahun ? String(filter.tahun) : ''}
      />
    </Filters>
    {list.rows.length === 0 ? (
      <Empty
        title="Belum ada keputusan"
        actions={<ButtonLink href="/kerja/impor">Impor keputusan</ButtonLink>}
      >
        Unggah keputusan beserta lampirannya; KPU HUB membacanya menjadi rencana yang hidup.
      </Empty>
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
            cell: (row) => nomorKeputusan(row),
          },
          ...(manyOffices
            ? [
                {
                  key: 'satker',
                  label: 'Satker',
                  cell: (row: (typeof list.rows)[number]) => row.satker_nama,
                },
              ]
            : []),
          { key: 'judul', label: 'Tentang', cell: (row) => row.judul },
          { key: 'tanggal', label: 'Ditetapkan', cell: (row) => longDate(row.tanggal) },
        ]}
      />
    )}
    <Pager page={filter.halaman} pages={pages} href={href} total={list.total} noun="keputusan" />
  </>
)
