import { describe, expect, it } from 'vitest'
import type { Caller } from '#platform/command.ts'
import type { TestHub } from '#test/support/hub.ts'
import { aPlan, type Plan } from './rencana.fixture.ts'
import type { RencanaState } from './rencana.ts'

export type Case<Made = null> = {
  name: string
  /** who may */
  peran: string
  /** where it can be done, and where its state refuses it */
  in: RencanaState
  notIn: RencanaState
  /** what must stand before, made by people of the plan */
  before?: (plan: Plan) => Promise<Made>
  run: (caller: Caller, plan: Plan, made: Made) => Promise<unknown>
}

const office = '3508'

/** The five sentences of a command on a plan: each refusal leaves no row, and done leaves its audit. */
export function fiveSentences<Made>(
  hub: TestHub,
  tables: readonly string[],
  { name, peran, run, before, ...where }: Case<Made>,
): void {
  const ready = async (state: RencanaState) => {
    const plan = await aPlan(hub, office, state)
    return { plan, made: (await before?.(plan)) as Made }
  }
  const refusal = async (caller: Caller, { plan, made }: { plan: Plan; made: Made }) => {
    const rows = await hub.counts(...tables)
    const status = await run(caller, plan, made).then(
      () => 200,
      (error: { status?: number }) => error.status ?? error,
    )
    const after = await hub.counts(...tables)
    return { status, left: Object.keys(after).filter((table) => after[table] !== rows[table]) }
  }
  const as = async (satkerKode: string, role: string) => hub.as(await hub.actor(satkerKode, role))

  describe(name, () => {
    it('is refused to someone who is not signed in', async () => {
      expect(await refusal(hub.as(null), await ready(where.in))).toEqual({ status: 401, left: [] })
    })

    it('is refused to a reader of the office and to the province above', async () => {
      const here = await ready(where.in)
      expect(await refusal(await as(office, 'pembaca'), here)).toEqual({ status: 403, left: [] })
      expect(await refusal(await as('35', peran), here)).toEqual({ status: 403, left: [] })
    })

    it('does not see a plan of another office', async () => {
      const here = await ready(where.in)
      expect(await refusal(await as('3509', peran), here)).toEqual({ status: 404, left: [] })
    })

    it(`is refused to a plan that is ${where.notIn}`, async () => {
      const there = await ready(where.notIn)
      expect(await refusal(await as(office, peran), there)).toEqual({ status: 409, left: [] })
    })

    it('is done, with a line in the audit chain', async () => {
      const { plan, made } = await ready(where.in)
      const rows = await hub.counts()
      await run(await as(office, peran), plan, made)
      expect((await hub.counts())['audit_log']).toBeGreaterThan(rows['audit_log'] ?? 0)
    })
  })
}
