import { settleDrafts } from './drafts.ts'

const failed = 'Pengiriman terputus. Isian masih ada: periksa sambungan, lalu kirim lagi.'

/** `<upload-progress>`: sends the form inside it with a bar, then shows the answering page. */
class UploadProgress extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    form?.addEventListener('submit', (event) => {
      if (event.defaultPrevented || !hasFiles(form)) return
      event.preventDefault()
      this.#send(form, event.submitter)
    })
  }

  #send(form: HTMLFormElement, submitter: HTMLElement | null) {
    const { note, bar, text, stop } = showNote(form)
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.responseType = 'document'
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      bar.max = total
      bar.value = loaded
      text.textContent = loaded < total ? `${Math.floor((100 * loaded) / total)}%` : 'Menyimpan …'
    })
    const fail = () => {
      note.replaceChildren(failed)
      setDisabled(form, false)
    }
    request.addEventListener('error', fail)
    request.addEventListener('abort', () => {
      note.remove()
      setDisabled(form, false)
    })
    request.addEventListener('load', () => {
      const page: Document | null = request.response
      if (!page) return fail()
      history.pushState(null, '', request.responseURL)
      document.documentElement.replaceWith(document.adoptNode(page.documentElement))
      scrollTo(0, 0)
      settleDrafts()
    })
    stop.addEventListener('click', () => request.abort())
    request.send(new FormData(form, submitter))
    setDisabled(form, true)
  }
}

// Leaving with the back button must load the page before, not the one we put in its place.
addEventListener('popstate', () => location.reload())

const hasFiles = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLInputElement>('input[type=file]')].some(
    ({ files }) => files !== null && files.length > 0,
  )

const setDisabled = (form: HTMLFormElement, disabled: boolean) => {
  for (const button of form.querySelectorAll<HTMLButtonElement>('button:not([type=button])')) {
    button.disabled = disabled
  }
}

const showNote = (form: HTMLFormElement) => {
  form.querySelector('.upload-note')?.remove()
  const note = document.createElement('p')
  note.className = 'upload-note'
  note.setAttribute('role', 'status')
  const bar = document.createElement('progress')
  bar.setAttribute('aria-label', 'Mengirim berkas')
  const text = document.createElement('span')
  text.textContent = 'Mengirim …'
  const stop = document.createElement('button')
  stop.type = 'button'
  stop.className = 'button'
  stop.dataset['size'] = 'small'
  stop.textContent = 'Batalkan'
  note.append(bar, text, stop)
  form.append(note)
  return { note, bar, text, stop }
}

customElements.define('upload-progress', UploadProgress)
