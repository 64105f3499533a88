/**
 * `<filter-auto-submit>`: applies at once what is chosen by pointer, and keeps empty filters out of
 * the address. By keyboard a select changes at every arrow, so there the button applies it.
 */
class FilterAutoSubmit extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    let byPointer = false
    form.addEventListener('pointerdown', () => (byPointer = true))
    form.addEventListener('keydown', () => (byPointer = false))
    form.addEventListener('change', ({ target }) => {
      if (byPointer && !isText(target)) form.requestSubmit()
    })
    form.addEventListener('formdata', ({ formData }) => {
      for (const name of new Set(formData.keys())) {
        const values = formData.getAll(name).filter((value) => value !== '')
        formData.delete(name)
        for (const value of values) formData.append(name, value)
      }
    })
  }
}

const isText = (target: EventTarget | null) =>
  target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type)

customElements.define('filter-auto-submit', FilterAutoSubmit)
