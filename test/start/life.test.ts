import { describe, expect, it } from 'vitest'
import { ask, dataFolder, isAlive, pause, run, serve, serverPid } from './program.ts'

const note = (nomor: number) =>
  `insert into hub.rujukan (nama, sha256) values ('uji-${nomor}', 'x') returning nama`

/** Writes until the database is gone; returns how many rows it has promised to keep. */
async function writeUntilItEnds(dataDir: string): Promise<number> {
  for (let nomor = 0; ; nomor++)
    try {
      await ask(dataDir, note(nomor))
    } catch {
      return nomor
    }
}

const kept = async (dataDir: string) => {
  const [row] = await ask(
    dataDir,
    "select count(*)::int as n from hub.rujukan where nama like 'uji-%'",
  )
  return (row as { n: number }).n
}

const healthy = async (url: string) => {
  const answer = await fetch(`${url}/sehat`).catch(() => null)
  return answer?.status === 200
}

describe('the life of the product', () => {
  it('tells where it is and how the first person comes in', async () => {
    const hub = await serve(dataFolder())
    expect(hub.said.out).toContain(`KPU HUB menyala di http://localhost:${hub.port}`)
    expect(hub.said.out).toContain('npx hub pengguna admin --satker 00')
    hub.process.kill('SIGTERM')
    expect(await hub.ended).toBe(0)
    expect(hub.said.err).toBe('')
  })

  it('ends at Ctrl-C with its database, and a command of the CLI in between ends what it began', async () => {
    const dataDir = dataFolder()
    const hub = await serve(dataDir)
    const pid = await serverPid(dataDir)
    hub.process.kill('SIGINT')
    expect(await hub.ended).toBe(0)
    // It has given up its data; its process may need a moment more to be gone.
    while (isAlive(pid)) await pause(10)
    const check = run('cli.js', { HUB_DATA: dataDir }, 'periksa')
    expect(await check.ended).toBe(0)
    expect(check.said.err).toBe('')
    expect(check.said.out).toMatch(/^Utuh: 0 baris audit dalam 0 rantai/)
    await expect(serverPid(dataDir)).rejects.toThrow('ENOENT')
  })

  it('ends at Ctrl-C while it is still preparing, and then starts', async () => {
    const dataDir = dataFolder()
    const hub = run('main.js', { HUB_DATA: dataDir, PORT: '1' }, '--kosong')
    while (!(await serverPid(dataDir).catch(() => null))) await pause(10)
    hub.process.kill('SIGINT')
    expect(await hub.ended).toBe(0)
    await expect(serverPid(dataDir)).rejects.toThrow('ENOENT')
    const again = await serve(dataDir)
    again.process.kill('SIGINT')
    expect(await again.ended).toBe(0)
  })

  it('keeps every committed row when its database is killed during writes, and goes on by itself', async () => {
    const dataDir = dataFolder()
    const hub = await serve(dataDir)
    const writing = writeUntilItEnds(dataDir)
    await pause(200)
    process.kill(await serverPid(dataDir), 'SIGKILL')
    const promised = await writing
    while (!(await healthy(hub.url))) await pause(50)
    expect(promised).toBeGreaterThan(0)
    expect(await kept(dataDir)).toBeGreaterThanOrEqual(promised)
    hub.process.kill('SIGINT')
    expect(await hub.ended).toBe(0)
  })

  it('keeps every committed row when it is killed with its database during writes', async () => {
    const dataDir = dataFolder()
    const hub = await serve(dataDir)
    const writing = writeUntilItEnds(dataDir)
    await pause(200)
    hub.process.kill('SIGKILL')
    process.kill(await serverPid(dataDir), 'SIGKILL')
    const promised = await writing
    const again = await serve(dataDir)
    expect(promised).toBeGreaterThan(0)
    expect(await kept(dataDir)).toBeGreaterThanOrEqual(promised)
    again.process.kill('SIGINT')
    expect(await again.ended).toBe(0)
  })

  it('takes over the database of a killed program and gives its jobs back', async () => {
    const dataDir = dataFolder()
    const hub = await serve(dataDir)
    const pid = await serverPid(dataDir)
    await ask(dataDir, note(1))
    hub.process.kill('SIGKILL')
    await hub.ended
    await ask(
      dataDir,
      `with job as (select id from graphile_worker.add_job('uji', run_at => now() + interval '1 day'))
       update graphile_worker._private_jobs set locked_by = 'mati', locked_at = now() where id = (select id from job)`,
    )
    const again = await serve(dataDir)
    expect(await serverPid(dataDir)).toBe(pid)
    expect(await kept(dataDir)).toBe(1)
    const held = 'select from graphile_worker._private_jobs where locked_by is not null'
    expect(await ask(dataDir, held)).toEqual([])
    again.process.kill('SIGINT')
    expect(await again.ended).toBe(0)
  })

  it('makes the database anew when loading its samples was cut short', async () => {
    const dataDir = dataFolder()
    const hub = await serve(dataDir)
    await ask(dataDir, "update hub.rujukan set sha256 = 'dimuat' where nama = 'contoh'")
    await ask(dataDir, note(1))
    hub.process.kill('SIGINT')
    await hub.ended
    const again = await serve(dataDir)
    expect(await kept(dataDir)).toBe(0)
    again.process.kill('SIGINT')
    expect(await again.ended).toBe(0)
  })
})
