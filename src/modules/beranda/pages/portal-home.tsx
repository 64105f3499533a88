import { Button } from '#ui/form/button.tsx'
import { Empty } from '#ui/data/empty.tsx'
import { Meter } from '#ui/data/meter.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { Table } from '#ui/data/table.tsx'
import { Tabs } from '#ui/data/tabs.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { capaianSentence, count, persen } from '../labels.ts'
import type { PublicHome, PublicYear } from '../queries/public-home.ts'
import { capaianOf, shareDone, trendOf } from '../rekap.ts'
import { portalListUrl, portalOfficeUrl, withQuery } from '../urls.ts'
import { TrendPlot } from './capaian.tsx'

/** The first page of the public: find an office, the nation in one sentence, who promised what. */
export const PortalHome = ({ home }: { home: PublicHome }) => (
  <>
    <PageHead
      title="Apa yang dijanjikan KPU tahun ini, dan sudah sampai mana?"
      subtitle="Setiap kantor KPU berjanji memperbaiki diri: lebih bersih, lebih melayani. Di sini Anda dapat membaca janjinya dan memeriksa yang sudah dikerjakan."
    />
    <FindOffice names={home.names} />
    {home.year ? (
      <Nation year={home.year} years={home.years} names={home.names.length} />
    ) : (
      <NothingYet />
    )}
  </>
)

/** Works without script: the list of names is the browser's own. */
export const FindOffice = ({ names, typed = '' }: { names: readonly string[]; typed?: string }) => (
  <form method="get" action={portalListUrl} class="form-line">
    <TextInput
      name="cari"
      label="Cari kantor KPU di daerah Anda"
      hint="Ketik nama kabupaten, kota, atau provinsi, misalnya Mataram."
      type="search"
      value={typed}
      suggestions={names}
    />
    <Button kind="main">Lihat janjinya</Button>
  </form>
)

type NationProps = { year: PublicYear; years: readonly number[]; names: number }

const Nation = ({ year, years, names }: NationProps) => {
  const { tahun, months, sampaiBulan, total } = year
  const capaian = capaianOf(months)
  return (
    <>
      <h2>Indonesia, {tahun}</h2>
      <p>
        {count(total)} dari {count(names)} kantor sudah mengesahkan rencananya.{' '}
        {capaianSentence(capaian, 'langkah')}
      </p>
      {years.length > 1 ? (
        <Tabs
          label="Tahun rencana"
          tabs={years.map((each) => ({
            href: withQuery('/', { tahun: each }),
            label: String(each),
            current: each === tahun,
          }))}
        />
      ) : null}
      <TrendPlot trend={trendOf(months, sampaiBulan)} sebutan="langkah" />
      <p class="muted small">
        Satu langkah adalah satu pekerjaan dalam rencana pada satu bulan. Angka berubah begitu
        kantor menandai pekerjaannya.
      </p>
      <Promises year={year} />
    </>
  )
}

type Row = PublicYear['offices'][number]

const Promises = ({ year }: { year: PublicYear }) => {
  const { tahun, offices, capaian, page, pages, total } = year
  const of = ({ kode }: Row) => capaian.get(kode) ?? capaianOf([])
  return (
    <>
      <Table<Row>
        caption={`Kantor dengan rencana ${tahun}`}
        columns={[
          { key: 'nama', label: 'Kantor', main: true, cell: ({ nama }) => nama },
          { key: 'jenis', label: 'Rencana', cell: ({ jenis }) => jenis.join(' dan ') },
          {
            key: 'batang',
            label: 'Sampai mana',
            phone: 'hide',
            cell: (row) => (
              <Meter value={shareDone(of(row)) ?? 0} max={1} label={`${row.nama}, selesai`} />
            ),
          },
          {
            key: 'selesai',
            label: 'Selesai',
            align: 'end',
            cell: (row) => persen(shareDone(of(row))),
          },
          {
            key: 'terlambat',
            label: 'Terlambat',
            align: 'end',
            cell: (row) => count(of(row).terlambat),
          },
        ]}
        rows={offices}
        rowHref={({ kode }) => portalOfficeUrl(kode, tahun)}
      />
      <Pager
        page={page}
        pages={pages}
        total={total}
        noun="kantor"
        href={(halaman) => withQuery('/', { tahun, halaman })}
      />
    </>
  )
}

const NothingYet = () => (
  <Empty title="Belum ada rencana yang disahkan">
    Begitu sebuah kantor mengesahkan rencana aksinya, janji dan kemajuannya tampil di sini.
  </Empty>
)
