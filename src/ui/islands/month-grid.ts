const pageStep = 10
const typingPause = 700

/**
 * `<month-grid>`: one tab stop; arrows, Home, End (with Ctrl: whole table), Page Up and Down move,
 * Space and Enter open, letters (and a space among them) find a row. Follows the ARIA grid pattern.
 */
class MonthGrid extends HTMLElement {
  #typed = ''
  #typedAt = -typingPause

  connectedCallback() {
    const table = this.querySelector('table')
    if (!table) return
    table.setAttribute('role', 'grid')
    for (const target of this.#targets()) target.tabIndex = -1
    const first = this.#rows().find((row) => row.parentElement?.tagName === 'TBODY')
    const start = this.#remembered() ?? table.querySelector<HTMLElement>('td[data-now] .cell')
    const initial = start ?? (first?.cells[0] && targetOf(first.cells[0]))
    if (initial) initial.tabIndex = 0
    table.addEventListener('keydown', (event) => this.#onKey(event))
    table.addEventListener('focusin', ({ target }) => this.#settle(target))
    table.addEventListener('click', ({ target }) => this.#remember(target))
  }

  #onKey(event: KeyboardEvent) {
    if (event.altKey || event.metaKey) return
    const cell = event.target instanceof Element ? event.target.closest('th, td') : null
    if (!(cell instanceof HTMLTableCellElement)) return
    const rows = this.#rows()
    const row = rows.findIndex((candidate) => candidate.contains(cell))
    const next = destination(event, row, cell.cellIndex, rows.length - 1)
    if (next) {
      event.preventDefault()
      return this.#moveTo(rows, next.row, next.column)
    }
    const typing = performance.now() - this.#typedAt <= typingPause
    if (event.key === ' ' && typing) {
      event.preventDefault()
      return this.#find(event.key, rows, row, cell.cellIndex)
    }
    if (event.key === ' ' && event.target instanceof HTMLAnchorElement) {
      event.preventDefault()
      return event.target.click()
    }
    if (event.key.length === 1 && !event.ctrlKey && /[\p{L}\p{N}]/u.test(event.key)) {
      this.#find(event.key, rows, row, cell.cellIndex)
    }
  }

  #find(key: string, rows: HTMLTableRowElement[], row: number, column: number) {
    const now = performance.now()
    this.#typed = now - this.#typedAt > typingPause ? key : this.#typed + key
    this.#typedAt = now
    const wanted = this.#typed.toLowerCase()
    const from = this.#typed.length > 1 ? row : row + 1
    const found = [...rows.slice(from), ...rows.slice(0, from)].find((candidate) =>
      candidate.cells[0]?.innerText.trim().toLowerCase().startsWith(wanted),
    )
    if (found) this.#moveTo(rows, rows.indexOf(found), column)
  }

  #moveTo(rows: HTMLTableRowElement[], row: number, column: number) {
    const cells = rows[row]?.cells
    const cell = cells?.[Math.min(column, cells.length - 1)]
    if (cell) targetOf(cell).focus()
  }

  /** The focused cell becomes the one tab stop. */
  #settle(target: EventTarget | null) {
    if (!(target instanceof HTMLElement)) return
    for (const other of this.querySelectorAll<HTMLElement>('table [tabindex="0"]')) {
      other.tabIndex = -1
    }
    target.tabIndex = 0
  }

  /** Titles of sections are heads that are spoken with their rows; the arrows pass over them. */
  #rows() {
    return [...this.querySelectorAll<HTMLTableRowElement>('tr:not(.section)')].filter(
      (row) => row.offsetParent !== null,
    )
  }

  #targets() {
    return [...this.querySelectorAll<HTMLTableCellElement>('th, td')].map(targetOf)
  }

  /** A cell that is opened or posts leaves the page; keep the place for coming back. */
  #remember(target: EventTarget | null) {
    const opens = target instanceof Element && target.closest('a, button')
    const cell = opens ? opens.closest<HTMLTableCellElement>('th, td') : null
    const row = cell?.parentElement?.id
    if (row) sessionStorage.setItem(this.#place(), `${row} ${cell.cellIndex}`)
  }

  #remembered() {
    const [row, column] = (sessionStorage.getItem(this.#place()) ?? '').split(' ')
    sessionStorage.removeItem(this.#place())
    const element = row ? document.getElementById(row) : null
    const cell = element instanceof HTMLTableRowElement ? element.cells[Number(column)] : undefined
    if (!cell) return undefined
    // An address with a fragment takes the focus away when the page has loaded.
    const focus = () => requestAnimationFrame(() => targetOf(cell).focus())
    if (document.readyState === 'complete') focus()
    else addEventListener('load', focus, { once: true })
    return targetOf(cell)
  }

  #place() {
    return `sel:${location.pathname}`
  }
}

/** What takes the focus in a cell: its link or button, else the cell itself. */
const targetOf = (cell: HTMLTableCellElement): HTMLElement =>
  cell.querySelector<HTMLElement>('a, button') ?? cell

const destination = (
  { key, ctrlKey }: KeyboardEvent,
  row: number,
  column: number,
  last: number,
) => {
  const far = Number.MAX_SAFE_INTEGER
  const clamp = (wanted: number) => Math.max(0, Math.min(last, wanted))
  if (key === 'ArrowRight') return { row, column: column + 1 }
  if (key === 'ArrowLeft') return { row, column: Math.max(0, column - 1) }
  if (key === 'ArrowDown') return { row: clamp(row + 1), column }
  if (key === 'ArrowUp') return { row: clamp(row - 1), column }
  if (key === 'PageDown') return { row: clamp(row + pageStep), column }
  if (key === 'PageUp') return { row: clamp(row - pageStep), column }
  if (key === 'Home') return { row: ctrlKey ? 0 : row, column: 0 }
  if (key === 'End') return { row: ctrlKey ? last : row, column: far }
  return undefined
}

customElements.define('month-grid', MonthGrid)
