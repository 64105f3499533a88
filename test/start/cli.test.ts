import { describe, expect, it } from 'vitest'
import { mounts } from '../../src/mounts.ts'
import { dataFolder, fault, run } from './program.ts'

const names = mounts.flatMap((mount) => mount.cli ?? []).map((each) => each.name)
const words = /\b(yang|dan|atau|dengan|untuk|semua|setiap|dari)\b/

async function hub(...args: string[]) {
  const program = run('cli.js', { HUB_DATA: '/dev/null' }, ...args)
  return { status: await program.ended, ...program.said }
}

describe('hub', () => {
  it('lists every command', async () => {
    expect(names.length).toBeGreaterThan(2)
    const { status, out, err } = await hub('--help')
    expect({ status, err }).toEqual({ status: 0, err: '' })
    for (const name of names) expect(out).toMatch(new RegExp(`^  ${name} +\\S+`, 'm'))
  })

  it.each(names)('explains %s in Indonesian on standard output alone', async (name) => {
    const { status, out, err } = await hub(name, '--help')
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain(`hub ${name}`)
    expect(out.length).toBeGreaterThan(80)
    expect(out).toMatch(words)
    expect((await hub('bantuan', name)).out).toBe(out)
  })

  it.each(names)('does not take a wrong option of %s for anything', async (name) => {
    const { status, out, err } = await hub(name, '--pilihan-yang-tidak-ada')
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err.trim()).not.toBe('')
    expect(err).not.toMatch(/^\s+at /m)
  })

  it('says so when a command is not known, and shows the list when none is given', async () => {
    expect(await hub('hapus')).toEqual({
      status: 2,
      out: '',
      err: 'Perintah "hapus" tidak dikenal. Lihat: hub --help\n',
    })
    expect(await hub()).toMatchObject({ status: 2, out: '' })
  })

  it('finds the offices in a data folder that no server has opened yet', async () => {
    const settings = { HUB_DATA: dataFolder() }
    const person = ['--email', 'nama@kpu.go.id', '--nama', 'Nama Lengkap']
    const program = run('cli.js', settings, 'pengguna', 'admin', '--satker', '52', ...person)
    expect({ status: await program.ended, err: program.said.err }).toEqual({ status: 0, err: '' })
    expect(program.said.out).toContain('/undangan/')
  })

  it('tells in one sentence why there is no database', async () => {
    const { status, lines } = await fault(run('cli.js', { HUB_DATA: '/dev/null' }, 'periksa'))
    expect(lines).toEqual([expect.stringMatching(/adalah sebuah berkas/)])
    expect(status).toBe(1)
  })
})
