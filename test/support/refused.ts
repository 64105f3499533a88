import { expect } from 'vitest'
import { type Kind, Refusal } from '#platform/errors.ts'
import type { TestHub } from './hub.ts'

/**
 * Proves that a call is refused with this kind and leaves no row of any kind in these tables,
 * in the audit and in the queue; gives the refusal for a closer look.
 */
export const refusals =
  (hub: TestHub, ...tables: string[]) =>
  async (kind: Kind, work: () => Promise<unknown>): Promise<Refusal> => {
    const before = await hub.counts(...tables)
    const thrown = await work().then(
      () => null,
      (error: unknown) => error,
    )
    if (!(thrown instanceof Refusal)) throw thrown ?? new Error(`was not refused as ${kind}`)
    expect(thrown.kind).toBe(kind)
    expect(await hub.counts(...tables)).toEqual(before)
    return thrown
  }
