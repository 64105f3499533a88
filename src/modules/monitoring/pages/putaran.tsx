import { longDate } from '#platform/date.ts'
import { Figures } from '#ui/data/figures.tsx'
import { Filters } from '#ui/data/filters.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { Select } from '#ui/form/select.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { BarPlot } from '#ui/plot/bar-plot.tsx'
import { laporanLabels, laporanMarks, lingkupLabels, periodeText } from '../labels-putaran.ts'
import { laporanStates } from '../putaran.ts'
import type {
  OfficeReport,
  ProvinceRow,
  PutaranFilter,
  PutaranPage,
  StateCounts,
} from '../queries/putaran.ts'
import { laporanUrl, putaranUrl, withQuery } from '../urls.ts'

type Props = { page: PutaranPage }

const queryOf = ({ keadaan, satker }: PutaranFilter) => ({ keadaan, satker })

const sum = (counts: StateCounts) => laporanStates.reduce((all, state) => all + counts[state], 0)

/** One round as seen from above: which offices have sent their report, which are late. */
export const PutaranView = ({ page }: Props) => {
  const { head, filter } = page
  const { counts } = head
  const all = sum(counts)
  const sent = counts.submitted + counts.verified
  const only = (keadaan: PutaranFilter['keadaan']) =>
    withQuery(putaranUrl(filter.id), { ...queryOf(filter), keadaan })
  return (
    <div class="stack">
      <PageHead
        title={head.judul}
        subtitle={`${periodeText(head.periode, head.tahun)}, ${lingkupLabels[head.lingkup]}, dibuka ${head.pembuka} ${longDate(head.mulai)}, batas ${longDate(head.selesai)}`}
      >
        <ButtonLink href={withQuery(putaranUrl(filter.id, 'unduh.csv'), queryOf(filter))} download>
          Unduh CSV
        </ButtonLink>
      </PageHead>
      <Figures
        items={[
          { label: 'Dikirim', value: sent, unit: `dari ${all}`, share: all > 0 ? sent / all : 0 },
          {
            label: 'Menunggu verifikasi',
            value: counts.submitted,
            href: only('submitted'),
          },
          { label: 'Diterima', value: counts.verified, href: only('verified') },
          {
            label: 'Terlambat',
            value: counts.locked,
            note: counts.locked === 0 ? 'Tidak ada' : 'Jendela lewat tanpa laporan',
            href: only('locked'),
            ...(counts.locked > 0 ? { tone: 'late' as const } : {}),
          },
        ]}
      />
      {page.provinces.length > 1 ? <Provinces page={page} /> : <StatePlot counts={counts} />}
      <OfficeFilters page={page} />
      <Offices page={page} />
      <Pager
        page={filter.page}
        pages={page.pages}
        total={page.total}
        noun="satuan kerja"
        href={(halaman) => withQuery(putaranUrl(filter.id), { ...queryOf(filter), halaman })}
      />
    </div>
  )
}

const StatePlot = ({ counts }: { counts: StateCounts }) => (
  <BarPlot
    title={`${counts.submitted + counts.verified} dari ${sum(counts)} laporan sudah dikirim`}
    labelHead="Keadaan"
    valueHead="Laporan"
    bars={laporanStates.map((state) => ({
      label: laporanLabels[state],
      value: counts[state],
      ...(state === 'locked' ? { tone: 'late' as const } : {}),
      ...(state === 'verified' ? { tone: 'ok' as const } : {}),
    }))}
  />
)

const Provinces = ({ page: { provinces, filter } }: Props) => (
  <Table<ProvinceRow>
    caption="Menurut provinsi"
    columns={[
      { key: 'nama', label: 'Wilayah', main: true, cell: ({ nama }) => nama },
      {
        key: 'dikirim',
        label: 'Dikirim',
        align: 'end',
        cell: ({ counts, satker }) => `${counts.submitted + counts.verified} dari ${satker}`,
      },
      { key: 'terima', label: 'Diterima', align: 'end', cell: ({ counts }) => counts.verified },
      {
        key: 'kembali',
        label: 'Dikembalikan',
        align: 'end',
        cell: ({ counts }) => counts.returned,
      },
      {
        key: 'terlambat',
        label: 'Terlambat',
        align: 'end',
        cell: ({ counts }) =>
          counts.locked > 0 ? <StatusMark state="late" label={String(counts.locked)} /> : 0,
      },
    ]}
    rows={provinces}
    rowHref={({ kode }) => withQuery(putaranUrl(filter.id), { satker: kode })}
  />
)

const OfficeFilters = ({ page: { filter, provinces } }: Props) => (
  <Filters
    action={putaranUrl(filter.id)}
    clear={putaranUrl(filter.id)}
    active={Object.values(queryOf(filter)).filter(Boolean).length}
  >
    <Select
      name="keadaan"
      label="Keadaan"
      placeholder="Semua keadaan"
      value={filter.keadaan}
      options={laporanStates.map((value) => ({ value, label: laporanLabels[value] }))}
    />
    {provinces.length > 1 ? (
      <Select
        name="satker"
        label="Wilayah"
        placeholder="Semua wilayah"
        value={filter.satker}
        filterable
        options={provinces.map(({ kode, nama }) => ({ value: kode, label: nama }))}
      />
    ) : null}
  </Filters>
)

const Offices = ({ page }: Props) =>
  page.rows.length === 0 ? (
    <p class="muted">Tidak ada satuan kerja yang cocok dengan saringan.</p>
  ) : (
    <Table<OfficeReport>
      caption="Laporan satuan kerja"
      columns={[
        { key: 'nama', label: 'Satuan kerja', main: true, cell: ({ satkerNama }) => satkerNama },
        {
          key: 'keadaan',
          label: 'Keadaan',
          cell: ({ state }) => (
            <StatusMark state={laporanMarks[state]} label={laporanLabels[state]} />
          ),
        },
        { key: 'batas', label: 'Batas', cell: ({ batas }) => longDate(batas) },
        { key: 'pengirim', label: 'Pengirim', cell: ({ pengirim }) => pengirim ?? '–' },
        {
          key: 'langkah',
          label: 'Menunggu Anda',
          cell: ({ verify, state }) => (verify && state === 'submitted' ? 'Periksa' : '–'),
        },
      ]}
      rows={page.rows}
      rowHref={({ id }) => laporanUrl(id)}
    />
  )
