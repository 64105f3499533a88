import { Empty } from '#ui/data/empty.tsx'
import { Figures } from '#ui/data/figures.tsx'
import { Filters } from '#ui/data/filters.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { Select } from '#ui/form/select.tsx'
import { targetOf } from '../indikator.ts'
import {
  indikatorStateLabels,
  indikatorStateMarks,
  nilaiText,
  trendLabels,
  trendMarks,
} from '../indikator-labels.ts'
import { indikatorLabels, shorten, titleOf } from '../labels.ts'
import type { IndikatorListPage, IndikatorRow } from '../queries/indikator.ts'
import { planUrl, withQuery } from '../urls.ts'

/** The success indicators of a plan: target, achievement, and the way since last year. */
export const IndikatorListView = ({ page }: { page: IndikatorListPage }) => {
  const { tree, filter, rows, figures } = page
  if (figures.indikator === 0)
    return (
      <Empty
        title="Rencana ini belum punya indikator"
        actions={<a href={planUrl(tree.id, 'pohon')}>Buka pohon butir</a>}
      >
        Indikator keberhasilan ditulis pada butirnya: buka butir, lalu ubah atau usulkan perubahan.
      </Empty>
    )
  return (
    <>
      <Figures items={figureItems(page)} />
      <IndikatorFilters page={page} />
      {rows.length === 0 ? (
        <Empty title="Tidak ada indikator yang cocok">Longgarkan saringan di atas.</Empty>
      ) : (
        <Indikator page={page} />
      )}
      <Pager
        page={filter.page}
        pages={page.pages}
        total={page.total}
        noun="indikator"
        href={(n) =>
          withQuery(planUrl(tree.id, 'indikator'), {
            area: filter.area,
            keadaan: filter.keadaan,
            halaman: n,
          })
        }
      />
    </>
  )
}

function figureItems({ tree, figures }: IndikatorListPage) {
  const { indikator, measured, reached, better, worse } = figures
  const url = planUrl(tree.id, 'indikator')
  return [
    {
      label: 'Sudah diukur',
      value: measured,
      unit: `dari ${indikator} indikator`,
      share: measured / indikator,
    },
    {
      label: 'Belum diukur',
      value: indikator - measured,
      href: withQuery(url, { keadaan: 'unmeasured' }),
    },
    { label: 'Mencapai target', value: reached, unit: `dari ${measured} yang diukur` },
    {
      label: `Dibanding ${tree.tahun - 1}`,
      value: better,
      unit: 'membaik',
      note: worse === 0 ? 'tidak ada yang memburuk' : `${worse} memburuk`,
      ...(worse > 0 ? { tone: 'late' as const } : {}),
    },
  ]
}

const IndikatorFilters = ({ page: { tree, filter } }: { page: IndikatorListPage }) => (
  <Filters
    action={planUrl(tree.id, 'indikator')}
    clear={planUrl(tree.id, 'indikator')}
    active={[filter.area, filter.keadaan].filter(Boolean).length}
  >
    <Select
      name="area"
      label="Area"
      placeholder="Semua area"
      value={filter.area}
      options={tree.area.map((area) => ({ value: area.id, label: shorten(titleOf(area), 60) }))}
    />
    <Select
      name="keadaan"
      label="Keadaan"
      placeholder="Semua keadaan"
      value={filter.keadaan}
      options={Object.entries(indikatorStateLabels).map(([value, label]) => ({ value, label }))}
    />
  </Filters>
)

const Indikator = ({ page: { tree, rows } }: { page: IndikatorListPage }) => (
  <Table<IndikatorRow>
    caption="Indikator keberhasilan"
    captionHidden
    columns={[
      {
        key: 'teks',
        label: 'Indikator',
        main: true,
        cell: ({ indikator }) => shorten(indikator.teks, 160),
      },
      {
        key: 'jenis',
        label: 'Jenis',
        cell: ({ indikator }) => indikatorLabels[indikator.jenis],
        phone: 'hide',
      },
      {
        key: 'target',
        label: 'Target',
        align: 'end',
        cell: ({ indikator }) => nilaiText(indikator, targetOf(indikator)),
      },
      {
        key: 'capaian',
        label: 'Capaian',
        align: 'end',
        cell: ({ indikator, capaian }) => nilaiText(indikator, capaian),
      },
      {
        key: 'keadaan',
        label: 'Keadaan',
        cell: ({ state }) => (
          <StatusMark state={indikatorStateMarks[state]} label={indikatorStateLabels[state]} />
        ),
      },
      {
        key: 'lalu',
        label: `Dibanding ${tree.tahun - 1}`,
        cell: ({ indikator, tahunLalu, trend }) =>
          trend === 'unknown' ? (
            <span class="muted">{nilaiText(indikator, tahunLalu.nilai)}</span>
          ) : (
            <StatusMark
              state={trendMarks[trend]}
              label={`${trendLabels[trend]} ${trend === 'equal' ? 'dengan' : 'dari'} ${nilaiText(indikator, tahunLalu.nilai)}`}
            />
          ),
      },
    ]}
    rows={rows}
    rowHref={({ indikator }) => planUrl(tree.id, 'indikator', indikator.id)}
  />
)
