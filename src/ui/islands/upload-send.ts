import { DetailedError, Upload } from 'tus-js-client'

const version = { 'Tus-Resumable': '1.0.0' }
const chunkSize = 8 * 1024 * 1024
const longestWait = 30_000

/** Why the server does not take it, in its own words, or ours for what it cannot say. */
export class Refused extends Error {}

const ended = 'Sesi Anda berakhir. Masuk lagi di tab lain, lalu tekan Lanjutkan.'
const plain = 'Berkas ini tidak diterima server.'

const sentenceOf = (status: number, text: string): string => {
  if (status === 401) return ended
  return text && text.length < 300 && !text.includes('<') ? text.trim() : plain
}

/** Tells the server what will come; returns where to send it. Throws Refused, or TypeError without a connection. */
export const announce = async (endpoint: string, file: File): Promise<string> => {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      ...version,
      'Upload-Length': String(file.size),
      'Upload-Metadata': `filename ${base64(file.name)}`,
    },
  })
  const url = answer.headers.get('location')
  const said = await answer.text()
  if (answer.status !== 201 || !url) throw new Refused(sentenceOf(answer.status, said))
  return new URL(url, location.href).href
}

const base64 = (text: string) => btoa(String.fromCodePoint(...new TextEncoder().encode(text)))

export type Standing = { state: string; name: string; bytes: number; reason?: string | null }

/** How an upload stands that was begun earlier; null when it is not there, or not this person's. */
export const standing = async (url: string): Promise<Standing | null> => {
  const answer = await fetch(url, { headers: { accept: 'application/json' } })
  const json = answer.headers.get('content-type')?.startsWith('application/json')
  return answer.ok && json ? answer.json() : null
}

export const discard = (url: string): Promise<unknown> =>
  fetch(url, { method: 'DELETE', headers: version }).catch(() => {})

type Events = {
  progress: (sent: number) => void
  /** the connection is gone; it is tried again by itself */
  waiting: () => void
  refused: (sentence: string) => void
  done: () => void
}

/** Sends the rest of a file, from where the server says; goes on by itself when the connection comes back. */
export const sendFile = (url: string, file: File, events: Events) => {
  let tries = 0
  let timer = 0
  let stopped = false
  const stop = () => {
    stopped = true
    clearTimeout(timer)
    removeEventListener('online', go)
  }
  // once at a time: by the clock, or as soon as the browser is connected again
  const go = () => {
    clearTimeout(timer)
    removeEventListener('online', go)
    if (!stopped) upload.start()
  }
  const again = () => {
    events.waiting()
    timer = window.setTimeout(go, Math.min(longestWait, 1000 * 2 ** tries++))
    addEventListener('online', go)
  }
  const upload = new Upload(file, {
    uploadUrl: url,
    chunkSize,
    // trying again is done here, without end
    retryDelays: null,
    storeFingerprintForResuming: false,
    onProgress: events.progress,
    onChunkComplete: () => {
      tries = 0
    },
    onSuccess: () => {
      stop()
      events.done()
    },
    onError: (error) => {
      if (stopped) return
      const answer = error instanceof DetailedError ? error.originalResponse : null
      const status = answer?.getStatus() ?? 0
      const lasting = status >= 400 && status < 500 && ![409, 423, 429].includes(status)
      if (!lasting) return again()
      stop()
      events.refused(sentenceOf(status, answer?.getBody() ?? ''))
    },
  })
  go()
  return {
    pause: () => {
      stop()
      void upload.abort()
    },
  }
}
