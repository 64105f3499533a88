import { raw } from 'hono/html'
import type { GridCell, GridMonth } from './month-grid.tsx'
import type { MarkState } from './status-mark.tsx'

/**
 * The cells of one row as text. A plan has a thousand of them, and as elements they cost more than
 * reading the plan (ADR 0015); whatever comes from a person is escaped here.
 */
export const monthCells = (
  cells: readonly (GridCell | null)[],
  months: readonly GridMonth[],
  form: string,
) =>
  raw(
    months
      .map(({ short, current }, index) => {
        const now = current ? ' data-now=""' : ''
        return `<td class="month"${now} data-label="${escaped(short)}">${cellText(cells[index] ?? null, form)}</td>`
      })
      .join(''),
  )

function cellText(cell: GridCell | null, form: string): string {
  if (!cell) return ''
  const { state, href, post } = cell
  const label = escaped(cell.label)
  if (post) {
    const name = attribute('name', post.name) + attribute('value', post.value)
    return `<button class="cell" form="${escaped(form)}" formaction="${escaped(post.action)}"${name} aria-label="${label}" title="${label}">${marks[state]}</button>`
  }
  if (href !== undefined)
    return `<a class="cell" href="${escaped(href)}" aria-label="${label}" title="${label}">${marks[state]}</a>`
  return `<span class="cell" title="${label}">${marks[state]}<span class="visually-hidden">${label}</span></span>`
}

const attribute = (name: string, value: string | undefined) =>
  value === undefined ? '' : ` ${name}="${escaped(value)}"`

const mark = (state: MarkState) => `<i class="mark" data-state="${state}" aria-hidden="true"></i>`

/** The shape of each state, as `Mark` draws it. */
const marks: Readonly<Record<MarkState, string>> = {
  planned: mark('planned'),
  running: mark('running'),
  done: mark('done'),
  late: mark('late'),
  waived: mark('waived'),
  stopped: mark('stopped'),
  neutral: mark('neutral'),
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char] ?? char)
