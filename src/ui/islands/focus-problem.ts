/** `<focus-problem>`: the summary of problems takes the focus, and its links lead into the fields. */
class FocusProblem extends HTMLElement {
  connectedCallback() {
    const summary = this.firstElementChild
    if (!(summary instanceof HTMLElement)) return
    document.title = `Masalah: ${document.title.replace(/^Masalah: /, '')}`
    summary.focus()
    this.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
      if (!field) return
      event.preventDefault()
      field.scrollIntoView({ block: 'center' })
      field.focus({ preventScroll: true })
    })
  }
}

customElements.define('focus-problem', FocusProblem)
