import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { baseOf, dataFolder, fault, freePort, run, serve } from './program.ts'

const start = (settings: Record<string, string>, ...args: string[]) =>
  fault(run('main.js', { HUB_DATA: dataFolder(), PORT: '1', ...settings }, ...args))

describe('a start that cannot be', () => {
  it.each([
    [{ PORT: 'delapan' }, /^Konfigurasi keliru\. PORT: harus angka/],
    [{ DATABASE_URL: 'mysql://x' }, /^Konfigurasi keliru\. DATABASE_URL: harus diawali/],
    [{ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' }, /tidak menjawab\. Periksa DATABASE_URL/],
    [{ HUB_DATA: '/dev/null' }, /adalah sebuah berkas\. Pilih folder lain dengan HUB_DATA/],
    [{ HUB_DATA: '/dev/null/hub' }, /tidak dapat ditulis .* Beri izin, atau pilih folder lain/],
    [{ HUB_DATA: '/proc/hub' }, /tidak dapat ditulis .* Beri izin, atau pilih folder lain/],
  ])('says in one sentence what to do: %o', async (settings, sentence) => {
    const { status, lines } = await start(settings)
    expect(lines).toEqual([expect.stringMatching(sentence)])
    expect(status).toBe(1)
  })

  it('knows no other option than --kosong', async () => {
    const { status, lines } = await start({}, '--kosng')
    expect(lines).toEqual([expect.stringMatching(/^Pilihan tidak dikenal\..*--kosong/)])
    expect(status).toBe(1)
  })

  it('names a port that is taken and another one', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const address = taken.address()
    const PORT = String(typeof address === 'object' ? address?.port : '')
    const { status, lines } = await start({ PORT }, '--kosong')
    taken.close()
    expect(lines).toEqual([
      expect.stringMatching(/sudah dipakai program lain.*PORT=8081 npm start/),
    ])
    expect(status).toBe(1)
  })

  it('says that an address is not of this machine', async () => {
    const { lines } = await start({ HOST: '192.0.2.1', PORT: String(await freePort()) }, '--kosong')
    expect(lines).toEqual([expect.stringMatching(/^HOST 192\.0\.2\.1 bukan alamat mesin ini/)])
  })

  it('refuses data of another PostgreSQL', async () => {
    const HUB_DATA = dataFolder()
    const base = await baseOf(HUB_DATA)
    mkdirSync(join(base, 'pg'))
    writeFileSync(join(base, 'pg/PG_VERSION'), '15\n')
    const { status, lines } = await start({ HUB_DATA }, '--kosong')
    rmSync(join(base, 'pg'), { recursive: true })
    expect(lines).toEqual([expect.stringMatching(/dibuat PostgreSQL 15.*memakai 18/)])
    expect(status).toBe(1)
  })

  it('leaves a copy that serves the same data unharmed', async () => {
    const HUB_DATA = dataFolder()
    const first = await serve(HUB_DATA)
    const { status, lines } = await start({ HUB_DATA, PORT: String(await freePort()) })
    expect(lines).toEqual([expect.stringMatching(/sudah berjalan pada data ini.*HUB_DATA/)])
    expect(status).toBe(1)
    expect((await fetch(`${first.url}/sehat`)).status).toBe(200)
    first.process.kill('SIGINT')
    expect(await first.ended).toBe(0)
  })
})
