import { existsSync } from 'node:fs'
import { utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { photo } from '#platform/files/files.fixture.ts'
import { contentKey } from '#platform/files/files.ts'
import type { Services } from '#platform/services.ts'
import { testHub } from '#test/support/hub.ts'
import { runJobs } from '#test/support/run-jobs.ts'
import { aText, visit } from './berkas.fixture.ts'
import { jobs } from './jobs.ts'

const hub = testHub()
const person = async (services: Services = hub.services) =>
  visit(services, await hub.actor('3508', 'anggota_tim'))

const rowOf = async (id: string) =>
  (await hub.services.ownerPool.query('select * from berkas where id = $1', [id])).rows[0]

const hourAgo = () => new Date(Date.now() - 3_600_000)
const longAgo = () => new Date(hub.services.clock().getTime() - 8 * 24 * 3_600_000)

describe('while the scanner does not answer', () => {
  it('a file is held back and asked about again; once it answers, the file is released', async () => {
    const socket = join(hub.services.files.receiving, '..', 'clamd.sock')
    const services = { ...hub.services, config: { ...hub.services.config, clamd: socket } }
    const who = await person(services)
    const { ids } = await who.post([aText()])
    for (let tries = 0; tries < 3; tries++) expect(await who.check()).toEqual(['berkas.periksa'])
    expect((await who.request(`/kerja/berkas/${ids[0]}`)).status).toBe(404)
    expect(await rowOf(ids[0]!)).toMatchObject({ ready_at: null, rejected_at: null })

    const clean = createServer((line) => {
      line.on('data', () => {})
      line.once('data', () => setTimeout(() => line.end('stream: OK\0'), 50))
    }).listen(socket)
    await who.check()
    clean.close()
    expect((await who.request(`/kerja/berkas/${ids[0]}`)).status).toBe(200)
    expect((await rowOf(ids[0]!)).scanned_at).not.toBeNull()
  })
})

describe('the check', () => {
  it('done again after it was done changes nothing and leaves no copy', async () => {
    const who = await person()
    const { ids } = await who.post([aText()])
    const id = ids[0]!
    await who.check()
    const before = await rowOf(id)
    await jobs['berkas.periksa']!(hub.services, { satkerKode: '3508', id })
    expect(await rowOf(id)).toEqual(before)
    expect(existsSync(join(hub.services.files.receiving, id))).toBe(false)
  })

  it('that was cut short after the content was kept is taken up again', async () => {
    const who = await person()
    const { ids } = await who.post([aText()])
    const { store } = hub.services.files
    const keep: typeof store.keep = async (path, key) => {
      await store.keep(path, key)
      throw new Error('killed')
    }
    const files = { ...hub.services.files, store: { ...store, keep } }
    const dying = { ...hub.services, files }
    await expect(runJobs(dying, jobs)).rejects.toThrow('killed')
    expect(await rowOf(ids[0]!)).toMatchObject({ ready_at: null })
    await jobs['berkas.periksa']!(hub.services, { satkerKode: '3508', id: ids[0] })
    expect((await who.request(`/kerja/berkas/${ids[0]}`)).status).toBe(200)
  })

  it('keeps the time of a photo by the clock of its office', async () => {
    const who = await person()
    const { ids } = await who.post([new File([new Uint8Array(await photo())], 'IMG.jpg')])
    await who.check()
    expect((await rowOf(ids[0]!)).diambil_pada).toEqual(new Date('2026-03-04T02:15:30Z'))
  })

  it('that was lost from the queue is queued again after an hour, and only once', async () => {
    const who = await person()
    const { ids } = await who.post([aText()])
    const queue = hub.services.ownerPool
    await queue.query('delete from graphile_worker._private_jobs')
    await queue.query('update berkas set received_at = $2 where id = $1', [
      ids[0],
      new Date(hub.services.clock().getTime() - 2 * 3_600_000),
    ])
    await jobs['berkas.susul']!(hub.services, {})
    await jobs['berkas.susul']!(hub.services, {})
    expect(await who.check()).toEqual(['berkas.periksa'])
    expect((await rowOf(ids[0]!)).ready_at).not.toBeNull()
  })
})

describe('sweeping', () => {
  it('removes unfinished uploads after a week and forms that broke off after a day, nothing else', async () => {
    const { receiving } = hub.services.files
    const who = await person()
    const old = (await who.announce(10)).headers.get('location')!.split('/').at(-1)!
    const young = (await who.announce(10)).headers.get('location')!.split('/').at(-1)!
    const { ids } = await who.post([aText()])
    const form = 'formulir-01a1fcd4-0000-7000-8000-000000000001'
    await writeFile(join(receiving, form), 'setengah')
    const now = hub.services.clock()
    for (const name of [young, `${young}.json`]) await utimes(join(receiving, name), now, now)
    for (const name of [old, `${old}.json`, form, ids[0]!])
      await utimes(join(receiving, name), longAgo(), longAgo())
    await jobs['berkas.sapu']!(hub.services, {})
    const there = (name: string) => existsSync(join(receiving, name))
    expect([old, form, young, ids[0]!].map(there)).toEqual([false, false, true, true])
  })

  it('removes a content that no row names, once it is old, and leaves the others', async () => {
    const who = await person()
    const { ids } = await who.post([aText(), aText(), aText()])
    await who.check()
    const rows = await Promise.all(ids.map(rowOf))
    const places = rows.map(({ sha256 }) => contentKey(sha256))
    await hub.services.ownerPool.query('delete from berkas where id = any($1)', [ids.slice(0, 2)])
    const root = join(hub.services.files.receiving, '..')
    await utimes(join(root, places[0]!), longAgo(), longAgo())
    await utimes(join(root, places[1]!), hourAgo(), hub.services.clock())
    await utimes(join(root, places[2]!), longAgo(), longAgo())
    await jobs['berkas.sapu']!(hub.services, {})
    expect(places.map((place) => existsSync(join(root, place)))).toEqual([false, true, true])
  })
})
