import type { Child } from 'hono/jsx'
import { KeyHints } from './key-hints.tsx'
import { monthCells } from './month-cells.ts'
import type { MarkState } from './status-mark.tsx'

export type GridMonth = { label: string; short: string; current?: boolean | undefined }

export type GridCell = {
  state: MarkState
  /** Whole sentence for the ear: "Februari: selesai 12 Februari 2026". */
  label: string
  /** Opens a page; or give `post` to change something; or neither for a plain mark. */
  href?: string | undefined
  post?: { action: string; name?: string | undefined; value?: string | undefined } | undefined
}

export type GridRow = {
  id: string
  title: Child
  detail?: Child
  href?: string | undefined
  /** One for each of `extra`. */
  extra?: readonly Child[] | undefined
  /** One for each month; null where nothing is planned. */
  cells: readonly (GridCell | null)[]
}

export type GridSection = {
  title: string
  /** 1 for the upper group, 2 for the group inside it. */
  level?: 1 | 2 | undefined
  rows: readonly GridRow[]
}

export type MonthGridProps = {
  id: string
  caption: string
  rowHead: string
  months: readonly GridMonth[]
  /** Heads of the columns between title and months. */
  extra?: readonly string[] | undefined
  sections: readonly GridSection[]
  /** On paper: `marks` ticks every planned month, as an annex does; `states` keeps the shapes. */
  print?: 'marks' | 'states' | undefined
}

/** Rows by months: the table of a year's plan. See islands/month-grid.ts for its keys. */
export const MonthGrid = (props: MonthGridProps) => {
  const { id, caption, rowHead, months, extra = [], sections, print = 'states' } = props
  const width = 1 + extra.length + months.length
  return (
    <month-grid class="month-grid" data-print={print}>
      <PhoneSwitch id={id} />
      <form id={`${id}-form`} method="post" hidden></form>
      <section class="month-grid-scroll" aria-label={caption}>
        <table id={id}>
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{rowHead}</th>
              {extra.map((head) => (
                <th scope="col" class="extra">
                  {head}
                </th>
              ))}
              {months.map((month) => (
                <th scope="col" class="month" data-now={month.current ? '' : undefined}>
                  <abbr title={month.label}>{month.short}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          {sections.map((section, index) => (
            <tbody data-now={isSectionDue(sections, index, months) ? '' : undefined}>
              <tr class="section" data-level={section.level ?? 1}>
                <th scope="rowgroup" colspan={width}>
                  <span>{section.title}</span>
                </th>
              </tr>
              {section.rows.map((row) => (
                <Row row={row} months={months} extra={extra} form={`${id}-form`} />
              ))}
            </tbody>
          ))}
        </table>
      </section>
      <p class="month-grid-none">
        Tidak ada yang jatuh pada bulan ini dan tidak ada yang terlambat.
      </p>
      <KeyHints hints={keys} />
    </month-grid>
  )
}

const keys = [
  { keys: '← ↑ ↓ →', does: 'berpindah' },
  { keys: 'Home End', does: 'ujung baris' },
  { keys: 'Spasi', does: 'membuka' },
  { keys: 'huruf', does: 'mencari baris' },
]

/** Whether the row asks for something now: a cell in the current month, or one that is late. */
const isDue = (row: GridRow, months: readonly GridMonth[]) =>
  row.cells.some((cell, index) => cell && (months[index]?.current || cell.state === 'late'))

/** An upper section also when one of the sections inside it does. */
const isSectionDue = (
  sections: readonly GridSection[],
  index: number,
  months: readonly GridMonth[],
) => {
  const level = sections[index]?.level ?? 1
  const after = sections.slice(index + 1)
  const end = after.findIndex((section) => (section.level ?? 1) <= level)
  const inside = end === -1 ? after : after.slice(0, end)
  return [...sections.slice(index, index + 1), ...inside].some(({ rows }) =>
    rows.some((row) => isDue(row, months)),
  )
}

const PhoneSwitch = ({ id }: { id: string }) => (
  <label class="month-grid-switch">
    <input type="checkbox" id={`${id}-semua`} /> Tampilkan semua baris, bukan hanya bulan ini
  </label>
)

type RowProps = {
  row: GridRow
  months: readonly GridMonth[]
  extra: readonly string[]
  form: string
}

const Row = ({ row, months, extra, form }: RowProps) => (
  <tr id={row.id} data-now={isDue(row, months) ? '' : undefined}>
    <th scope="row">
      {row.href ? <a href={row.href}>{row.title}</a> : row.title}
      {row.detail ? <small>{row.detail}</small> : null}
    </th>
    {extra.map((head, index) => (
      <td class="extra" data-label={head}>
        {row.extra?.[index]}
      </td>
    ))}
    {monthCells(row.cells, months, form)}
  </tr>
)
