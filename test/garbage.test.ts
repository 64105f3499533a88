import { beforeAll, describe, expect, it } from 'vitest'
import { loadSamples } from '../src/load-data.ts'
import { mounts } from '../src/mounts.ts'
import { testApp } from './support/app.ts'
import { testHub } from './support/hub.ts'
import { signIn } from './support/sign-in.ts'

const hub = testHub()
const origin = 'http://localhost:8080'

/** What stands in an address when someone types, cuts or attacks it; already percent-encoded. */
const garbage = {
  'a word': 'abc',
  'a quote': "'%20or%20''='",
  'a NUL': '%00',
  'half an escape': '%E0%A4%A',
  'an emoji': '%F0%9F%97%B3',
  'a number no column holds': '99999999999999999999',
  'a negative number': '-1',
  'no number': 'NaN',
  'an exponent': '1e309',
  'a path': '..%2F..%2Fetc%2Fpasswd',
  'a line break': 'a%0d%0aset-cookie:x=1',
  'a very long word': 'x'.repeat(8000),
} as const

/** Names that pages read from the query, and some that none reads. */
const asked = [
  'halaman',
  'hal',
  'tahun',
  'satker',
  'jenis',
  'bulan',
  'area',
  'status',
  'peran',
  'cari',
  'q',
  'urut',
  'periode',
  'ke',
  'x',
]

/** Numbers fail one by one: a wrong word beside them would end the page before they are used. */
const numbers: readonly string[] = [garbage['a number no column holds'], garbage['an exponent']]

type Route = { method: string; path: string }

function routes(): Route[] {
  const seen = new Map<string, Route>()
  for (const { method, path } of app.routes)
    if (method !== 'ALL' && !path.includes('*')) seen.set(`${method} ${path}`, { method, path })
  return [...seen.values()]
}

const parameter = /:(\w+)(\{[^}]*\})?\??/g

/** Each parameter of a path in turn is garbage, the others fit an id or a month. */
function spoilt(path: string, with_: string): string[] {
  const names = [...path.matchAll(parameter)].map(([, name]) => name)
  return names.map((spoiltName) =>
    path.replace(parameter, (_, name: string) => {
      if (name === spoiltName) return with_
      if (/kode|satker/.test(name)) return '5203'
      return /bulan|urutan/.test(name) ? '8' : realId
    }),
  )
}

let app: ReturnType<typeof testApp>
let realId = ''
let cookie = ''

beforeAll(async () => {
  await loadSamples(hub.services, mounts)
  app = testApp(hub.services)
  const person = await hub.actor('5203', [
    'admin_satker',
    'ketua',
    'sekretaris',
    'kasubbag',
    'koordinator_area',
  ])
  cookie = await signIn(hub.services, person)
  const { rows } = await hub.services.ownerPool.query(
    "select id from rencana where satker_kode = '5203' limit 1",
  )
  realId = rows[0].id
}, 120_000)

let requests = 0

/** The status of an answer; a new app every 500 requests, since the clock stands and the limit is 600 a minute. */
async function ask(path: string, method = 'GET', body: BodyInit | null = null): Promise<number> {
  if (++requests % 500 === 0) app = testApp(hub.services)
  const answer = await app.request(origin + path, { method, headers: { cookie, origin }, body })
  if (answer.status === 429) throw new Error('the rate limit has hidden an answer')
  return answer.status
}

describe('garbage', () => {
  it.each(Object.entries(garbage))(
    '%s in the place of an id is no fault',
    async (_, text) => {
      const faults: [string, number][] = []
      let count = 0
      for (const { method, path } of routes())
        for (const address of spoilt(path, text)) {
          const body = method === 'GET' ? null : new URLSearchParams({ versi: '1' })
          const status = await ask(address, method, body)
          count++
          if (status >= 500) faults.push([`${method} ${path}`, status])
        }
      expect(count).toBeGreaterThan(90)
      expect(faults).toEqual([])
    },
    60_000,
  )

  it.each(Object.entries(garbage))(
    '%s in a query is no fault',
    async (_, text) => {
      const faults: [string, number][] = []
      const query = asked.map((name) => `${name}=${text}`).join('&')
      const pages = routes().filter(({ method }) => method === 'GET')
      for (const { path } of pages) {
        const address = path.replace(parameter, (_, name: string) => {
          if (/kode|satker/.test(name)) return '5203'
          return /bulan|urutan/.test(name) ? '8' : realId
        })
        const status = await ask(`${address}?${query}`)
        if (status >= 500) faults.push([path, status])
        for (const name of numbers.includes(text) ? asked : []) {
          const alone = await ask(`${address}?${name}=${text}`)
          if (alone >= 500) faults.push([`${path}?${name}`, alone])
        }
      }
      expect(faults).toEqual([])
    },
    60_000,
  )
})
