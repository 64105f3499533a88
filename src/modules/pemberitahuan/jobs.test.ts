import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { command } from '#platform/command.ts'
import { type Actor, systemActor } from '#platform/identity/actor.ts'
import { createMailer } from '#platform/mail.ts'
import type { Services } from '#platform/services.ts'
import { testHub } from '#test/support/hub.ts'
import { refusals } from '#test/support/refused.ts'
import {
  beginPengiriman,
  endPengiriman,
  type LetterOf,
  purgePengiriman,
  queueLetter,
} from './commands/pengiriman.ts'
import { jobs } from './jobs.ts'
import { saveSetelan } from './commands/setelan.ts'

const hub = testHub()
const refusedAs = refusals(hub, 'pengiriman')
const queue = command('uji.queueLetter', queueLetter)

const morning = new Date('2026-11-20T00:00:00Z') // a Friday, 08.00 WITA
const system = systemActor('5203')

let sari: Actor
let server: SMTPServer | null = null
let arrived: string[] = []

beforeEach(async () => {
  sari = await hub.actor('5203', 'koordinator_area')
  arrived = []
})
afterEach(() => stop())

const letter = (more: Partial<LetterOf> = {}): LetterOf => ({
  satkerKode: '5203',
  penggunaId: sari.id,
  tanggal: '2026-11-20',
  jenis: 'ringkasan',
  perihal: 'Ringkasan 20 November 2026',
  teks: 'Tiga kewajiban terlambat.',
  pemberitahuanIds: [],
  ...more,
})

/** Starts a mail server; `answer` may refuse a letter after it was received. */
async function start(port = 0, answer: () => Error | null = () => null): Promise<number> {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, _session, done) {
      const whole = await text(stream)
      const refusal = answer()
      if (!refusal) arrived.push(whole)
      done(refusal)
    },
  })
  await new Promise<void>((ready) => void server?.listen(port, '127.0.0.1', ready))
  return (server.server.address() as AddressInfo).port
}

async function stop() {
  const running = server
  server = null
  if (running) await new Promise<void>((done) => running.close(done))
}

/** The services of the hub with a real mailer that speaks to this port, at this moment. */
const sending = (port: number, now = morning): Services => ({
  ...hub.services,
  clock: () => now,
  mail: createMailer({ ...hub.services.config, smtpUrl: `smtp://127.0.0.1:${port}` }),
})

async function idOfLetter(of = letter()): Promise<string> {
  expect(await queue(hub.as(system, morning), of)).toBe(true)
  const { rows } = await hub.services.ownerPool.query(
    'select id from pengiriman where pengguna_id = $1 and jenis = $2 and tanggal = $3',
    [of.penggunaId, of.jenis, of.tanggal],
  )
  return rows[0].id
}

const send = (services: Services, id: string) =>
  jobs['pemberitahuan.sendLetter']?.(services, { satkerKode: '5203', id })

const rowOf = async (id: string) =>
  (await hub.services.ownerPool.query('select * from pengiriman where id = $1', [id])).rows[0]

describe('a letter', () => {
  it('is written once a person, kind and day, however often the job runs', async () => {
    await idOfLetter()
    expect(await queue(hub.as(system, morning), letter())).toBe(false)
    expect(await queue(hub.as(system, morning), letter({ tanggal: '2026-11-21' }))).toBe(true)
  })

  it('arrives once when the mail server was down and came up again [P.12]', async () => {
    const port = await start()
    await stop()
    const id = await idOfLetter()
    await expect(send(sending(port), id)).rejects.toThrow(/ECONNREFUSED|connect/)
    expect(arrived).toEqual([])
    await start(port)
    await send(sending(port), id)
    await send(sending(port), id)
    expect(arrived).toHaveLength(1)
    expect(arrived[0]).toContain('Subject: Ringkasan 20 November 2026')
    expect(await rowOf(id)).toMatchObject({ sent_at: morning, percobaan: 2 })
  })

  it('is tried again when the server refuses it with a code', async () => {
    let answers = 0
    const busy = () => Object.assign(new Error('coba lagi nanti'), { responseCode: 451 })
    const port = await start(0, () => (answers++ === 0 ? busy() : null))
    const id = await idOfLetter()
    await expect(send(sending(port), id)).rejects.toThrow('451')
    await send(sending(port), id)
    expect(arrived).toHaveLength(1)
  })

  it('is not repeated when the process died between handing it over and writing that down', async () => {
    const port = await start()
    const id = await idOfLetter()
    await beginPengiriman(hub.as(system, morning), { satkerKode: '5203', id })
    await send(sending(port), id)
    expect(arrived).toEqual([])
    expect(await rowOf(id)).toMatchObject({ sent_at: null })
  })

  it('is not repeated when the line broke with the answer outstanding', async () => {
    const id = await idOfLetter()
    const broken = Object.assign(new Error('Connection closed unexpectedly'), {
      code: 'ECONNRESET',
    })
    const services = { ...sending(1), mail: { send: () => Promise.reject(broken) } }
    await send(services, id)
    const port = await start()
    await send(sending(port), id)
    expect(arrived).toEqual([])
  })

  it('lapses at the end of its day and in quiet hours instead of coming late', async () => {
    const port = await start()
    const old = await idOfLetter()
    await send(sending(port, new Date('2026-11-21T01:00:00Z')), old)
    await saveSetelan(hub.as(sari), {
      jenisSurat: ['terlambat'],
      jamRingkasan: 7,
      heningDari: 9,
      heningSampai: 6,
      jedaSampai: null,
      versi: 0,
    })
    const urgent = await idOfLetter(letter({ jenis: 'mendesak' }))
    await send(sending(port, new Date('2026-11-20T02:00:00Z')), urgent)
    expect(arrived).toEqual([])
    expect((await rowOf(old)).lapsed_at).not.toBeNull()
    expect((await rowOf(urgent)).lapsed_at).not.toBeNull()
  })
})

describe('handing a letter over', () => {
  const key = () => ({ satkerKode: '5203', id: sari.id })
  const end = (caller: Parameters<typeof endPengiriman>[0]) =>
    endPengiriman(caller, { ...key(), outcome: 'accepted' })

  it('is not for who is not signed in', async () => {
    await refusedAs('not-signed-in', () => beginPengiriman(hub.as(null), key()))
    await refusedAs('not-signed-in', () => end(hub.as(null)))
    await refusedAs('not-signed-in', () => purgePengiriman(hub.as(null), morning))
  })

  it('is the work of the queue, not of people', async () => {
    await refusedAs('forbidden', () => beginPengiriman(hub.as(sari), key()))
    await refusedAs('forbidden', () => end(hub.as(sari)))
    await refusedAs('forbidden', () => purgePengiriman(hub.as(sari), morning))
  })

  it('finds nothing in another office', async () => {
    const id = await idOfLetter()
    const other = hub.as(systemActor('3508'), morning)
    expect(await beginPengiriman(other, { satkerKode: '5203', id })).toBeNull()
  })

  it('forgets letters after ninety days', async () => {
    const id = await idOfLetter()
    await jobs['pemberitahuan.purge']?.(sending(1, new Date('2027-02-17T00:00:00Z')), {})
    expect(await rowOf(id)).toBeDefined()
    await jobs['pemberitahuan.purge']?.(sending(1, new Date('2027-02-19T00:00:00Z')), {})
    expect(await rowOf(id)).toBeUndefined()
  })
})
