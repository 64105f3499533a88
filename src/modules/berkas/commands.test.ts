import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Caller } from '#platform/command.ts'
import { uuidv7 } from '#platform/id.ts'
import { systemActor } from '#platform/identity/actor.ts'
import { testHub } from '#test/support/hub.ts'
import { finishBerkas, rejectBerkas } from './commands/finish.ts'
import { receiveBerkas } from './commands/receive.ts'

const hub = testHub()
const satkerKode = '3508'

const statusOf = (run: Promise<unknown>) =>
  run.then(
    () => 200,
    (error: { status?: number }) => error.status ?? error,
  )

/** The status of a refused call, which must leave everything as it was. */
async function refusal(run: () => Promise<unknown>) {
  const before = await hub.counts('berkas')
  const status = await statusOf(run())
  expect(await hub.counts('berkas')).toEqual(before)
  return status
}

const system = () => hub.as(systemActor(satkerKode))
const aReceived = async () => {
  const id = uuidv7()
  const sender = hub.as(await hub.actor(satkerKode, 'anggota_tim'))
  await receiveBerkas(sender, { satkerKode, id, nama: 'a.pdf', ukuran: 10 })
  return id
}

describe('receiveBerkas', () => {
  const input = () => ({ satkerKode, id: uuidv7(), nama: 'laporan.pdf', ukuran: 10 })
  const as = async (kode: string, peran: string) => hub.as(await hub.actor(kode, peran))

  it('is refused to someone who is not signed in', async () => {
    expect(await refusal(() => receiveBerkas(hub.as(null), input()))).toBe(401)
  })
  it('is refused to a reader of the office and to the province above', async () => {
    for (const caller of [await as(satkerKode, 'pembaca'), await as('35', 'kasubbag')])
      expect(await refusal(() => receiveBerkas(caller, input()))).toBe(403)
  })
  it('does not know an office out of reach', async () => {
    const caller = await as('3509', 'kasubbag')
    expect(await refusal(() => receiveBerkas(caller, input()))).toBe(404)
  })
  it('is refused for an empty file', async () => {
    const caller = await as(satkerKode, 'anggota_tim')
    expect(await refusal(() => receiveBerkas(caller, { ...input(), ukuran: 0 }))).toBe(409)
  })
  it('writes the row, the audit and the check at once, and the second time nothing', async () => {
    const caller = await as(satkerKode, 'anggota_tim')
    const before = await hub.counts('berkas')
    const received = input()
    await receiveBerkas(caller, received)
    const after = await hub.counts('berkas')
    for (const table of Object.keys(before)) expect(after[table]).toBe(before[table]! + 1)
    await receiveBerkas(caller, received)
    expect(await hub.counts('berkas')).toEqual(after)
  })
})

const facts = () => ({
  sha256: randomBytes(32),
  receivedSha256: randomBytes(32),
  bytes: 10,
  contentType: 'application/pdf',
  pages: 1,
  preview: false,
  takenAt: null,
  scanned: false,
})

const ends: [string, (caller: Caller, id: string, kode?: string) => Promise<unknown>][] = [
  [
    'finishBerkas',
    (caller, id, kode = satkerKode) => finishBerkas(caller, { satkerKode: kode, id, ...facts() }),
  ],
  [
    'rejectBerkas',
    (caller, id, kode = satkerKode) =>
      rejectBerkas(caller, { satkerKode: kode, id, sebab: 'Berkas ini rusak.' }),
  ],
]

describe.each(ends)('%s', (_, run) => {
  it('is refused to someone who is not signed in', async () => {
    const id = await aReceived()
    expect(await refusal(() => run(hub.as(null), id))).toBe(401)
  })
  it('is refused to everyone but the system', async () => {
    const id = await aReceived()
    const caller = hub.as(await hub.actor(satkerKode, 'admin_satker'))
    expect(await refusal(() => run(caller, id))).toBe(403)
  })
  it('does not see a file of another office', async () => {
    const id = await aReceived()
    expect(await refusal(() => run(hub.as(systemActor('3509')), id))).toBe(404)
    expect(await refusal(() => run(system(), id, '3509'))).toBe(404)
  })
  it('is refused once the file was decided on', async () => {
    const id = await aReceived()
    await run(system(), id)
    for (const [, again] of ends) expect(await refusal(() => again(system(), id))).toBe(409)
  })
  it('is done once and recorded', async () => {
    const id = await aReceived()
    const before = await hub.counts()
    await run(system(), id)
    expect((await hub.counts())['audit_log']).toBe(before['audit_log']! + 1)
  })
})
