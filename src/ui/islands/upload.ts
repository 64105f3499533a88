import { announce, discard, Refused, sendFile, standing } from './upload-send.ts'
import { dropUpload, keepUpload, type KeptUpload, uploadsOf } from './upload-store.ts'
import { uploadRow } from './upload-row.ts'

type State = 'waiting' | 'running' | 'paused' | 'refused' | 'received'
type Job = {
  file: File
  url: string | null
  state: State
  row: ReturnType<typeof uploadRow>
  pause: () => void
}

/** How many files are sent at a time; the others wait, announced already. */
const atOnce = 2

/** `<file-upload>`: sends chosen files at once, each can be paused and goes on after a lost line or a closed page. */
class FileUpload extends HTMLElement {
  #jobs: Job[] = []
  #submitter: HTMLElement | null | undefined

  connectedCallback() {
    for (const input of this.querySelectorAll<HTMLInputElement>('input[data-pick]')) {
      input.addEventListener('change', () => {
        for (const file of input.files ?? []) this.#add(file, null)
        input.value = ''
      })
    }
    document.addEventListener('submit', this.#hold, true)
    void this.#offerKept()
  }

  disconnectedCallback() {
    document.removeEventListener('submit', this.#hold, true)
    for (const job of this.#jobs) job.pause()
  }

  get #form() {
    return `${location.pathname} ${this.dataset['name']}`
  }

  #add(file: File, url: string | null, whole = false) {
    const job: Job = {
      file,
      url,
      state: 'waiting',
      pause: () => {},
      row: uploadRow(file, {
        pause: () => this.#pause(job),
        resume: () => this.#resume(job),
        cancel: () => this.#cancel(job),
      }),
    }
    this.#jobs.push(job)
    this.querySelector('[data-list]')?.append(job.row.item)
    if (whole && url) return this.#receive(job, url)
    job.row.waiting()
    if (file.size === 0) return this.#refuse(job, 'Berkas ini kosong. Pilih berkas yang berisi.')
    if (url) return this.#next()
    void this.#announce(job)
  }

  async #announce(job: Job) {
    try {
      job.url = await announce(this.dataset['endpoint'] ?? '', job.file)
      const { url, file } = job
      void keepUpload({ url, file, form: this.#form, at: Date.now(), sent: false })
      this.#next()
    } catch (error) {
      if (error instanceof Refused) return this.#refuse(job, error.message)
      job.row.lost()
      this.#say(`Sambungan terputus. ${job.file.name} menunggu.`)
      const again = () => {
        clearTimeout(timer)
        removeEventListener('online', again)
        if (job.state === 'waiting' && this.#jobs.includes(job)) void this.#announce(job)
      }
      const timer = setTimeout(again, 5000)
      addEventListener('online', again)
    }
  }

  /** Starts as many of the waiting files as may run. */
  #next() {
    const running = this.#jobs.filter(({ state }) => state === 'running').length
    const waiting = this.#jobs.filter(({ state, url }) => state === 'waiting' && url !== null)
    for (const job of waiting.slice(0, Math.max(0, atOnce - running))) this.#send(job)
    this.#release()
  }

  #send(job: Job) {
    const { url, file, row } = job
    if (!url) return
    job.state = 'running'
    let lost = false
    const { pause } = sendFile(url, file, {
      progress: (sent) => {
        lost = false
        row.progress(sent)
      },
      waiting: () => {
        row.lost()
        if (!lost) this.#say(`Sambungan terputus. ${file.name} dilanjutkan begitu tersambung.`)
        lost = true
      },
      refused: (sentence) => this.#refuse(job, sentence),
      done: () => {
        this.#receive(job, url)
        this.#say(`${file.name} selesai diunggah.`)
        this.#next()
      },
    })
    job.pause = pause
  }

  #receive(job: Job, url: string) {
    job.state = 'received'
    job.row.done(this.dataset['name'] ?? '', idOf(url))
  }

  #refuse(job: Job, sentence: string) {
    job.pause()
    const mayGoOn = job.url !== null && sentence.includes('Lanjutkan')
    job.state = mayGoOn ? 'paused' : 'refused'
    if (mayGoOn) job.row.failed(sentence)
    else job.row.refused(sentence)
    this.#say(`${job.file.name}: ${sentence}`)
    this.#next()
  }

  #pause(job: Job) {
    job.pause()
    job.state = 'paused'
    job.row.paused()
    job.row.item.querySelector('button')?.focus()
    this.#next()
  }

  #resume(job: Job) {
    job.pause()
    job.state = 'waiting'
    job.row.waiting()
    if (job.url) this.#next()
    else void this.#announce(job)
  }

  #cancel(job: Job) {
    job.pause()
    this.#jobs = this.#jobs.filter((other) => other !== job)
    job.row.item.remove()
    this.#say(`${job.file.name} dibatalkan.`)
    this.querySelector<HTMLInputElement>('input[data-pick]')?.focus()
    if (job.url) void discard(job.url)
    if (job.url) void dropUpload(job.url)
    this.#next()
  }

  /** A form waits for its files; what is paused or refused must be decided first. */
  #hold = (event: SubmitEvent) => {
    if (event.target !== this.closest('form')) return
    const open = this.#jobs.filter(({ state }) => state !== 'received')
    if (open.length === 0) return this.#markSent()
    event.preventDefault()
    event.stopImmediatePropagation()
    const stuck = open.filter(({ state }) => state === 'paused' || state === 'refused')
    this.#submitter = stuck.length > 0 ? undefined : event.submitter
    this.#tell(
      stuck.length > 0
        ? `${stuck.length} berkas dijeda atau ditolak. Lanjutkan atau batalkan dahulu, lalu kirim lagi.`
        : `Menunggu ${open.length} unggahan selesai. Formulir dikirim sendiri sesudahnya.`,
    )
  }

  /** Sends the form that was waiting once nothing is open any more. */
  #release() {
    if (this.#submitter === undefined) return
    if (this.#jobs.some(({ state }) => state !== 'received')) return
    const submitter = this.#submitter
    this.#submitter = undefined
    this.#tell('')
    this.closest('form')?.requestSubmit(submitter)
  }

  #markSent() {
    for (const { url, file } of this.#jobs)
      if (url) void keepUpload({ url, file, form: this.#form, at: Date.now(), sent: true })
  }

  async #offerKept() {
    const kept = await uploadsOf(this.#form)
    const open: (KeptUpload & { whole: boolean })[] = []
    for (const upload of kept) {
      const gone = upload.sent && !cameBack()
      const stands = gone ? null : await standing(upload.url).catch(() => undefined)
      if (stands === null || stands?.state === 'rejected') await dropUpload(upload.url)
      else if (stands) open.push({ ...upload, whole: stands.state !== 'unfinished' })
    }
    if (open.length === 0) return
    const note = document.createElement('p')
    note.className = 'upload-offer'
    const proceed = plainButton('Lanjutkan')
    const drop = plainButton('Buang')
    const left = open.every(({ whole }) => whole) ? 'terkirim' : 'selesai'
    note.append(`${open.length} unggahan belum ${left}. `, proceed, ' ', drop)
    proceed.addEventListener('click', () => {
      note.remove()
      for (const { file, url, whole } of open) this.#add(file, url, whole)
      this.querySelector<HTMLElement>('[data-list] button')?.focus()
    })
    drop.addEventListener('click', () => {
      note.remove()
      for (const { url } of open) void discard(url).then(() => dropUpload(url))
      this.#say('Unggahan yang belum selesai dibuang.')
    })
    this.prepend(note)
    this.#say(`${open.length} unggahan belum ${left}.`)
  }

  #tell(text: string) {
    let note = this.querySelector('.upload-wait')
    if (!note) {
      note = document.createElement('p')
      note.className = 'upload-wait'
      this.append(note)
    }
    note.textContent = text
    this.#say(text)
  }

  #say(text: string) {
    const output = this.querySelector('[data-say]')
    if (output) output.textContent = text
  }
}

const idOf = (url: string) => url.split('/').at(-1) ?? ''

/** By the back button, after sending the form has failed. */
const cameBack = () => {
  const [entry] = performance.getEntriesByType('navigation')
  return entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward'
}

const plainButton = (text: string) => {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button'
  made.dataset['size'] = 'small'
  made.textContent = text
  return made
}

customElements.define('file-upload', FileUpload)
