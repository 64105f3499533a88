type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/**
 * `<edit-grid>`: arrows move between cells; Enter, F2 or typing edits; Enter again keeps and goes
 * down, Shift+Enter breaks the line; Escape puts back what stood there.
 */
class EditGrid extends HTMLElement {
  #before = ''

  connectedCallback() {
    this.addEventListener('keydown', (event) => this.#onKey(event))
    this.addEventListener('focusin', ({ target }) => {
      if (isControl(target)) this.#arrive(target)
    })
    this.addEventListener('focusout', ({ target }) => {
      if (isControl(target)) delete target.dataset['editing']
    })
    this.addEventListener('pointerup', ({ target }) => {
      if (isControl(target)) target.dataset['editing'] = ''
    })
    this.addEventListener('input', ({ target }) => {
      if (isControl(target)) markChanged(target)
    })
  }

  #arrive(control: Control) {
    this.#before = control.value
    if (!(control instanceof HTMLSelectElement)) control.select()
  }

  #onKey(event: KeyboardEvent) {
    const { target, key } = event
    if (!isControl(target) || event.altKey || event.metaKey) return
    if ('editing' in target.dataset) return this.#whileEditing(event, target)
    const step = steps[key]
    if (step) {
      event.preventDefault()
      this.#move(target, step[0], step[1])
    } else if (key === 'Enter' || key === 'F2') {
      event.preventDefault()
      startEditing(target)
    } else if ((key.length === 1 && !event.ctrlKey) || key === 'Backspace' || key === 'Delete') {
      if (!isTick(target)) target.dataset['editing'] = ''
    }
  }

  #whileEditing(event: KeyboardEvent, control: Control) {
    if (event.key === 'Escape') {
      event.preventDefault()
      control.value = this.#before
      markChanged(control)
      stopEditing(control)
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      stopEditing(control)
      this.#move(control, 1, 0)
    } else if (event.key === 'F2') {
      stopEditing(control)
    }
  }

  #move(control: Control, down: number, right: number) {
    const cell = control.closest('td')
    const row = cell?.closest('tr')
    if (!cell || !row) return
    const rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')]
    const next = rows[rows.indexOf(row) + down]?.cells[cell.cellIndex + right]
    next?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement

const isTick = (control: Control): control is HTMLInputElement => control.type === 'checkbox'

const startEditing = (control: Control) => {
  if (isTick(control)) return control.click()
  control.dataset['editing'] = ''
  if (control instanceof HTMLSelectElement) return
  control.setSelectionRange(control.value.length, control.value.length)
}

const stopEditing = (control: Control) => {
  delete control.dataset['editing']
  if (!(control instanceof HTMLSelectElement)) control.select()
}

const markChanged = (control: Control) => {
  const original =
    control instanceof HTMLSelectElement
      ? [...control.options].find((option) => option.defaultSelected)?.value
      : control.defaultValue
  control.toggleAttribute('data-changed', control.value !== (original ?? ''))
}

customElements.define('edit-grid', EditGrid)
