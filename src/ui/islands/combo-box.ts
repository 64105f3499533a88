const most = 60

/** `<combo-box>`: a select with many options becomes a box to type in; the select still sends. */
class ComboBox extends HTMLElement {
  #select: HTMLSelectElement | null = null
  #input = document.createElement('input')
  #list = document.createElement('ul')
  #active = -1

  connectedCallback() {
    const select = this.querySelector('select')
    if (!select || this.#select) return
    this.#select = select
    this.#build(select)
    this.append(this.#input, this.#list)
    this.#showChosen()
    this.#input.addEventListener('input', () => this.#open())
    this.#input.addEventListener('click', () => this.#open(''))
    this.#input.addEventListener('keydown', (event) => this.#onKey(event))
    this.#input.addEventListener('blur', () => this.#leave())
    this.#list.addEventListener('pointerdown', (event) => {
      event.preventDefault()
      const item = event.target instanceof Element ? event.target.closest('li') : null
      if (item?.dataset['value'] !== undefined) this.#choose(item.dataset['value'])
    })
    select.addEventListener('change', () => this.#showChosen())
    select.form?.addEventListener('reset', () => setTimeout(() => this.#showChosen()))
  }

  #build(select: HTMLSelectElement) {
    const id = select.id
    select.id = `${id}-pilihan`
    select.hidden = true
    this.#list.id = `${id}-daftar`
    this.#list.className = 'combobox-list'
    this.#list.setAttribute('role', 'listbox')
    this.#list.hidden = true
    this.#input.id = id
    this.#input.className = 'input'
    this.#input.autocomplete = 'off'
    this.#input.setAttribute('role', 'combobox')
    this.#input.setAttribute('aria-autocomplete', 'list')
    this.#input.setAttribute('aria-controls', this.#list.id)
    this.#input.setAttribute('aria-expanded', 'false')
    for (const name of ['aria-describedby', 'aria-invalid']) {
      const value = select.getAttribute(name)
      if (value) this.#input.setAttribute(name, value)
    }
    const label = this.closest('.field')?.querySelector('label')?.textContent
    if (label) this.#list.setAttribute('aria-label', label)
  }

  #open(text = this.#input.value) {
    const wanted = plain(text).split(/\s+/)
    const options = [...(this.#select?.options ?? [])].filter(
      ({ value, label }) => value && wanted.every((word) => plain(label).includes(word)),
    )
    const items = options.slice(0, most).map((option, index) => this.#item(option, index))
    if (options.length !== items.length || items.length === 0) items.push(rest(options.length))
    this.#list.replaceChildren(...items)
    this.#list.hidden = false
    this.#input.setAttribute('aria-expanded', 'true')
    this.#activate(text && options.length > 0 ? 0 : -1)
  }

  #item({ value, label }: HTMLOptionElement, index: number) {
    const item = document.createElement('li')
    item.id = `${this.#list.id}-${index}`
    item.setAttribute('role', 'option')
    item.dataset['value'] = value
    item.textContent = label
    return item
  }

  #onKey(event: KeyboardEvent) {
    const count = this.#list.querySelectorAll('[data-value]').length
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (this.#list.hidden) return this.#open('')
      const step = event.key === 'ArrowDown' ? 1 : -1
      this.#activate((this.#active + step + count) % count)
    } else if (event.key === 'Enter' && !this.#list.hidden) {
      event.preventDefault()
      const item = this.#list.querySelectorAll<HTMLElement>('[data-value]')[this.#active]
      if (item) this.#choose(item.dataset['value'] ?? '')
    } else if (event.key === 'Escape' && !this.#list.hidden) {
      event.preventDefault()
      this.#close()
      this.#showChosen()
    }
  }

  #activate(index: number) {
    this.#active = index
    const items = [...this.#list.querySelectorAll<HTMLElement>('[data-value]')]
    for (const [at, item] of items.entries()) {
      item.setAttribute('aria-selected', String(at === index))
    }
    items[index]?.scrollIntoView({ block: 'nearest' })
    this.#input.setAttribute('aria-activedescendant', items[index]?.id ?? '')
  }

  #choose(value: string) {
    if (!this.#select) return
    this.#select.value = value
    this.#select.dispatchEvent(new Event('input', { bubbles: true }))
    this.#select.dispatchEvent(new Event('change', { bubbles: true }))
    this.#close()
  }

  #leave() {
    this.#close()
    if (this.#input.value === '' && this.#select?.value) this.#choose('')
    else this.#showChosen()
  }

  #close() {
    this.#list.hidden = true
    this.#input.setAttribute('aria-expanded', 'false')
    this.#input.removeAttribute('aria-activedescendant')
  }

  #showChosen() {
    const option = this.#select?.selectedOptions[0]
    this.#input.value = option?.value ? option.label : ''
    this.#input.placeholder = option && !option.value ? option.label : ''
  }
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const rest = (found: number) => {
  const item = document.createElement('li')
  item.setAttribute('role', 'option')
  item.setAttribute('aria-disabled', 'true')
  item.textContent =
    found === 0 ? 'Tidak ada yang cocok' : `Masih ada ${found - most} lagi, ketik lebih lengkap`
  return item
}

customElements.define('combo-box', ComboBox)
