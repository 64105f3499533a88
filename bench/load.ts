import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

export type Times = { p50: number; p95: number; perSecond: number; count: number; failed: number }

/** One piece of work of one of the concurrent callers; true when it was answered as it should. */
export type Work = (caller: number) => Promise<boolean>

export type Load = {
  callers: number
  /** how long, in milliseconds */
  lasting: number
  /** how long a caller rests between two requests on average, in milliseconds */
  pause?: number
}

/** Runs `work` by callers at once; times in milliseconds. */
export async function measure(work: Work, { callers, lasting, pause = 0 }: Load): Promise<Times> {
  const times: number[] = []
  let failed = 0
  const from = performance.now()
  const end = from + lasting
  const call = async (caller: number) => {
    if (pause > 0) await sleep(Math.random() * pause)
    while (performance.now() < end) {
      const sent = performance.now()
      if (!(await work(caller))) failed++
      times.push(performance.now() - sent)
      if (pause > 0) await sleep(pause * (0.5 + Math.random()))
    }
  }
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)))
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  const seconds = (performance.now() - from) / 1000
  const count = sorted.length
  return { p50: at(0.5), p95: at(0.95), perSecond: count / seconds, count, failed }
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

export type Answer = { status: number; bytes: number; body: string }

type Asked = { cookie?: string | undefined; body?: string }

/** Asks as a browser does: compressed, over a connection that stays open. `body` makes it a posted form. */
export function ask(url: string, { cookie, body }: Asked = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const { origin } = new URL(url)
    const sent = request(
      url,
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          'accept-encoding': 'gzip',
          ...(cookie && { cookie }),
          ...(body !== undefined && {
            origin,
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': Buffer.byteLength(body),
          }),
        },
      },
      (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('end', () => {
          const bytes = Buffer.concat(pieces)
          done({ status: answer.statusCode ?? 0, bytes: bytes.length, body: bytes.toString() })
        })
        answer.on('error', fail)
      },
    )
    sent.on('error', fail)
    sent.end(body)
  })
}
