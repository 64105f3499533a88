import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { cli } from './cli.ts'

const hub = testHub()
let out = ''
let err = ''

beforeEach(() => {
  out = err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text))))
})
afterEach(() => vi.restoreAllMocks())

const run = (line: string) =>
  cli[0]?.run(
    line.split(' '),
    async () => hub.services,
    () => hub.services.config,
  )
const question = 'hitung --satker 5203 --mulai 2026-03-17T09:00'

describe('hub kalender', () => {
  it('explains itself when it is not understood', async () => {
    for (const line of ['', 'hapus', question, `${question} --hari 1 --jam 2`, 'hitung --x'])
      expect(await run(line)).toBe(2)
    expect(err).toContain('hub kalender hitung')
  })

  it('says which amount or office is wrong', async () => {
    expect(await run(`${question} --hari nol`)).toBe(2)
    expect(err).toContain('Isi jumlah, bilangan bulat mulai 1.')
    expect(await run('hitung --satker 9999 --mulai 2026-03-17T09:00 --hari 1')).toBe(1)
    expect(err).toContain('Satuan kerja tidak ditemukan')
  })

  it('counts in local time and explains day by day', async () => {
    expect(await run(`${question} --hari 5`)).toBe(0)
    expect(out).toContain('Jatuh tempo 31 Maret 2026 pukul 16.00 WITA')
    expect(out).toContain('Kamis, 19 Maret 2026\t0\tLibur nasional: Hari Suci Nyepi')
    expect(out).toContain('Selasa, 31 Maret 2026\t5\tHari kerja\t07.30–12.00 dan 13.00–16.00')
  })

  it('answers a script in JSON', async () => {
    expect(await run(`${question} --menit 90 --json`)).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      jatuhTempo: '2026-03-17T02:30:00.000Z',
      belumPasti: false,
      satker: { kode: '5203' },
      penjelasan: [{ tanggal: '2026-03-17', dihitung: 90, jumlah: 90 }],
    })
  })
})
