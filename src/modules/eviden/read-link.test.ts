import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublicAddress } from './link-address.ts'
import { pageTitle } from './page-title.ts'
import { readLink } from './read-link.ts'

let base = ''
let asked = 0
const server = http.createServer((request, response) => {
  asked++
  const at = request.url ?? ''
  if (at === '/pindah') return response.writeHead(302, { location: '/halaman' }).end()
  if (at === '/dalam')
    return response.writeHead(302, { location: 'http://169.254.169.254/kunci' }).end()
  if (at === '/berkas') return response.writeHead(302, { location: 'file:///etc/passwd' }).end()
  if (at === '/putar') return response.writeHead(302, { location: '/putar' }).end()
  if (at === '/diam') return
  if (at === '/pdf') return response.writeHead(200, { 'content-type': 'application/pdf' }).end('%')
  if (at === '/panjang') {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.write('<title>Panjang</title>')
    const part = 'x'.repeat(64 * 1024)
    const more = () => response.write(part, (error) => error ?? more())
    return more()
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end('<html><head><title>\n Bimtek SPIP &amp; ZI&#8211;2026 </title></head></html>')
})

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Our own server is let in, as no one else is. */
const isAllowed = (address: string) => address === '127.0.0.1'

describe('reading the title of a link', () => {
  it('finds it, also after a redirect [P.16]', async () => {
    const judul = 'Bimtek SPIP & ZI–2026'
    expect(await readLink(`${base}/halaman`, { isAllowed })).toEqual({ judul })
    expect(await readLink(`${base}/pindah`, { isAllowed })).toEqual({ judul })
    expect(
      await readLink(`${base.replace('127.0.0.1', 'localhost')}/`, { isAllowed: () => true }),
    ).toEqual({ judul })
  })

  it('never asks an address of the inside, whether named, written, or redirected to', async () => {
    const before = asked
    const inside = { sebab: expect.stringContaining('jaringan dalam') }
    expect(await readLink(`${base}/halaman`)).toEqual(inside)
    expect(await readLink('http://localhost:1/')).toEqual(inside)
    expect(await readLink('http://[::1]:1/')).toEqual(inside)
    expect(await readLink('http://2130706433/')).toEqual(inside)
    expect(asked).toBe(before)
    expect(await readLink(`${base}/dalam`, { isAllowed })).toEqual(inside)
  })

  it('knows only http and https, also in a redirect', async () => {
    const wrong = { sebab: 'Alamat bukan http atau https.' }
    expect(await readLink('file:///etc/passwd')).toEqual(wrong)
    expect(await readLink('bukan alamat')).toEqual(wrong)
    expect(await readLink(`${base}/berkas`, { isAllowed })).toEqual(wrong)
  })

  it('gives up on what turns in circles, stays silent, or is no page, and reads no more than it needs', async () => {
    expect(await readLink(`${base}/putar`, { isAllowed })).toHaveProperty('sebab')
    expect(await readLink(`${base}/diam`, { isAllowed, patience: 50 })).toEqual({
      sebab: 'Situs terlalu lama menjawab.',
    })
    expect(await readLink(`${base}/pdf`, { isAllowed })).toHaveProperty('sebab')
    expect(await readLink(`${base}/panjang`, { isAllowed })).toEqual({ judul: 'Panjang' })
  })
})

describe('an address that may be asked', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
    'bukan',
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(['8.8.8.8', '103.21.244.1', '172.32.0.1', '::ffff:8.8.8.8', '2606:4700::1111'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )
})

describe('the title of a page', () => {
  it('is plain text, or what social media are told, or none', () => {
    expect(pageTitle('<title lang="id">A &lt;b&gt; &#x41;</title>')).toBe('A <b> A')
    expect(pageTitle('<title></title><meta property="og:title" content="Dari meta">')).toBe(
      'Dari meta',
    )
    expect(pageTitle('<p>tanpa judul</p>')).toBeNull()
    expect(pageTitle(`<title>${'a'.repeat(999)}</title>`)).toHaveLength(300)
  })

  it.each(['<meta ', '<title ', '<meta property="og:title" ', '<title>'])(
    'costs little to look for among %s without end',
    (tag) => {
      const page = tag.repeat(Math.ceil((512 * 1024) / tag.length))
      // a reading that grows with the square of the page takes longer than a test may
      expect(pageTitle(page)).toBeNull()
    },
  )

  it('never holds half a letter, which the database would refuse', () => {
    expect(pageTitle('<title>a&#xD800;b</title>')).toBe('a\uFFFDb')
    expect(pageTitle(`<title>${'a'.repeat(299)}😀</title>`)?.isWellFormed()).toBe(true)
  })
})
