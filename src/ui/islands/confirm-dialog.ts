/** `<confirm-dialog>`: opens the dialog of its template instead of following its link. */
class ConfirmDialog extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector('a')
    if (!link) return
    link.setAttribute('role', 'button')
    link.setAttribute('aria-haspopup', 'dialog')
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      this.#ask(link)
    })
    link.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return
      event.preventDefault()
      this.#ask(link)
    })
  }

  #ask(link: HTMLElement) {
    const content = this.querySelector('template')?.content.cloneNode(true)
    if (!content) return
    document.body.append(content)
    const dialog = document.body.lastElementChild
    if (!(dialog instanceof HTMLDialogElement)) return
    dialog.addEventListener('close', () => {
      dialog.remove()
      link.focus()
    })
    dialog.showModal()
  }
}

customElements.define('confirm-dialog', ConfirmDialog)
