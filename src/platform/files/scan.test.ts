import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docx, eicar } from './files.fixture.ts'
import { examine } from './examine.ts'
import { scan, ScannerAway } from './scan.ts'

const daemon = '/usr/sbin/clamd'
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-pindai-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const file = async (name: string, content: Buffer | string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe.skipIf(!existsSync(daemon))('with the ClamAV of this machine', () => {
  let clamd: ChildProcess
  const socket = () => join(folder, 'clamd.sock')

  beforeAll(async () => {
    // a signature of our own: what the EICAR string is in hexadecimal, anywhere in any file
    await file('uji.ndb', `Uji.EICAR:0:*:${eicar().toString('hex')}\n`)
    const settings = [`LocalSocket ${socket()}`, `DatabaseDirectory ${folder}`, 'Foreground yes']
    await file('clamd.conf', `${settings.join('\n')}\nStreamMaxLength 2M\n`)
    clamd = spawn(daemon, ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' })
    for (let tries = 0; !existsSync(socket()) && tries < 300; tries++) await sleep(100)
  })
  afterAll(() => clamd.kill('SIGKILL'))

  it('EICAR is found by its name, also inside of a document', async () => {
    expect(await scan(socket(), await file('e.txt', eicar()))).toMatch(/EICAR/)
    const outcome = await examine(await file('e2', eicar()), 'catatan.txt', socket())
    expect(outcome).toMatchObject({ refusal: expect.stringContaining('isi berbahaya') })
  })

  it('a clean file is called clean and said to be scanned', async () => {
    expect(await scan(socket(), await file('bersih.docx', docx()))).toBeNull()
    const outcome = await examine(await file('bersih2', docx()), 'surat.docx', socket())
    expect(outcome).toMatchObject({ scanned: true })
  })

  it('a file larger than it takes has no verdict, so it is not released', async () => {
    const path = await file('besar', Buffer.alloc(5 * 1024 * 1024, 'a'))
    await expect(scan(socket(), path)).rejects.toThrow(ScannerAway)
  })
})

describe('without a verdict', () => {
  let odd: Server
  beforeAll(async () => {
    odd = createServer((socket) => socket.end('siapa?')).listen(join(folder, 'aneh.sock'))
  })
  afterAll(() => odd.close())

  it.each([
    ['nobody listens', () => '127.0.0.1:9'],
    ['the socket is not there', () => join(folder, 'tiada.sock')],
    ['the answer is not clamd’s', () => join(folder, 'aneh.sock')],
  ])('because %s, the file is neither clean nor infected', async (_, clamd) => {
    const path = await file('x.txt', 'isi')
    await expect(scan(clamd(), path)).rejects.toThrow(ScannerAway)
  })
})
