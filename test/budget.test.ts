import { beforeAll, describe, expect, it } from 'vitest'
import { peranList } from '#modules/pengguna'
import { loadSamples } from '../src/load-data.ts'
import { mounts } from '../src/mounts.ts'
import { testApp } from './support/app.ts'
import { testHub } from './support/hub.ts'
import { aimed, allRoutes, idsOf } from './support/routes.ts'
import { signIn } from './support/sign-in.ts'
import { asking, listen, recordStatements } from './support/statements.ts'

listen()
const hub = testHub()

/** Statements a page may send: session, memberships, office range, and its own (ADR 0015). */
const budget = 8

type Cost = { path: string; status: number; statements: number }
const costs: Cost[] = []

beforeAll(async () => {
  await loadSamples(hub.services, mounts)
  const cookie = await signIn(hub.services, await hub.actor('5203', [...peranList]))
  const ids = await idsOf(hub.services, '5203')
  const app = testApp(hub.services)
  const pages = allRoutes(hub.services).filter(
    ({ method, path }) => method === 'GET' && /^\/kerja(\/|$)/.test(path),
  )
  for (const { path } of pages) {
    let status = 0
    const sent = await recordStatements(async () => {
      const answer = await app.request(`http://localhost:8080${aimed(path, ids, '5203')}`, {
        headers: { cookie },
      })
      status = answer.status
      await answer.arrayBuffer()
    })
    costs.push({ path, status, statements: asking(sent).length })
  }
}, 180_000)

describe('a page of staff', () => {
  it('was opened, most of them with something on it', () => {
    expect(costs.length).toBeGreaterThan(80)
    expect(costs.filter(({ status }) => status === 200).length).toBeGreaterThan(60)
  })

  it(`sends at most ${budget} statements`, () => {
    const wrong = costs
      .filter(({ statements }) => statements > budget)
      .map(({ path, statements }) => `${path}: ${statements}`)
    expect(wrong).toEqual([])
  })
})
