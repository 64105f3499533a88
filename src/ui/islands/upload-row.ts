const number = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 })
const mebibyte = 1024 * 1024

/** 1572864 is "1,5 MB"; what is smaller counts as kilobytes. */
export const sizeText = (bytes: number): string =>
  bytes < mebibyte
    ? `${number.format(Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / 1024)))} KB`
    : `${number.format(bytes / mebibyte)} MB`

const button = (text: string, label: string, onClick: () => void): HTMLButtonElement => {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button'
  made.dataset['size'] = 'small'
  made.textContent = text
  made.setAttribute('aria-label', label)
  made.addEventListener('click', onClick)
  return made
}

type Actions = { pause: () => void; resume: () => void; cancel: () => void }

/** One file in the list: its name, how far it is, and what can be done with it. */
export const uploadRow = (file: { name: string; size: number }, actions: Actions) => {
  const item = document.createElement('li')
  item.className = 'upload-item'
  const name = document.createElement('span')
  name.className = 'upload-name'
  name.textContent = file.name
  const note = document.createElement('span')
  note.className = 'upload-note-text'
  const bar = document.createElement('progress')
  bar.max = file.size
  bar.setAttribute('aria-label', `Mengunggah ${file.name}`)
  const pause = button('Jeda', `Jeda ${file.name}`, actions.pause)
  const resume = button('Lanjutkan', `Lanjutkan ${file.name}`, actions.resume)
  const cancel = button('Batalkan', `Batalkan ${file.name}`, actions.cancel)
  const buttons = document.createElement('span')
  buttons.className = 'upload-actions'
  item.append(name, note, bar, buttons)

  const show = (state: string, text: string, ...shown: HTMLButtonElement[]) => {
    item.dataset['state'] = state
    note.textContent = text
    buttons.replaceChildren(...shown)
  }
  return {
    item,
    waiting: () => show('waiting', `${sizeText(file.size)} · menunggu giliran`, cancel),
    progress(sent: number) {
      bar.value = sent
      const share = file.size > 0 ? Math.floor((100 * sent) / file.size) : 100
      const text = `${share}% · ${sizeText(sent)} dari ${sizeText(file.size)}`
      // the buttons keep their focus while the figures run
      if (item.dataset['state'] === 'running') note.textContent = text
      else show('running', text, pause, cancel)
    },
    lost: () =>
      show('lost', 'Sambungan terputus. Dilanjutkan sendiri begitu tersambung.', resume, cancel),
    paused: () => show('paused', `Dijeda pada ${sizeText(bar.value)}`, resume, cancel),
    failed: (sentence: string) => show('failed', sentence, resume, cancel),
    refused: (sentence: string) => show('refused', sentence, cancel),
    /** The file is here: it goes with the form by its id, unless it is unticked. */
    done(field: string, id: string) {
      const tick = document.createElement('input')
      tick.type = 'checkbox'
      tick.name = field
      tick.value = id
      tick.checked = true
      const label = document.createElement('label')
      label.className = 'upload-kept'
      label.append(tick, name)
      note.textContent = `${sizeText(file.size)} · diterima`
      item.dataset['state'] = 'received'
      item.replaceChildren(label, note)
    },
  }
}
