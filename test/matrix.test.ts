import { beforeAll, describe, expect, it } from 'vitest'
import { peranList } from '#modules/pengguna'
import { loadSamples } from '../src/load-data.ts'
import { mounts } from '../src/mounts.ts'
import { testApp } from './support/app.ts'
import { testHub } from './support/hub.ts'
import { aimed, allRoutes, idsOf, markTexts, type Route, stateOf } from './support/routes.ts'
import { signIn } from './support/sign-in.ts'

const hub = testHub()
const origin = 'http://localhost:8080'

/** A word that stands in every text of the office 5203 and nowhere else. */
const secret = 'RAHASIA5203'

let ids: Record<string, string> = {}

beforeAll(async () => {
  await loadSamples(hub.services, mounts)
  const marked = await markTexts(hub.services, "satker_kode = '5203'", () => `${secret} `)
  if (marked < 20) throw new Error(`only ${marked} columns took the mark`)
  ids = await idsOf(hub.services, '5203')
}, 180_000)

const staffRoutes = (method?: string): Route[] =>
  allRoutes(hub.services).filter(
    (route) =>
      route.path.startsWith('/kerja') &&
      !route.path.startsWith('/kerja/akun') &&
      (!method || route.method === method),
  )

/** Asks every route as one person and gives what came back. */
async function askAll(satkerKode: string, peran: string, method?: string) {
  const app = testApp(hub.services)
  const cookie = await signIn(hub.services, await hub.actor(satkerKode, peran))
  const answers: { route: string; status: number; body: string }[] = []
  for (const { method: verb, path } of staffRoutes(method)) {
    const body = verb === 'GET' ? null : new URLSearchParams({ versi: '1' })
    const answer = await app.request(`${origin}${aimed(path, ids, '5203')}`, {
      method: verb,
      headers: { cookie, origin },
      body,
    })
    answers.push({ route: `${verb} ${path}`, status: answer.status, body: await answer.text() })
  }
  return answers
}

const theirs = "satker_kode = '5203'"
const faults = (answers: { route: string; status: number }[]) =>
  answers.filter(({ status }) => status >= 500).map(({ route }) => route)

describe('route × role × office', () => {
  it('knows every role that the database knows', async () => {
    const { rows } = await hub.services.ownerPool.query(
      "select pg_get_constraintdef(oid) as rule from pg_constraint where conrelid = 'penugasan'::regclass and contype = 'c'",
    )
    const rule = rows.map((row) => String(row.rule)).find((text) => text.includes('peran')) ?? ''
    const stored = [...rule.matchAll(/'(\w+)'/g)].map((match) => match[1])
    expect(new Set(stored)).toEqual(new Set(peranList))
  })

  it('asks many routes', () => {
    expect(staffRoutes().length).toBeGreaterThan(90)
  })

  it.each(peranList)(
    '%s of a sister office sees no word of another office and changes nothing there',
    async (peran) => expectStranger('5271', peran),
  )

  it.each(peranList)('%s of another province neither', async (peran) => expectStranger('15', peran))

  async function expectStranger(kode: string, peran: string): Promise<void> {
    const before = await stateOf(hub.services, theirs)
    const answers = await askAll(kode, peran)
    expect(answers.filter(({ body }) => body.includes(secret)).map(({ route }) => route)).toEqual(
      [],
    )
    expect(faults(answers)).toEqual([])
    const opened = answers.filter(({ route, status }) => aimsAtThing(route) && status === 200)
    expect(opened.map(({ route }) => route).filter((route) => !blind.includes(route))).toEqual([])
    expect(await stateOf(hub.services, theirs)).toEqual(before)
  }

  it.each(peranList)('%s of the province above reads, and changes nothing', async (peran) => {
    const before = await stateOf(hub.services, theirs)
    expect(faults(await askAll('52', peran, 'POST'))).toEqual([])
    expect(await stateOf(hub.services, theirs)).toEqual(before)
  })

  it.each(peranList)(
    '%s of the office itself meets no fault and changes nothing by looking',
    async (peran) => {
      const others = "satker_kode <> '5203'"
      const before = await stateOf(hub.services, others)
      const plans = await hub.counts('rencana', 'rencana_sel', 'eviden', 'keputusan', 'rapat')
      const answers = await askAll('5203', peran, 'GET')
      expect(faults(answers)).toEqual([])
      expect(answers.some((a) => a.status === 200 && a.body.includes(secret))).toBe(true)
      expect(await hub.counts('rencana', 'rencana_sel', 'eviden', 'keputusan', 'rapat')).toEqual(
        plans,
      )
      expect(await stateOf(hub.services, others)).toEqual(before)
    },
  )
})

/** Pages that only ask "are you sure?" in the same words for every id, and look nothing up. */
const blind = [
  'GET /kerja/pengguna/peran/:id/akhiri',
  'GET /kerja/pengguna/undangan/:id/cabut',
  'GET /kerja/pengguna/delegasi/:id/cabut',
  'GET /kerja/pengguna/:id/nonaktif',
]

/** Does the address of a route name one thing of an office, and not only the office or a year? */
const aimsAtThing = (route: string): boolean =>
  [...route.matchAll(/:(\w+)/g)].some(
    ([, name]) => !['kode', 'satker', 'tahun', 'periode', 'bulan', 'urutan'].includes(name ?? ''),
  )
