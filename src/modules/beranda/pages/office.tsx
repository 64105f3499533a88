import { jenisLabels, type JenisRencana, planUrl, shorten } from '#modules/rencana-aksi'
import { monthName } from '#platform/date.ts'
import { Empty } from '#ui/data/empty.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { Tabs } from '#ui/data/tabs.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { Card } from '#ui/layout/card.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { capaianSentence, count, persen } from '../labels.ts'
import type { OfficeDashboard } from '../queries/office.ts'
import { type Capaian, capaianBy, capaianOf, shareDone, trendOf } from '../rekap.ts'
import { lateUrl, portalOfficeUrl } from '../urls.ts'
import { AreaPlot, AreaTable, CapaianFigures, TrendPlot } from './capaian.tsx'
import { CellTable } from './cells.tsx'

type OfficeProps = {
  page: OfficeDashboard
  /** the address of this dashboard in another year */
  yearHref: (tahun: number) => string
  canImport: boolean
}

/** How far one office is with its plans of one year. */
export const OfficeView = ({ page, yearHref, canImport }: OfficeProps) => {
  const { satker, tahun, years } = page
  if (tahun === null) return <NothingApproved page={page} canImport={canImport} />
  const capaian = capaianOf(page.parts)
  return (
    <div class="stack">
      <PageHead title={`${satker.nama}, ${tahun}`} subtitle={capaianSentence(capaian)}>
        <ButtonLink href={portalOfficeUrl(satker.kode, tahun)}>Lihat halaman publik</ButtonLink>
      </PageHead>
      {years.length > 1 ? (
        <Tabs
          label="Tahun rencana"
          tabs={years.map((year) => ({
            href: yearHref(year),
            label: String(year),
            current: year === tahun,
          }))}
        />
      ) : null}
      <Summary page={page} tahun={tahun} capaian={capaian} />
    </div>
  )
}

type SummaryProps = { page: OfficeDashboard; tahun: number; capaian: Capaian }

const Summary = ({ page, tahun, capaian }: SummaryProps) => {
  const { satker, today, parts, late, due, plans, sampaiBulan, waiting } = page
  const areas = capaianBy(parts, ({ areaBaku }) => areaBaku)
  const isThisYear = today.startsWith(String(tahun))
  return (
    <>
      <CapaianFigures
        capaian={capaian}
        lateHref={lateUrl(satker.kode, tahun)}
        last={{
          label: 'Jatuh tempo bulan ini',
          value: count(due[0]?.total ?? 0),
          note: isThisYear
            ? `${monthName(Number(today.slice(5, 7)))}, belum selesai`
            : `Rencana ini untuk tahun ${tahun}`,
          href: due.length > 0 ? '#bulan-ini' : undefined,
        }}
      />
      <Columns
        aside={
          <>
            <Waiting waiting={waiting} />
            <Plans plans={plans} parts={parts} />
          </>
        }
      >
        {capaian.kewajiban === 0 ? (
          <NothingPlanned plans={plans} />
        ) : (
          <>
            <AreaPlot areas={areas} capaian={capaian} />
            <TrendPlot trend={trendOf(parts, sampaiBulan)} />
          </>
        )}
      </Columns>
      <Late page={page} tahun={tahun} />
      {due.length > 0 ? (
        <section id="bulan-ini">
          <CellTable caption="Jatuh tempo bulan ini" cells={due} />
        </section>
      ) : null}
      {late.length === 0 && due.length === 0 && capaian.kewajiban > 0 ? (
        <p class="muted">Tidak ada yang terlambat atau jatuh tempo bulan ini.</p>
      ) : null}
      {capaian.kewajiban > 0 ? <AreaTable areas={areas} capaian={capaian} /> : null}
    </>
  )
}

/** A decree may lay down a plan without its months. */
const NothingPlanned = ({ plans }: Pick<OfficeDashboard, 'plans'>) => (
  <Empty
    title="Rencana ini belum berjadwal"
    actions={plans[0] ? <a href={planUrl(plans[0].id, 'pohon')}>Buka rencana</a> : undefined}
  >
    Keputusannya tidak memuat bulan pelaksanaan. Usulkan bulannya pada setiap butir; setelah
    disetujui, capaiannya tampak di sini.
  </Empty>
)

const Late = ({ page: { late, satker, today }, tahun }: Omit<SummaryProps, 'capaian'>) => {
  const total = late[0]?.total ?? 0
  if (total === 0) return null
  return (
    <section class="stack">
      <CellTable caption={`Terlambat (${count(total)})`} cells={late} today={today} />
      {total > late.length ? (
        <p>
          <a href={lateUrl(satker.kode, tahun)}>Lihat semua {count(total)} yang terlambat</a>
        </p>
      ) : null}
    </section>
  )
}

type Waits = OfficeDashboard['waiting']

/** What stands still until the chair or the secretary decides. */
const Waiting = ({ waiting }: { waiting: Waits }) =>
  waiting.length === 0 ? null : (
    <Card title="Menunggu pengesahan">
      <ul class="stack">
        {waiting.map(({ id, judul, menunggu, usulan }) => (
          <li class="row">
            <StatusMark
              state="running"
              label={menunggu ? 'Rencana diajukan' : `${count(usulan)} usulan perubahan`}
            />
            <a href={planUrl(id, 'tahap')}>{shorten(judul, 100)}</a>
          </li>
        ))}
      </ul>
    </Card>
  )

type Plan = OfficeDashboard['plans'][number]

const Plans = ({ plans, parts }: Pick<OfficeDashboard, 'plans' | 'parts'>) => {
  const byPlan = capaianBy(parts, ({ rencanaId }) => rencanaId)
  const share = ({ id }: Plan) => {
    const capaian = byPlan.get(id)
    return capaian ? shareDone(capaian) : null
  }
  return (
    <Table<Plan>
      caption="Rencana aksi"
      columns={[
        {
          key: 'rencana',
          label: 'Rencana',
          main: true,
          cell: ({ jenis }) => jenisLabels[jenis as JenisRencana],
        },
        { key: 'selesai', label: 'Selesai', align: 'end', cell: (plan) => persen(share(plan)) },
      ]}
      rows={plans}
      rowHref={({ id }) => planUrl(id)}
    />
  )
}

type NothingProps = { page: OfficeDashboard; canImport: boolean }

const NothingApproved = ({ page: { satker, waiting }, canImport }: NothingProps) => (
  <div class="stack">
    <PageHead title={satker.nama} subtitle="Capaian rencana aksi" />
    <Waiting waiting={waiting} />
    <Empty
      title="Belum ada rencana aksi yang disahkan"
      actions={
        <>
          {canImport ? (
            <ButtonLink kind="main" href="/kerja/impor">
              Impor keputusan
            </ButtonLink>
          ) : null}
          <ButtonLink href="/kerja/rencana-aksi">Lihat rencana aksi</ButtonLink>
        </>
      }
    >
      Capaian tampil di sini segera setelah rencana pertama disahkan.
    </Empty>
  </div>
)
