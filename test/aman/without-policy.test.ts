import { parse } from 'node-html-parser'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { peranList } from '#modules/pengguna'
import { loadSamples } from '../../src/load-data.ts'
import { mounts } from '../../src/mounts.ts'
import { testApp } from '../support/app.ts'
import { type Filled, fillForms } from '../support/fill-form.ts'
import { testHub } from '../support/hub.ts'
import { aimed, allRoutes, idsOf, stateOf } from '../support/routes.ts'
import { signIn } from '../support/sign-in.ts'

// Here every policy says yes: what still keeps the offices apart is the database alone.
vi.mock('#platform/errors.ts', async (original) => ({
  ...(await original<typeof import('#platform/errors.ts')>()),
  allow: () => {},
}))

const hub = testHub()
const origin = 'http://localhost:8080'
const victim = '5203'
const theirs = `satker_kode = '${victim}'`

let ids: Record<string, string> = {}
const forms: Filled[] = []

beforeAll(async () => {
  await loadSamples(hub.services, mounts)
  ids = await idsOf(hub.services, victim)
  await collectForms()
}, 180_000)

const gets = () => allRoutes(hub.services).filter(({ method }) => method === 'GET')

/** The forms that the office's own people get, filled in. */
async function collectForms(): Promise<void> {
  const cookie = await signIn(hub.services, await hub.actor(victim, [...peranList]))
  const seen = new Set<string>()
  for (const { path } of gets().filter((route) => route.path.startsWith('/kerja/'))) {
    const here = aimed(path, ids, victim)
    const page = await testApp(hub.services).request(origin + here, { headers: { cookie } })
    if (page.status !== 200 || !page.headers.get('content-type')?.startsWith('text/html')) continue
    for (const form of fillForms(parse(await page.text()), here)) {
      if (seen.has(form.action) || !form.action.startsWith('/kerja/')) continue
      seen.add(form.action)
      forms.push(form)
    }
  }
}

/** Every word that only the victim's own rows hold: its people and its plans. */
async function ownWords(): Promise<string[]> {
  const { rows } = await hub.services.ownerPool.query<{ id: string }>(
    `select id::text from pengguna where ${theirs} union select id::text from rencana_butir where ${theirs}
     union select id::text from keputusan where ${theirs} union select id::text from eviden where ${theirs}`,
  )
  return rows.map(({ id }) => id)
}

describe('with every policy switched off', () => {
  it.each(['5271', '3508', '15', '35'])(
    'someone of %s, holding every role, changes no row of 5203 by any form or route',
    async (kode) => {
      const cookie = await signIn(hub.services, await hub.actor(kode, [...peranList]))
      const send = (method: string, path: string, body: BodyInit | null = null) =>
        testApp(hub.services).request(origin + path, { method, headers: { cookie, origin }, body })
      const before = await stateOf(hub.services, theirs)
      expect(forms.length).toBeGreaterThan(30)
      for (const { action, fields } of forms)
        await send('POST', action, new URLSearchParams(fields))
      const bare = allRoutes(hub.services).filter(({ method }) => method !== 'GET')
      expect(bare.length).toBeGreaterThan(50)
      for (const { method, path } of bare)
        if (path.startsWith('/kerja/'))
          await send(method, aimed(path, ids, victim), new URLSearchParams({ versi: '1' }))
      expect(await stateOf(hub.services, theirs)).toEqual(before)
    },
    120_000,
  )

  it.each(['5271', '15'])(
    'someone of %s is shown no row of it',
    async (kode) => {
      const cookie = await signIn(hub.services, await hub.actor(kode, [...peranList]))
      const words = await ownWords()
      const asked = new Set(Object.values(ids))
      const leaks: string[] = []
      for (const { path } of gets().filter((route) => route.path.startsWith('/kerja'))) {
        const here = aimed(path, ids, victim)
        const body = await (
          await testApp(hub.services).request(origin + here, { headers: { cookie } })
        ).text()
        // What stands in the address may come back in a link; nothing else may be known.
        if (words.some((word) => !asked.has(word) && body.includes(word))) leaks.push(path)
      }
      expect(words.length).toBeGreaterThan(100)
      expect(leaks).toEqual([])
    },
    120_000,
  )
})

describe('the database, asked directly with another range', () => {
  it('shows, changes, removes and takes no row of an office outside it, in any table', async () => {
    const { ownerPool } = hub.services
    const { rows: tables } = await ownerPool.query<{ name: string; kolom: string }>(
      `select c.relname as name, (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.attname <> 'satker_kode' order by attnum limit 1) as kolom
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'satker_kode'
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    )
    expect(tables.length).toBeGreaterThan(30)
    const client = await ownerPool.connect()
    const tried = async (text: string): Promise<number | string> => {
      await client.query('savepoint s')
      try {
        const { rowCount } = await client.query(text)
        return rowCount ?? 0
      } catch (error) {
        return String((error as { code?: string }).code)
      } finally {
        await client.query('rollback to savepoint s')
      }
    }
    try {
      await client.query('begin; set local role hub_runtime')
      await client.query(
        "select set_config('hub.dari', '5271', true), set_config('hub.sampai', '5271~', true)",
      )
      for (const { name, kolom } of tables) {
        const kept = [0, '42501']
        expect(await tried(`select from ${name} where ${theirs}`), name).toBe(0)
        expect(kept, name).toContain(
          await tried(`update ${name} set ${kolom} = ${kolom} where ${theirs}`),
        )
        expect(kept, name).toContain(await tried(`delete from ${name} where ${theirs}`))
        // Row security speaks before any other rule could.
        expect(['42501', '428C9'], name).toContain(
          await tried(`insert into ${name} (satker_kode) values ('${victim}')`),
        )
      }
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})
