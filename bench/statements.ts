import type pg from 'pg'
import { type Connection, openPool } from '#platform/db/database.ts'
import { closes, opens, type Sent } from '#test/support/statements.ts'

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
