import pg from 'pg'
import { openPool, type Connection } from '#platform/db/database.ts'

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

const opens = /^(begin|start transaction)/i
const closes = /^(commit|rollback)/i

/** Statements that ask something; opening and closing a transaction is counted apart. */
export const asking = (sent: readonly Sent[]): Sent[] =>
  sent.filter(({ text }) => !opens.test(text) && !closes.test(text))

/** Sends recorded statements again without the product, through pools of the same size and under the same roles. */
export function replayer(connection: Connection) {
  const pools = new Map(
    (['owner', 'hub_runtime', 'hub_auth'] as const).map((role) => [
      role === 'owner' ? String(connection.config.user) : role,
      openPool(connection, role),
    ]),
  )
  const poolOf = (role: string) => {
    const pool = pools.get(role)
    if (!pool) throw new Error(`no pool for ${role}`)
    return pool
  }
  const replay = async (sent: readonly Sent[]) => {
    let held: pg.PoolClient | null = null
    for (const { role, text, values } of sent) {
      if (opens.test(text)) held = await poolOf(role).connect()
      await (held ?? poolOf(role)).query(text, values)
      if (!closes.test(text)) continue
      held?.release()
      held = null
    }
  }
  const close = () => Promise.all([...pools.values()].map((pool) => pool.end()))
  return { replay, close }
}
