import { Writable } from 'node:stream'
import pino from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { peranList } from '#modules/pengguna'
import type { Services } from '#platform/services.ts'
import { loadSamples } from '../../src/load-data.ts'
import { mounts } from '../../src/mounts.ts'
import { testApp } from '../support/app.ts'
import { testHub } from '../support/hub.ts'
import { runJobs } from '../support/run-jobs.ts'
import { aimed, allRoutes, idsOf } from '../support/routes.ts'
import { signIn, testPassword } from '../support/sign-in.ts'

const hub = testHub()
const origin = 'http://localhost:8080'
let told = ''
let services: Services

beforeAll(async () => {
  await loadSamples(hub.services, mounts)
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      told += chunk.toString('utf8')
      done()
    },
  })
  services = { ...hub.services, log: pino({ level: 'debug' }, sink) }
}, 120_000)

const ask = (path: string, init: RequestInit = {}) =>
  testApp(services).request(origin + path, {
    ...init,
    headers: { origin, ...(init.headers as Record<string, string>) },
  })

describe('the log, at its most talkative', () => {
  it('names no person, address, number of a person, office account or secret', async () => {
    const actor = await hub.actor('5203', [...peranList], { nama: 'Ratna Sulistyowati' })
    const cookie = await signIn(services, actor)
    await services.ownerPool.query("update pengguna set nip = '190001011925011999' where id = $1", [
      actor.id,
    ])
    const ids = await idsOf(services, '5203')
    for (const { method, path } of allRoutes(services)) {
      const body = method === 'GET' ? null : new URLSearchParams({ email: 'titik.nol@kpu.go.id' })
      await ask(aimed(path, ids, '5203'), { method, headers: { cookie }, body })
    }
    const wrong = new URLSearchParams({ email: 'titik.nol@kpu.go.id', sandi: 'sandi-yang-keliru' })
    await ask('/masuk', { method: 'POST', body: wrong })
    await ask('/lupa-sandi', { method: 'POST', body: wrong })
    await ask('/undangan/token-yang-tidak-ada')
    const jobs = Object.assign({}, ...mounts.map((mount) => mount.jobs ?? {}))
    await runJobs(services, jobs)

    expect(told.split('\n').length).toBeGreaterThan(150)
    const people = await services.ownerPool.query<{ nama: string; email: string; nip: string }>(
      'select nama, email, nip from pengguna',
    )
    const secrets = people.rows
      .flatMap(({ nama, email, nip }) => [nama, email, nip])
      .filter(Boolean)
    expect(secrets.length).toBeGreaterThan(100)
    const [session = ''] = /[^=]+$/.exec(cookie.split(';')[0] ?? '') ?? []
    const more = [testPassword, session, 'sandi-yang-keliru', 'titik.nol', 'token-yang-tidak-ada']
    expect(session.length).toBeGreaterThan(20)
    expect([...secrets, ...more].filter((secret) => told.includes(secret))).toEqual([])
    expect(told).not.toMatch(/[\w.+-]+@[\w-]+\.[\w.]+/)
    expect(told).not.toMatch(/\b\d{18}\b/)
  }, 120_000)
})
