import { monthName } from '#platform/date.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Figures } from '#ui/data/figures.tsx'
import { Filters } from '#ui/data/filters.tsx'
import { type GridRow, type GridSection, MonthGrid } from '#ui/data/month-grid.tsx'
import { monthsOfYear } from '#ui/data/months.ts'
import { Legend, StatusMark } from '#ui/data/status-mark.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { Select } from '#ui/form/select.tsx'
import {
  butirState,
  figuresOf,
  type GridFilter,
  isEmptyFilter,
  monthIn,
  narrow,
  type PlanFigures,
} from '../figures.ts'
import { butirTitle, selLabels, selMarks, selSentence, shorten, titleOf } from '../labels.ts'
import { type SelState, selStateOf } from '../sel.ts'
import { type ButirPlace, placesOf, type RencanaTree } from '../tree.ts'
import { planUrl, withQuery } from '../urls.ts'

export type MonthProps = { tree: RencanaTree; today: string; filter: GridFilter; canEdit: boolean }

/** The month grid of a plan with its four figures. */
export const MonthView = ({ tree, today, filter, canEdit }: MonthProps) => {
  const places = placesOf(tree)
  const shown = narrow(places, filter, today)
  const current = today.startsWith(`${tree.tahun}-`) ? monthIn(tree.tahun, today) : undefined
  if (places.length === 0) return <EmptyPlan id={tree.id} canEdit={canEdit} />
  return (
    <>
      <Figures items={figureItems(figuresOf(places, tree.tahun, today), tree.id)} />
      <GridFilters tree={tree} places={places} filter={filter} />
      <Legend items={legend} />
      {shown.length === 0 ? (
        <Empty title="Tidak ada butir yang cocok">Longgarkan saringan di atas.</Empty>
      ) : (
        <MonthGrid
          id="bulan"
          caption={`Kewajiban per bulan, ${tree.judul}`}
          rowHead="Butir dan indikator"
          months={monthsOfYear(current)}
          extra={['Penanggung jawab', 'Keadaan']}
          sections={sectionsOf(shown, tree.id, today)}
        />
      )}
    </>
  )
}

const legend = (['planned', 'in_progress', 'done', 'late', 'waived'] as const).map((state) => ({
  state: selMarks[state],
  label: selLabels[state],
}))

const EmptyPlan = ({ id, canEdit }: { id: string; canEdit: boolean }) => (
  <Empty
    title="Rencana ini masih kosong"
    actions={
      canEdit ? (
        <ButtonLink kind="main" href={planUrl(id, 'pohon')}>
          Susun rencana
        </ButtonLink>
      ) : undefined
    }
  >
    Tambahkan area, kegiatan, dan butir, atau impor keputusan yang sudah ada.
  </Empty>
)

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`

function figureItems(figures: PlanFigures, id: string) {
  const { kewajiban, selesai, terlambat, tepatWaktu, selesaiAtauTerlambat, tanpaPenanggungJawab } =
    figures
  const until =
    figures.sampaiBulan === 0 ? '(belum mulai)' : `sampai ${monthName(figures.sampaiBulan)}`
  return [
    {
      label: `Selesai ${until}`,
      value: selesai,
      unit: `dari ${kewajiban}`,
      ...(kewajiban > 0 ? { share: selesai / kewajiban } : {}),
    },
    {
      label: 'Terlambat',
      value: terlambat,
      note: terlambat === 0 ? 'tidak ada yang lewat jatuh tempo' : 'lewat jatuh tempo',
      ...(terlambat > 0 ? { tone: 'late' as const } : {}),
      href: withQuery(planUrl(id), { keadaan: 'late' }),
    },
    {
      label: 'Selesai tepat waktu',
      value: percent(tepatWaktu, selesaiAtauTerlambat),
      note: `${tepatWaktu} dari ${selesaiAtauTerlambat} yang selesai atau terlambat`,
    },
    {
      label: 'Tanpa penanggung jawab',
      value: tanpaPenanggungJawab,
      unit: 'butir',
      href: withQuery(planUrl(id), { orang: '-' }),
    },
  ]
}

type FiltersOf = { tree: RencanaTree; places: readonly ButirPlace[]; filter: GridFilter }

const GridFilters = ({ tree, places, filter }: FiltersOf) => (
  <Filters
    action={planUrl(tree.id)}
    clear={planUrl(tree.id)}
    active={isEmptyFilter(filter) ? 0 : Object.values(filter).filter(Boolean).length}
  >
    <Select
      name="area"
      label="Area"
      placeholder="Semua area"
      value={filter.area}
      options={tree.area.map((area) => ({ value: area.id, label: shorten(titleOf(area), 60) }))}
    />
    <Select
      name="orang"
      label="Penanggung jawab"
      placeholder="Semua orang dan unit"
      value={filter.orang}
      options={[{ value: '-', label: 'Belum ada' }, ...ownersIn(places)]}
    />
    <Select
      name="keadaan"
      label="Keadaan"
      placeholder="Semua keadaan"
      value={filter.keadaan}
      options={Object.entries(selLabels).map(([value, label]) => ({ value, label }))}
    />
  </Filters>
)

function ownersIn(places: readonly ButirPlace[]) {
  const owners = places.flatMap(({ butir }) => [butir.penanggungJawab, butir.unit])
  const byId = new Map(owners.flatMap((owner) => (owner ? [[owner.id, owner.nama]] : [])))
  return [...byId]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'id'))
}

/** Sections of the grid: an area, then each of its kegiatan with its butir. */
export function sectionsOf(
  places: readonly ButirPlace[],
  rencanaId: string,
  today: string,
): GridSection[] {
  return [...Map.groupBy(places, ({ area }) => area)].flatMap(([area, inArea]) => [
    { title: titleOf(area), level: 1 as const, rows: [] },
    ...[...Map.groupBy(inArea, ({ kegiatan }) => kegiatan)].map(([kegiatan, rows]) => ({
      title: titleOf(kegiatan),
      level: 2 as const,
      rows: rows.map((place) => rowOf(place, rencanaId, today)),
    })),
  ])
}

const longestTitle = 160

function rowOf({ butir }: ButirPlace, rencanaId: string, today: string): GridRow {
  const [first, ...others] = butir.indikator
  const more = others.length > 0 ? ` (+${others.length} indikator)` : ''
  const { state, selesai, jumlah, terlambat } = butirState(butir, today)
  const summary = jumlah === 0 ? selLabels[state] : `${selesai} dari ${jumlah}`
  return {
    id: `b-${butir.id}`,
    href: planUrl(rencanaId, 'butir', butir.id),
    title: (
      <>
        {shorten(butirTitle(butir), longestTitle)}
        {butir.prioritas ? <Tag tone="brand">Prioritas</Tag> : null}
      </>
    ),
    detail: first ? `${shorten(first.teks, 120)}${more}` : undefined,
    extra: [
      butir.penanggungJawab?.nama ?? butir.unit?.nama ?? <span class="muted">Belum ada</span>,
      butir.sel.length === 0 ? (
        <span class="muted">Tanpa jadwal</span>
      ) : (
        <StatusMark
          state={selMarks[state]}
          label={terlambat > 0 ? `${terlambat} terlambat` : summary}
        />
      ),
    ],
    cells: Array.from({ length: 12 }, (_, index) => {
      const sel = butir.sel.find(({ bulan }) => bulan === index + 1)
      if (!sel) return null
      const cellState: SelState = selStateOf(sel, today)
      return {
        state: selMarks[cellState],
        label: selSentence(sel, cellState),
        href: planUrl(rencanaId, 'sel', butir.id, sel.bulan),
      }
    }),
  }
}
