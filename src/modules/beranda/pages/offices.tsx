import { ButtonLink } from '#ui/form/button.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { HeatTable } from '#ui/plot/heat-table.tsx'
import { areaName } from '../area.ts'
import { capaianSentence, count, persen, ukuranNotes } from '../labels.ts'
import type { Offices } from '../queries/wilayah.ts'
import { capaianBy, capaianOf, shareDone } from '../rekap.ts'
import { officeUrl, viewUrl, wilayahUrl } from '../urls.ts'
import { areasIn, type HeatLine, heatLines, sortLines } from '../wilayah.ts'
import { heatCell } from './heat-cell.ts'
import { clearOf, UkuranTabs, WilayahFilters } from './wilayah-filters.tsx'

/** All offices in reach on one page, folded by province. */
export const OfficesView = ({ page }: { page: Offices }) => {
  const { view, years, places, parts } = page
  const lines = heatLines(places, parts)
  const byProvince = capaianBy(parts, ({ kode }) => kode.slice(0, 2))
  const groups = Map.groupBy(lines, ({ kode }) => kode.slice(0, 2))
  const late = lines.flatMap(({ area }) => [...area.values()].map((each) => each.terlambat))
  const highest = view.ukuran === 'terlambat' ? Math.max(1, ...late) : 1
  return (
    <div class="stack">
      <PageHead
        title={`Semua satuan kerja, ${view.tahun ?? ''}`}
        subtitle={`${ukuranNotes[view.ukuran]} Buka sebuah provinsi untuk melihat satuan kerjanya.`}
      >
        <ButtonLink href={viewUrl(view, '.csv')} download>
          Unduh CSV
        </ButtonLink>
      </PageHead>
      <WilayahFilters
        view={view}
        years={years}
        action={`${wilayahUrl}/semua`}
        clear={clearOf(view, '/semua')}
      />
      <UkuranTabs view={view} page="/semua" />
      {[...groups].map(([provinsi, group]) => (
        <ProvinceTable
          group={group}
          capaian={byProvince.get(provinsi) ?? capaianOf([])}
          areas={areasIn(parts)}
          view={view}
          highest={highest}
        />
      ))}
    </div>
  )
}

type ProvinceProps = {
  group: readonly HeatLine[]
  capaian: ReturnType<typeof capaianOf>
  areas: readonly number[]
  view: Offices['view']
  /** the darkest figure, the same for all provinces */
  highest: number
}

const ProvinceTable = ({ group, capaian, areas, view, highest }: ProvinceProps) => {
  const [head] = group
  const planned = group.filter(({ semua }) => semua.kewajiban > 0)
  return (
    <details>
      <summary>
        <b>{head?.nama ?? ''}</b>: {persen(shareDone(capaian))} selesai, {count(capaian.terlambat)}{' '}
        terlambat{' '}
        <span class="muted small">
          ({count(planned.length)} dari {count(group.length)} satuan kerja berencana)
        </span>
      </summary>
      <HeatTable
        title={capaianSentence(capaian)}
        rowHead="Satuan kerja"
        columns={['Semua', ...areas.map(areaName)]}
        domain={[0, highest]}
        rows={sortLines(group, view).map((line) => ({
          label: line.nama,
          href: officeUrl(line.kode, view.tahun ?? undefined),
          cells: ['semua', ...areas.map(String)].map((column) =>
            heatCell(line, column, view.ukuran),
          ),
        }))}
      />
    </details>
  )
}
