import { createHash, randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { visit } from './berkas.fixture.ts'

const hub = testHub()
const person = async (satkerKode = '3508', peran = 'anggota_tim') =>
  visit(hub.services, await hub.actor(satkerKode, peran))

const aContent = (bytes: number) => Buffer.from(randomBytes(bytes / 2).toString('hex'))
const idOf = (url: string) => url.split('/').at(-1) ?? ''

async function began(who: Awaited<ReturnType<typeof person>>, content: Buffer, name?: string) {
  const answer = await who.announce(content.length, name)
  expect(answer.status).toBe(201)
  return answer.headers.get('location') ?? ''
}

const offsetOf = (answer: Response) => Number(answer.headers.get('upload-offset'))

describe('an upload', () => {
  it('that breaks off at random places goes on from there, and arrives as it was sent', async () => {
    const who = await person()
    for (let round = 0; round < 6; round++) {
      const content = aContent(200_000 + 2 * round)
      const url = await began(who, content, 'rekaman rapat.txt')
      for (let breaks = 0; breaks < 4; breaks++) {
        const offset = offsetOf(await who.head(url))
        const rest = content.length - offset
        await who.patch(
          url,
          content.subarray(offset),
          offset,
          Math.ceil(Math.random() * rest * 0.6),
        )
        expect(offsetOf(await who.head(url))).toBeGreaterThanOrEqual(offset)
      }
      const offset = offsetOf(await who.head(url))
      expect(offset).toBeGreaterThan(0)
      expect((await who.patch(url, content.subarray(offset), offset)).status).toBe(204)
      const { ids } = await who.post([], [idOf(url)])
      expect(ids).toEqual([idOf(url)])
      await who.check()
      const back = Buffer.from(await (await who.request(`/kerja/berkas/${ids[0]}`)).arrayBuffer())
      expect(createHash('sha256').update(back).digest('hex')).toBe(
        createHash('sha256').update(content).digest('hex'),
      )
    }
  })

  it('from a wrong place is refused and changes nothing', async () => {
    const who = await person()
    const content = aContent(1000)
    const url = await began(who, content)
    expect((await who.patch(url, content.subarray(500), 500)).status).toBe(409)
    expect(offsetOf(await who.head(url))).toBe(0)
  })

  it('is not there for anyone else, be it of the same office, nor for who acts elsewhere now', async () => {
    const actor = await hub.actor('3508', 'anggota_tim')
    const content = aContent(1000)
    const url = await began(visit(hub.services, actor), content)
    const elsewhere = { ...actor, satkerKode: '3509', dari: '3509', sampai: '3509~' }
    for (const other of [await person(), await person('35'), visit(hub.services, elsewhere)]) {
      expect((await other.head(url)).status).toBe(404)
      expect((await other.patch(url, content, 0)).status).toBe(404)
      expect((await other.remove(url)).status).toBe(404)
      expect((await other.request(url)).status).toBe(404)
      expect((await other.post([], [idOf(url)])).ids).toEqual([])
    }
    expect(offsetOf(await visit(hub.services, actor).head(url))).toBe(0)
  })

  it('is not given to readers', async () => {
    const answer = await (await person('3508', 'pembaca')).announce(1000)
    expect(answer.status).toBe(403)
  })

  it('cannot lead out of its folder', async () => {
    const who = await person()
    for (const id of ['..%2f..%2frahasia', '%2e%2e', 'rahasia', '..\\rahasia.json'])
      for (const answer of [
        await who.head(`/kerja/berkas/unggah/${id}`),
        await who.request(`/kerja/berkas/${id}`),
      ])
        expect([400, 404]).toContain(answer.status)
  })

  it('that is not whole is named when its form is sent, and stays', async () => {
    const who = await person()
    const content = aContent(1000)
    const url = await began(who, content)
    await who.patch(url, content.subarray(0, 100), 0)
    const { ids, problems } = await who.post([], [idOf(url)])
    expect(ids).toEqual([])
    expect(problems).toEqual([expect.stringContaining('belum selesai')])
    const state = await who.request(url)
    expect(await state.json()).toEqual({
      state: 'unfinished',
      name: 'laporan.pdf',
      bytes: 1000,
      offset: 100,
    })
  })

  it('that was whole when the process died is taken in when its page asks', async () => {
    const who = await person()
    const content = aContent(1000)
    const url = await began(who, content)
    await who.patch(url, content, 0)
    await hub.services.ownerPool.query('delete from berkas where id = $1', [idOf(url)])
    expect((await (await who.request(url)).json()).state).toBe('checking')
    await hub.services.ownerPool.query('delete from berkas where id = $1', [idOf(url)])
    expect((await who.head(url)).status).toBe(200)
    expect((await who.post([], [idOf(url)])).ids).toEqual([idOf(url)])
  })

  it('can be given up until it is whole', async () => {
    const who = await person()
    const content = aContent(1000)
    const [first, second] = [await began(who, content), await began(who, content)]
    expect((await who.remove(first)).status).toBe(204)
    expect((await who.head(first)).status).toBe(404)
    await who.patch(second, content, 0)
    expect((await who.remove(second)).status).toBe(400)
  })

  it('whose content was lost on the server says so', async () => {
    const who = await person()
    const content = aContent(1000)
    const url = await began(who, content)
    await who.patch(url, content, 0)
    await rm(join(hub.services.files.receiving, idOf(url)))
    await who.check()
    const { problems } = await who.post([], [idOf(url)])
    expect(problems).toEqual([expect.stringContaining('Kirim berkas itu sekali lagi')])
  })
})
