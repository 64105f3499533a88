import { ButtonLink } from '#ui/form/button.tsx'
import { Empty } from '#ui/data/empty.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { HeatTable } from '#ui/plot/heat-table.tsx'
import { areaName } from '../area.ts'
import { capaianSentence, count, ukuranLabels, ukuranNotes } from '../labels.ts'
import type { Wilayah } from '../queries/wilayah.ts'
import { capaianBy, capaianOf, trendOf } from '../rekap.ts'
import { officeUrl, viewUrl, wilayahUrl } from '../urls.ts'
import { areasIn, type HeatLine, heatLines, sortLines } from '../wilayah.ts'
import { heatCell } from './heat-cell.ts'
import { AreaPlot, AreaTable, CapaianFigures, TrendPlot } from './capaian.tsx'
import { clearOf, UkuranTabs, WilayahFilters } from './wilayah-filters.tsx'

/** A province or the nation: figures, heat table with drill-down, areas and months. */
export const WilayahView = ({ page }: { page: Wilayah }) => {
  const { view, years, byProvince, province, parts, months, sampaiBulan, counts } = page
  const title = byProvince ? 'Capaian nasional' : `Capaian ${province?.nama ?? ''} dan jajarannya`
  const capaian = capaianOf(parts)
  const areas = capaianBy(parts, ({ areaBaku }) => areaBaku)
  if (view.tahun === null) return <NothingYet title={title} />
  return (
    <div class="stack">
      <PageHead title={`${title}, ${view.tahun}`} subtitle={capaianSentence(capaian)}>
        <ButtonLink href={viewUrl(view, '.csv')} download>
          Unduh CSV
        </ButtonLink>
        {byProvince ? (
          <ButtonLink href={viewUrl(view, '/semua')}>Semua satuan kerja</ButtonLink>
        ) : null}
      </PageHead>
      <WilayahFilters view={view} years={years} action={wilayahUrl} clear={clearOf(view)} />
      <CapaianFigures
        capaian={capaian}
        lateHref={viewUrl({ ...view, ukuran: 'terlambat', urut: '-semua' })}
        last={coverage(counts)}
      />
      <UkuranTabs view={view} />
      <Heat page={page} />
      <AreaPlot
        areas={areas}
        capaian={capaian}
        hrefOf={(area) => viewUrl({ ...view, urut: area === 0 ? '-semua' : `-${area}` })}
      />
      <TrendPlot trend={trendOf(months, sampaiBulan)} />
      <AreaTable areas={areas} capaian={capaian} />
    </div>
  )
}

function coverage(counts: Wilayah['counts']) {
  const all = [...counts.values()]
  const satker = all.reduce((sum, each) => sum + each.satker, 0)
  const berencana = all.reduce((sum, each) => sum + each.berencana, 0)
  return {
    label: 'Satuan kerja berencana',
    value: count(berencana),
    note: `dari ${count(satker)}, rencana disahkan`,
    share: satker === 0 ? 0 : berencana / satker,
  }
}

const Heat = ({ page }: { page: Wilayah }) => {
  const { view, byProvince, places, parts, counts } = page
  const { ukuran } = view
  const areas = areasIn(parts)
  const lines = sortLines(heatLines(places, parts), view)
  const hrefOf = ({ kode }: HeatLine) =>
    byProvince && kode !== '00'
      ? viewUrl({ ...view, provinsi: kode })
      : officeUrl(kode, view.tahun ?? undefined)
  return (
    <HeatTable
      title={`${ukuranLabels[ukuran]}, per area dan ${byProvince ? 'provinsi' : 'satuan kerja'}`}
      note={ukuranNotes[ukuran]}
      rowHead={byProvince ? 'Provinsi' : 'Satuan kerja'}
      columns={['Semua', ...areas.map(areaName), ...(byProvince ? ['Satker berencana'] : [])]}
      {...(ukuran === 'terlambat' ? {} : { domain: [0, 1] as const })}
      rows={lines.map((line) => ({
        label: line.nama,
        href: hrefOf(line),
        cells: [
          heatCell(line, 'semua', ukuran),
          ...areas.map((area) => heatCell(line, String(area), ukuran)),
          ...(byProvince ? [{ value: null, text: coverageText(counts.get(line.kode)) }] : []),
        ],
      }))}
    />
  )
}

const coverageText = (counts: { satker: number; berencana: number } | undefined) =>
  counts ? `${counts.berencana}/${counts.satker}` : '–'

const NothingYet = ({ title }: { title: string }) => (
  <div class="stack">
    <PageHead title={title} />
    <Empty title="Belum ada rencana aksi yang disahkan di wilayah ini">
      Tabel capaian terisi dengan sendirinya segera setelah satuan kerja pertama mengesahkan
      rencananya.
    </Empty>
  </div>
)
