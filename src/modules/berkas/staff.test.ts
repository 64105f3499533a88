import { createHash, randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { docx, pdf, photo } from '#platform/files/files.fixture.ts'
import { testApp } from '#test/support/app.ts'
import { testHub } from '#test/support/hub.ts'
import { signIn } from '#test/support/sign-in.ts'
import { aText, visit } from './berkas.fixture.ts'

const hub = testHub()
const person = async (satkerKode = '3508', peran = 'anggota_tim') =>
  visit(hub.services, await hub.actor(satkerKode, peran))

const file = (name: string, content: Buffer | string) =>
  new File([typeof content === 'string' ? content : new Uint8Array(content)], name)

describe('a form without script', () => {
  it('sends several files at once; each is received, checked and given back', async () => {
    const who = await person()
    const { ids, problems } = await who.post([
      file('Notula rapat.docx', docx()),
      file('foto.jpg', await photo()),
    ])
    expect([ids.length, problems]).toEqual([2, []])
    expect((await who.request(`/kerja/berkas/${ids[0]}`)).status).toBe(404)
    expect(await who.check()).toEqual(['berkas.periksa', 'berkas.periksa'])
    const answer = await who.request(`/kerja/berkas/${ids[0]}`)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(docx())
    const preview = await who.request(`/kerja/berkas/${ids[1]}/pratinjau`)
    const { format, height } = await sharp(await preview.arrayBuffer()).metadata()
    expect([format, height]).toEqual(['webp', 480])
  })

  it('does not lose what was received when it is sent again after a problem', async () => {
    const who = await person()
    const first = await who.post([aText(), file('kosong.pdf', '')])
    expect(first.ids.length).toBe(1)
    expect(first.problems).toEqual([expect.stringContaining('kosong (0 byte)')])
    const second = await who.post([aText()], first.ids)
    expect(second.ids).toEqual([first.ids[0], expect.any(String)])
  })

  it('tells why a file was rejected, and leaves it out', async () => {
    const who = await person()
    const { ids } = await who.post([file('gambar.jpg', '<svg onload="alert(1)"/>')])
    await who.check()
    const again = await who.post([], ids)
    expect(again.ids).toEqual([])
    expect(again.problems).toEqual([expect.stringMatching(/^gambar.jpg: .*tidak diterima/)])
    expect((await who.request(`/kerja/berkas/${ids[0]}`)).status).toBe(404)
  })

  it('takes no file that someone else has sent, be it of the same office', async () => {
    const { ids } = await (await person()).post([aText()])
    for (const other of [await person(), await person('3509')]) {
      const { ids: taken, problems } = await other.post([], ids)
      expect(taken).toEqual([])
      expect(problems).toEqual([expect.stringContaining('tidak ditemukan lagi')])
    }
  })

  it('leaves no path and no direction marks of a name', async () => {
    const who = await person()
    const { ids } = await who.post([aText('../../../etc/cron.d/\u202Etxt.sh')])
    await who.check()
    const answer = await who.request(`/kerja/berkas/${ids[0]}`)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="txt.sh.txt"; filename*=UTF-8''txt.sh.txt`,
    )
    expect(await readdir(hub.services.files.receiving)).not.toContain('etc')
  })

  it('that breaks off leaves nothing behind', async () => {
    const who = await person()
    const before = await readdir(hub.services.files.receiving)
    const head =
      '--batas\r\ncontent-disposition: form-data; name="berkas"; filename="a.txt"\r\n\r\n'
    const answer = await who.request('/kerja/uji', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=batas' },
      body: `${head}setengah isi`,
    })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('terputus')
    expect(await readdir(hub.services.files.receiving)).toEqual(before)
  })
})

describe('a file that is too large', () => {
  const mebibyte = 1024 * 1024

  it('is refused with 413 by its announced length, before any of it is taken', async () => {
    const who = await person()
    const answer = await who.announce(200 * mebibyte + 1)
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('lebih besar')
    expect((await who.announce(200 * mebibyte)).status).toBe(201)
  })

  it('is refused with 413 in a form, before the form is read', async () => {
    const who = await person()
    let read = 0
    const body = new ReadableStream({
      pull(controller) {
        read++
        controller.enqueue(new Uint8Array(mebibyte))
      },
    })
    const init = {
      method: 'POST',
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': String(210 * mebibyte),
      },
      body,
      duplex: 'half',
    }
    expect((await who.request('/kerja/uji', init)).status).toBe(413)
    expect(read).toBeLessThanOrEqual(1)
  })

  it('is cut off in a form that hides its length, and the others stay', async () => {
    const small = { ...hub.services, config: { ...hub.services.config, mostFileBytes: 1000 } }
    const who = visit(small, await hub.actor('3508', 'anggota_tim'))
    const { ids, problems } = await who.post([file('besar.txt', 'a'.repeat(1001)), aText()])
    expect(ids.length).toBe(1)
    expect(problems).toEqual([expect.stringContaining('besar.txt lebih besar dari 1.000 byte')])
  })
})

describe('a kept file', () => {
  const kept = async (name: string, content: Buffer | string) => {
    const who = await person()
    const { ids } = await who.post([file(name, content)])
    await who.check()
    return { who, url: `/kerja/berkas/${ids[0]}` }
  }

  it('may run nothing, whatever it is', async () => {
    for (const [name, content, shown] of [
      ['a.pdf', pdf(), 'inline'],
      ['a.jpg', await photo(), 'inline'],
      ['a.docx', docx(), 'attachment'],
      ['a.txt', 'Hanya teks.', 'attachment'],
    ] as const) {
      const { who, url } = await kept(name, content)
      const { headers } = await who.request(url)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
      expect(headers.get('content-disposition')).toMatch(new RegExp(`^${shown};`))
    }
  })

  it('keeps its own policy under the headers that the app sets, and asks who wants it', async () => {
    const actor = await hub.actor('3508', 'anggota_tim')
    const who = visit(hub.services, actor)
    const { ids } = await who.post([file('a.txt', 'Hanya teks.')])
    await who.check()
    const app = testApp(hub.services)
    const url = `http://localhost:8080/kerja/berkas/${ids[0]}`
    const { headers } = await app.request(url, {
      headers: { cookie: await signIn(hub.services, actor) },
    })
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*sandbox$/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-cache, no-transform')
    expect((await app.request(url)).status).toBe(303)
  })

  it('is not sent again to who has it', async () => {
    const { who, url } = await kept('a.pdf', pdf())
    const etag = (await who.request(url)).headers.get('etag') ?? ''
    expect(etag).toBe(`"${createHash('sha256').update(pdf()).digest('hex')}"`)
    const again = await who.request(url, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it.each([
    ['bytes=0-9', 206, 0, 10],
    ['bytes=5-', 206, 5, undefined],
    ['bytes=-7', 206, -7, undefined],
    ['bytes=3-999999', 206, 3, undefined],
    ['bytes=999999-', 416, 0, 0],
    ['bytes=9-3', 200, 0, undefined],
    ['bytes=0-1,4-5', 200, 0, undefined],
    ['halaman=1', 200, 0, undefined],
  ])('is sent in part when asked for %s', async (range, status, from, to) => {
    const { who, url } = await kept('a.pdf', pdf())
    const answer = await who.request(url, { headers: { range } })
    expect(answer.status).toBe(status)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf().subarray(from, to))
  })

  it('is read by the province above, and by no other office', async () => {
    const { url } = await kept('a.pdf', pdf())
    expect((await (await person('35', 'verifikator_provinsi')).request(url)).status).toBe(200)
    for (const satkerKode of ['3509', '36', '5203'])
      for (const path of [url, `${url}/pratinjau`])
        expect((await (await person(satkerKode)).request(path)).status).toBe(404)
  })

  it('is stored once, however often and wherever it is sent', async () => {
    const content = randomBytes(3000).toString('base64')
    for (const satkerKode of ['3508', '5203']) {
      const who = await person(satkerKode)
      await who.post([file('a.txt', content), file('b.txt', content)])
      await who.check()
    }
    const sha256 = createHash('sha256').update(content).digest()
    const { rows } = await hub.services.ownerPool.query(
      'select count(*) as rows from berkas where sha256 = $1',
      [sha256],
    )
    expect(Number(rows[0].rows)).toBe(4)
    const stored = []
    for await (const { key } of hub.services.files.store.list('isi')) stored.push(key)
    expect(stored.filter((key) => key.endsWith(sha256.toString('hex'))).length).toBe(1)
  })
})
