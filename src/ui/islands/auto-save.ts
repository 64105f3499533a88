import { dropDraft, readDraft, settleDrafts, writeDraft } from './drafts.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const secret = new Set(['password', 'file', 'hidden', 'submit', 'button'])

/** `<auto-save data-key data-kept>`: nothing typed into its form is lost before it is received. */
class AutoSave extends HTMLElement {
  #timer = 0

  connectedCallback() {
    const form = this.querySelector('form')
    const key = this.dataset['key']
    if (!form || !key) return
    const store = this.dataset['kept'] === 'session' ? sessionStorage : localStorage
    const save = (sent: boolean) => {
      clearTimeout(this.#timer)
      writeDraft(store, key, { at: Date.now(), sent, fields: fieldsOf(form) })
    }
    this.#restore(form, key, store)
    form.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => save(false), 400)
    })
    form.addEventListener('submit', () => save(true))
    addEventListener('pagehide', () => {
      if (this.#timer && !readDraft(store, key)?.sent && this.isConnected) save(false)
    })
  }

  #restore(form: HTMLFormElement, key: string, store: Storage) {
    const draft = readDraft(store, key)
    // After a 422 the server has put back what was typed: the page is newer than the draft.
    if (!draft || document.getElementById('masalah')) return
    if (JSON.stringify(draft.fields) === JSON.stringify(fieldsOf(form))) return
    fill(form, draft.fields)
    const note = document.createElement('p')
    note.className = 'draft-note'
    note.setAttribute('role', 'status')
    const discard = document.createElement('button')
    discard.type = 'button'
    discard.className = 'button'
    discard.dataset['size'] = 'small'
    discard.textContent = 'Buang tulisan ini'
    discard.addEventListener('click', () => {
      dropDraft(store, key)
      form.reset()
      note.remove()
    })
    note.append('Tulisan Anda yang belum terkirim telah dipulihkan. ', discard)
    this.prepend(note)
  }
}

const controlsOf = (form: HTMLFormElement) =>
  ([...form.elements] as Control[]).filter(({ name, type }) => name && !secret.has(type))

const isTick = (control: Control): control is HTMLInputElement =>
  control.type === 'checkbox' || control.type === 'radio'

const fieldsOf = (form: HTMLFormElement) => {
  const fields: Record<string, string[]> = {}
  for (const control of controlsOf(form)) {
    const values = (fields[control.name] ??= [])
    if (!isTick(control) || control.checked) values.push(control.value)
  }
  return fields
}

const fill = (form: HTMLFormElement, fields: Record<string, string[]>) => {
  const seen = new Map<string, number>()
  for (const control of controlsOf(form)) {
    const values = fields[control.name]
    if (!values) continue
    if (isTick(control)) {
      control.checked = values.includes(control.value)
      continue
    }
    const index = seen.get(control.name) ?? 0
    seen.set(control.name, index + 1)
    control.value = values[index] ?? control.value
    control.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

settleDrafts()
customElements.define('auto-save', AutoSave)
