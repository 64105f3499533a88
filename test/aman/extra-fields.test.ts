import { parse } from 'node-html-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { peranList } from '#modules/pengguna'
import type { Actor } from '#platform/identity/actor.ts'
import { loadSamples } from '../../src/load-data.ts'
import { mounts } from '../../src/mounts.ts'
import { testApp } from '../support/app.ts'
import { fillForms } from '../support/fill-form.ts'
import { testHub } from '../support/hub.ts'
import { aimed, allRoutes, idsOf, stateOf } from '../support/routes.ts'
import { signIn } from '../support/sign-in.ts'

const hub = testHub()
const origin = 'http://localhost:8080'

/** No one and nothing has this id, and nobody worked on this day. */
const stranger = '01a1fcd4-5e11-7000-8000-0000005e1f1e'
const strangeDay = '2001-09-08'

const people =
  'id by oleh pengguna user actor created updated approved accepted decided proposed received'
    .split(' ')
    .flatMap((word) => [word, `${word}_by`, `${word}By`, `${word}_id`, `${word}Id`])
const moments = 'created updated approved accepted rejected closed locked removed decided ready'
  .split(' ')
  .flatMap((word) => [`${word}_at`, `${word}At`])

/** What nobody may choose by adding it to a form. */
const smuggled: [string, string][] = [
  ...people.map((name): [string, string] => [name, stranger]),
  ...moments.map((name): [string, string] => [name, `${strangeDay}T00:00:00Z`]),
  ...['satker', 'satker_kode', 'satkerKode', 'kode'].map((name): [string, string] => [
    name,
    '5271',
  ]),
  ...['peran', 'role', 'isAdmin', 'admin'].map((name): [string, string] => [name, 'admin_satker']),
  ['__proto__', 'x'],
  ['constructor', 'x'],
  ['prototype', 'x'],
]

type Sent = { action: string; status: number }

/** Opens every page, sends every form on it with the smuggled fields beside its own. */
async function sendAllForms(actor: Actor): Promise<Sent[]> {
  const cookie = await signIn(hub.services, actor)
  const ids = await idsOf(hub.services, '5203')
  const sent: Sent[] = []
  const seen = new Set<string>()
  for (const { path } of allRoutes(hub.services).filter(({ method }) => method === 'GET')) {
    if (!path.startsWith('/kerja') || path.startsWith('/kerja/akun')) continue
    const here = aimed(path, ids, '5203')
    const page = await testApp(hub.services).request(origin + here, { headers: { cookie } })
    if (page.status !== 200 || !page.headers.get('content-type')?.startsWith('text/html')) continue
    for (const { action, fields } of fillForms(parse(await page.text()), here)) {
      if (!action.startsWith('/kerja') || seen.has(action)) continue
      seen.add(action)
      const own = new Set(fields.map(([name]) => name))
      const body = new URLSearchParams([...fields, ...smuggled.filter(([name]) => !own.has(name))])
      const answer = await testApp(hub.services).request(origin + action, {
        method: 'POST',
        headers: { cookie, origin },
        body,
      })
      sent.push({ action: action.replaceAll(/[\da-f-]{36}/g, ':id'), status: answer.status })
    }
  }
  return sent
}

/** Tables in which a text stands anywhere. */
async function tablesWith(text: string): Promise<string[]> {
  const { ownerPool } = hub.services
  const { rows } = await ownerPool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'hub', 'auth', 'graphile_worker') order by 1`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rowCount } = await ownerPool.query(
      `select from ${name} t where t::text like '%' || $1 || '%' limit 1`,
      [text],
    )
    if (rowCount) found.push(name)
  }
  return found
}

const abroad = "satker_kode <> '5203'"

beforeAll(() => loadSamples(hub.services, mounts), 120_000)

describe('fields that a form does not have', () => {
  it('change nothing for who may do nearly everything at his office', async () => {
    const actor = await hub.actor('5203', [...peranList])
    const before = await stateOf(hub.services, abroad)
    const sent = await sendAllForms(actor)
    expect(sent.length).toBeGreaterThan(30)
    expect(sent.filter(({ status }) => status === 303).length).toBeGreaterThan(20)
    expect(sent.filter(({ status }) => status >= 500)).toEqual([])
    expect(await tablesWith(stranger)).toEqual([])
    expect(await tablesWith(strangeDay)).toEqual([])
    expect(await stateOf(hub.services, abroad)).toEqual(before)
  }, 120_000)

  it('give no role to who may not give roles', async () => {
    const actor = await hub.actor('5203', 'koordinator_area')
    await signIn(hub.services, actor)
    const roles = "satker_kode like '%'"
    const before = await stateOf(hub.services, roles)
    const sent = await sendAllForms(actor)
    const after = await stateOf(hub.services, roles)
    expect(sent.length).toBeGreaterThan(10)
    for (const table of ['penugasan', 'delegasi', 'undangan', 'pengguna'])
      expect([table, after[table]]).toEqual([table, before[table]])
    expect(await tablesWith(stranger)).toEqual([])
  }, 120_000)
})
