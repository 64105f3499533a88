import { ButtonLink } from '#ui/form/button.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { HeatTable } from '#ui/plot/heat-table.tsx'
import { areaName } from '../area.ts'
import { capaianSentence, count, figureText, ukuranNotes } from '../labels.ts'
import type { Offices } from '../queries/wilayah.ts'
import { capaianOf } from '../rekap.ts'
import { officeUrl, viewUrl, wilayahUrl } from '../urls.ts'
import { areasIn, cellOf, type HeatLine, heatLines, sortLines } from '../wilayah.ts'
import { clearOf, UkuranTabs, WilayahFilters } from './wilayah-filters.tsx'

/** All offices of the nation on one page, folded by province; those that have planned something stand open. */
export const OfficesView = ({ page }: { page: Offices }) => {
  const { view, years, places, parts } = page
  const areas = areasIn(parts)
  const lines = heatLines(places, parts)
  const groups = Map.groupBy(lines, ({ kode }) => kode.slice(0, 2))
  const highest = Math.max(1, ...lines.map(({ semua }) => semua.terlambat))
  return (
    <div class="stack">
      <PageHead
        title={`Semua satuan kerja, ${view.tahun ?? ''}`}
        subtitle={ukuranNotes[view.ukuran]}
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
      {[...groups.values()].map((group) => (
        <ProvinceTable
          group={group}
          areas={areas}
          view={view}
          domain={view.ukuran === 'terlambat' ? [0, highest] : [0, 1]}
        />
      ))}
    </div>
  )
}

type ProvinceProps = {
  group: readonly HeatLine[]
  areas: readonly number[]
  view: Offices['view']
  domain: readonly [number, number]
}

const ProvinceTable = ({ group, areas, view, domain }: ProvinceProps) => {
  const [head] = group
  const planned = group.filter(({ semua }) => semua.kewajiban > 0)
  const cell = (line: HeatLine, column: string) => {
    const value = cellOf(line, column, view.ukuran)
    return value === null ? { value } : { value, text: figureText(value, view.ukuran) }
  }
  return (
    <details open={planned.length > 0}>
      <summary>
        <b>{head?.nama ?? ''}</b>{' '}
        <span class="muted">
          {count(planned.length)} dari {count(group.length)} satuan kerja berencana
        </span>
      </summary>
      <HeatTable
        title={head?.nama ?? ''}
        note={capaianSentence(capaianOf([]))}
        rowHead="Satuan kerja"
        columns={['Semua', ...areas.map(areaName)]}
        domain={domain}
        rows={sortLines(group, view).map((line) => ({
          label: line.nama,
          href: officeUrl(line.kode, view.tahun ?? undefined),
          cells: [cell(line, 'semua'), ...areas.map((area) => cell(line, String(area)))],
        }))}
      />
    </details>
  )
}
