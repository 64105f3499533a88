import type { Child } from 'hono/jsx'
import { KeyHints } from './key-hints.tsx'

export type EditOption = { value: string; label: string }

export type EditColumn = {
  key: string
  label: string
  kind?: 'text' | 'area' | 'select' | 'check' | undefined
  options?: readonly EditOption[] | undefined
  width?: 'narrow' | 'wide' | undefined
}

export type EditRow = {
  id: string
  /** Names the row: a number, a mark of confidence. */
  head: Child
  /** Spoken name of the row, for the labels of its cells. */
  name: string
  values: Readonly<Record<string, string | undefined>>
  problems?: Readonly<Record<string, string | undefined>> | undefined
  /** Draws the row as one to look at. */
  attention?: boolean | undefined
}

export type EditGridProps = {
  caption: string
  rowHead: string
  columns: readonly EditColumn[]
  rows: readonly EditRow[]
}

const keys = [
  { keys: '← ↑ ↓ →', does: 'berpindah' },
  { keys: 'Enter', does: 'mengubah, lalu menyimpan sel' },
  { keys: 'Shift Enter', does: 'baris baru' },
  { keys: 'Esc', does: 'mengembalikan' },
]

/**
 * A table of inputs for review by keyboard; stands inside a Form. Each input is named `rowId.key`.
 * Without script it is a plain form with Tab between its fields.
 */
export const EditGrid = ({ caption, rowHead, columns, rows }: EditGridProps) => (
  <edit-grid class="edit-grid">
    <table>
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{rowHead}</th>
          {columns.map((column) => (
            <th scope="col" data-width={column.width}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr id={row.id} data-attention={row.attention ? '' : undefined}>
            <th scope="row">{row.head}</th>
            {columns.map((column) => (
              <td data-label={column.label}>
                <Control row={row} column={column} />
                {row.problems?.[column.key] ? (
                  <span class="field-error" id={`${row.id}-${column.key}-masalah`}>
                    {row.problems[column.key]}
                  </span>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    <KeyHints hints={keys} />
  </edit-grid>
)

const Control = ({ row, column }: { row: EditRow; column: EditColumn }) => {
  const value = row.values[column.key] ?? ''
  const invalid = row.problems?.[column.key]
  const attributes = {
    id: `${row.id}-${column.key}`,
    name: `${row.id}.${column.key}`,
    'aria-label': `${column.label}, ${row.name}`,
    'aria-invalid': invalid ? ('true' as const) : undefined,
    'aria-describedby': invalid ? `${row.id}-${column.key}-masalah` : undefined,
  }
  if (column.kind === 'area') {
    return (
      <textarea {...attributes} rows={1}>
        {value}
      </textarea>
    )
  }
  if (column.kind === 'select') {
    return (
      <select {...attributes}>
        {(column.options ?? []).map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  if (column.kind === 'check') {
    return <input {...attributes} type="checkbox" value="ya" checked={value === 'ya'} />
  }
  return <input {...attributes} type="text" value={value} />
}
