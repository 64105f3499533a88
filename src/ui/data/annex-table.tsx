import type { Child } from 'hono/jsx'

export type AnnexColumn = {
  label: string
  /** A head over neighbouring columns of the same group. */
  group?: string | undefined
  /** `mark` for a tick, `number`, `short` for a few words; the others share what is left. */
  size?: 'mark' | 'number' | 'short' | undefined
}

/** A band across the table, or one cell a column; null carries on the cell above it. */
export type AnnexRow =
  | { band: Child; level?: 1 | 2 | undefined }
  | { cells: readonly (Child | null)[] }

export type AnnexTableProps = {
  caption: string
  columns: readonly AnnexColumn[]
  rows: readonly AnnexRow[]
}

/** A ruled table as the annex of a decree has it, for paper; its head stands on every page. */
export const AnnexTable = ({ caption, columns, rows }: AnnexTableProps) => (
  <section class="annex-scroll" aria-label={caption} tabindex={0}>
    <table class="annex">
      <caption class="visually-hidden">{caption}</caption>
      <colgroup>
        {columns.map(({ size }) => (
          <col data-size={size} />
        ))}
      </colgroup>
      <Head columns={columns} />
      <tbody>
        {rows.map((row) =>
          'band' in row ? (
            <tr class="annex-band" data-level={row.level ?? 1}>
              <th scope="colgroup" colspan={columns.length}>
                {row.band}
              </th>
            </tr>
          ) : (
            <tr>
              {row.cells.map((cell, index) => (
                <td
                  data-size={columns[index]?.size}
                  data-continued={cell === null ? '' : undefined}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  </section>
)

const Head = ({ columns }: Pick<AnnexTableProps, 'columns'>) => {
  const grouped = columns.filter(({ group }) => group !== undefined)
  const upper = columns.filter(
    ({ group }, index) => group === undefined || group !== columns[index - 1]?.group,
  )
  if (grouped.length === 0)
    return (
      <thead>
        <tr>
          {columns.map(({ label }) => (
            <th scope="col">{label}</th>
          ))}
        </tr>
      </thead>
    )
  return (
    <thead>
      <tr>
        {upper.map(({ label, group }) =>
          group === undefined ? (
            <th scope="col" rowspan={2}>
              {label}
            </th>
          ) : (
            <th scope="colgroup" colspan={grouped.filter((one) => one.group === group).length}>
              {group}
            </th>
          ),
        )}
      </tr>
      <tr>
        {grouped.map(({ label }) => (
          <th scope="col">{label}</th>
        ))}
      </tr>
    </thead>
  )
}

/** A list inside a cell: nothing for none, the words alone for one. */
export const AnnexList = ({ items }: { items: readonly string[] }) =>
  items.length < 2 ? (
    <>{items[0] ?? ''}</>
  ) : (
    <ol>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ol>
  )
