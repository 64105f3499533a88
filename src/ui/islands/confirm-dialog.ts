/** `<confirm-dialog>`: opens its dialog instead of following the link to the page that asks. */
class ConfirmDialog extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector('a')
    const dialog = this.querySelector('dialog')
    if (!link || !dialog) return
    link.setAttribute('role', 'button')
    link.setAttribute('aria-haspopup', 'dialog')
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      dialog.showModal()
    })
    link.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return
      event.preventDefault()
      dialog.showModal()
    })
  }
}

customElements.define('confirm-dialog', ConfirmDialog)
