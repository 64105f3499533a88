/** `<live-figures data-src data-every>`: fetches its content again while the page is looked at. */
class LiveFigures extends HTMLElement {
  #timer = 0

  connectedCallback() {
    this.#timer = window.setInterval(
      () => void this.#refresh(),
      Number(this.dataset['every'] ?? 60) * 1000,
    )
  }

  disconnectedCallback() {
    clearInterval(this.#timer)
  }

  async #refresh() {
    if (document.hidden || this.contains(document.activeElement)) return
    const response = await fetch(this.dataset['src'] ?? '').catch(() => undefined)
    if (!response?.ok || response.redirected) return
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    this.replaceChildren(...page.body.childNodes)
  }
}

customElements.define('live-figures', LiveFigures)
