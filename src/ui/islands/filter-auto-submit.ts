/** `<filter-auto-submit>`: applies a choice at once and keeps empty filters out of the address. */
class FilterAutoSubmit extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    this.dataset['auto'] = ''
    form.addEventListener('change', (event) => {
      const { target } = event
      if (target instanceof HTMLInputElement && ['text', 'search'].includes(target.type)) {
        if (!target.name) return
      }
      form.requestSubmit()
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

customElements.define('filter-auto-submit', FilterAutoSubmit)
