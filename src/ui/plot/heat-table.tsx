import { scaleQuantize } from 'd3-scale'

export type HeatCell = {
  value: number | null
  href?: string | undefined
  /** Shown instead of the formatted value. */
  text?: string | undefined
}

export type HeatRow = { label: string; href?: string | undefined; cells: readonly HeatCell[] }

export type HeatTableProps = {
  title: string
  note?: string | undefined
  rowHead: string
  columns: readonly string[]
  rows: readonly HeatRow[]
  /** Ends of the scale; of the values by default. */
  domain?: readonly [number, number] | undefined
  format?: ((value: number) => string) | undefined
}

const plain = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 })

/** A table whose cells are tinted by their value in five steps, with the number inside. */
export const HeatTable = (props: HeatTableProps) => {
  const { rows, columns, format = (value: number) => plain.format(value) } = props
  const values = rows.flatMap(({ cells }) => cells.flatMap(({ value }) => value ?? []))
  const domain = props.domain ?? [Math.min(...values), Math.max(...values)]
  const level = scaleQuantize(domain, [1, 2, 3, 4, 5])
  return (
    <figure class="plot">
      <figcaption>
        <b>{props.title}</b>
        {props.note ? <span class="muted small">{props.note}</span> : null}
      </figcaption>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls by keyboard */}
      <section class="table-scroll" tabindex={0} aria-label={props.title}>
        <table class="heat-table">
          <caption class="visually-hidden">{props.title}</caption>
          <thead>
            <tr>
              <th scope="col">{props.rowHead}</th>
              {columns.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</th>
                {row.cells.map((cell, index) =>
                  cell.value === null ? (
                    <td class="heat-none">{cell.text ?? '–'}</td>
                  ) : (
                    <td data-level={level(cell.value)}>
                      <Value
                        cell={cell}
                        text={cell.text ?? format(cell.value)}
                        name={`${row.label}, ${columns[index] ?? ''}`}
                      />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </figure>
  )
}

const Value = ({ cell, text, name }: { cell: HeatCell; text: string; name: string }) =>
  cell.href ? (
    <a href={cell.href}>
      {text}
      <span class="visually-hidden">, {name}</span>
    </a>
  ) : (
    <>{text}</>
  )
