import { nomorKeputusan } from '#modules/keputusan'
import { butirTitle, jenisLabels, shorten } from '#modules/rencana-aksi'
import { localDate, longDate, longMoment, monthName } from '#platform/date.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Empty } from '#ui/data/empty.tsx'
import { Table } from '#ui/data/table.tsx'
import { Tabs } from '#ui/data/tabs.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { Card } from '#ui/layout/card.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { areaName } from '../area.ts'
import { capaianSentence, count, persen } from '../labels.ts'
import type {
  PublicCell,
  PublicOfficePage,
  PublicOfficeYear,
  PublicPlan,
} from '../queries/public-office.ts'
import { capaianBy, capaianOf, shareDone, trendOf } from '../rekap.ts'
import { portalOfficeUrl, portalPlanUrl } from '../urls.ts'
import { AreaPlot, AreaTable, CapaianFigures, TrendPlot } from './capaian.tsx'

/** What one office promised the public, and how far it is. */
export const PortalOffice = ({ page }: { page: PublicOfficePage }) => {
  const { satker, years, year } = page
  if (!year) return <NoPromise nama={satker.nama} />
  const capaian = capaianOf(year.parts)
  return (
    <>
      <PageHead
        title={`Janji ${satker.nama} tahun ${year.tahun}`}
        subtitle={capaianSentence(capaian, 'langkah')}
      />
      {years.length > 1 ? (
        <Tabs
          label="Tahun rencana"
          tabs={years.map((each) => ({
            href: portalOfficeUrl(satker.kode, each),
            label: String(each),
            current: each === year.tahun,
          }))}
        />
      ) : null}
      <Year page={page} year={year} />
    </>
  )
}

const Year = ({ page: { satker }, year }: { page: PublicOfficePage; year: PublicOfficeYear }) => {
  const { parts, plans, done, due, today, sampaiBulan } = year
  const capaian = capaianOf(parts)
  const areas = capaianBy(parts, ({ areaBaku }) => areaBaku)
  const byPlan = capaianBy(parts, ({ rencanaId }) => rencanaId)
  return (
    <>
      <CapaianFigures
        capaian={capaian}
        last={{
          label: 'Dijadwalkan bulan ini',
          value: count(due[0]?.total ?? 0),
          note: `${monthName(Number(today.slice(5, 7)))}, belum selesai`,
        }}
      />
      {plans.map((plan) => (
        <PlanCard
          plan={plan}
          satker={satker}
          share={persen(shareDone(byPlan.get(plan.id) ?? capaianOf([])))}
        />
      ))}
      <AreaPlot areas={areas} capaian={capaian} />
      <TrendPlot trend={trendOf(parts, sampaiBulan)} sebutan="langkah" />
      <CellList caption="Dijadwalkan bulan ini" cells={due} />
      <CellList caption="Terakhir diselesaikan" cells={done} />
      <AreaTable areas={areas} capaian={capaian} sebutan="langkah" />
    </>
  )
}

type PlanProps = { plan: PublicPlan; satker: PublicOfficePage['satker']; share: string }

const PlanCard = ({ plan, satker, share }: PlanProps) => (
  <Card title={`${jenisLabels[plan.jenis]} ${plan.tahun}`}>
    <DefinitionList
      items={[
        ...(plan.nomor ? [{ term: 'Dasar', value: decreeOf(plan, plan.nomor) }] : []),
        {
          term: 'Disahkan',
          value: longDate(localDate(plan.approvedAt, satker.zonaWaktu)),
        },
        {
          term: 'Terakhir berubah',
          value: longMoment(plan.at, satker.zonaWaktu),
        },
        ...(plan.closedAt
          ? [{ term: 'Ditutup', value: longDate(localDate(plan.closedAt, satker.zonaWaktu)) }]
          : []),
        { term: 'Selesai', value: share },
      ]}
    />
    <ButtonLink href={portalPlanUrl(satker.kode, plan.id)}>
      Baca seluruh rencana {plan.jenis} {plan.tahun}
    </ButtonLink>
  </Card>
)

const decreeOf = ({ nomorTahun, tahun, tanggal }: PublicPlan, nomor: string) =>
  `Keputusan ${nomorKeputusan({ nomor, tahun: nomorTahun ?? tahun })} tanggal ${longDate(tanggal ?? '')}`

const CellList = ({ caption, cells }: { caption: string; cells: readonly PublicCell[] }) =>
  cells.length === 0 ? null : (
    <Table<PublicCell>
      caption={caption}
      columns={[
        {
          key: 'butir',
          label: 'Langkah',
          main: true,
          cell: (cell) => shorten(butirTitle(cell), 140),
        },
        { key: 'area', label: 'Area', cell: ({ areaBaku }) => areaName(areaBaku ?? 0) },
        {
          key: 'tanggal',
          label: cells[0]?.doneOn ? 'Selesai' : 'Paling lambat',
          cell: ({ doneOn, jatuhTempo }) => longDate(doneOn ?? jatuhTempo),
        },
      ]}
      rows={cells}
    />
  )

const NoPromise = ({ nama }: { nama: string }) => (
  <>
    <PageHead title={nama} />
    <Empty title="Belum ada rencana yang disahkan">
      {nama} belum menampilkan rencana aksi yang disahkan. Begitu disahkan, janji dan kemajuannya
      tampil di halaman ini.
    </Empty>
  </>
)
