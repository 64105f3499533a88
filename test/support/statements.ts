import pg from 'pg'

/** One statement as the product sent it: by which database role, in which text. */
export type Sent = { role: string; text: string; values: unknown[] }

let recording: Sent[] | null = null

/** From now on every statement of this process passes by here; only what `recordStatements` runs is kept. */
export function listen(): void {
  // oxlint-disable-next-line typescript/unbound-method -- called below with its own client
  const send = pg.Client.prototype.query
  pg.Client.prototype.query = function record(this: pg.Client, ...args: unknown[]) {
    const [first, second] = args
    if (recording) {
      const asked = typeof first === 'string' ? { text: first } : (first as Partial<Sent>)
      recording.push({
        role: this.user ?? '',
        text: asked.text ?? '',
        values: (Array.isArray(second) ? second : asked.values) ?? [],
      })
    }
    return Reflect.apply(send, this, args)
  } as typeof send
}

/** The statements that one request sends, in order. */
export async function recordStatements(request: () => Promise<unknown>): Promise<Sent[]> {
  recording = []
  try {
    await request()
    return recording
  } finally {
    recording = null
  }
}

export const opens = /^(begin|start transaction)/i
export const closes = /^(commit|rollback)/i

/** Statements that ask something; opening and closing a transaction is counted apart. */
export const asking = (sent: readonly Sent[]): Sent[] =>
  sent.filter(({ text }) => !opens.test(text) && !closes.test(text))
