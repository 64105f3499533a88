import type { Child } from 'hono/jsx'

export type Sort = { href: string; direction?: 'ascending' | 'descending' | undefined }

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => Child
  /** The one cell that names the row; it becomes its head and, with rowHref, its link. */
  main?: boolean | undefined
  align?: 'end' | undefined
  width?: 'narrow' | undefined
  sort?: Sort | undefined
  /** Left out of the card on a phone. */
  phone?: 'hide' | undefined
}

export type TableProps<Row> = {
  caption: string
  /** The caption stays for screen readers when a heading says the same. */
  captionHidden?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowHref?: ((row: Row) => string | undefined) | undefined
  rowId?: ((row: Row) => string) | undefined
  /** Cells of a closing row, by column key. */
  foot?: Readonly<Record<string, Child>> | undefined
}

/** Rows of one kind. On a phone each row becomes a card. */
export const Table = <Row,>(props: TableProps<Row>) => {
  const { caption, captionHidden, columns, rows, rowHref, rowId, foot } = props
  return (
    <div class="table-wrap">
      <table class="table" data-cards>
        <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>{columns.map((column) => headCell(column))}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr id={rowId?.(row)}>{columns.map((column) => bodyCell(column, row, rowHref))}</tr>
          ))}
        </tbody>
        {foot ? (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td data-align={column.align} data-label={column.main ? undefined : column.label}>
                  {foot[column.key]}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}

const arrows = { ascending: '↑', descending: '↓' }

const headCell = <Row,>({ label, align, width, sort }: Column<Row>) => (
  <th scope="col" data-align={align} data-width={width} aria-sort={sort?.direction}>
    {sort ? (
      <a href={sort.href}>
        {label} <span aria-hidden="true">{sort.direction ? arrows[sort.direction] : '↕'}</span>
      </a>
    ) : (
      label
    )}
  </th>
)

const bodyCell = <Row,>(column: Column<Row>, row: Row, rowHref: TableProps<Row>['rowHref']) => {
  const content = column.cell(row)
  if (!column.main) {
    return (
      <td
        data-label={column.label}
        data-align={column.align}
        data-width={column.width}
        data-phone={column.phone}
      >
        {content}
      </td>
    )
  }
  const href = rowHref?.(row)
  return (
    <th scope="row" data-width={column.width}>
      {href ? (
        <a class="row-link" href={href}>
          {content}
        </a>
      ) : (
        content
      )}
    </th>
  )
}
