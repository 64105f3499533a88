import { beforeAll, describe, expect, it, vi } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { contoh } from './cli.ts'

const hub = testHub()
const rows = async (text: string) => (await hub.services.ownerPool.query(text)).rows

let out = ''
let err = ''
async function run(...args: string[]): Promise<number> {
  out = err = ''
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text)))),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text)))),
  ]
  try {
    return await contoh.run(
      args,
      () => Promise.resolve(hub.services),
      () => hub.services.config,
    )
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

const tables = ['pengguna', 'rencana', 'rencana_sel', 'eviden', 'eviden_pakai', 'berkas']

describe('hub contoh --nasional', () => {
  beforeAll(async () => {
    if ((await run('--nasional', '--provinsi', '52', '--tahun', '2026')) !== 0) throw new Error(err)
  }, 60_000)

  it('gives every office of the province both plans, with people, progress and evidence', async () => {
    expect(out).toContain('52: 11 satker, 22 rencana dibuat')
    expect(await rows("select from rencana where left(satker_kode, 2) = '52'")).toHaveLength(22)
    const [sizes] = await rows(`select min(n) as least, max(n) as most from (
      select count(*) as n from rencana_butir group by rencana_id) x`)
    expect(sizes.least).toBeGreaterThan(75)
    expect(sizes.most).toBeLessThanOrEqual(88)
    const states = await rows('select status from rencana_sel group by 1 order by 1')
    expect(states.map(({ status }) => status)).toEqual(['done', 'in_progress', 'planned', 'waived'])
    for (const table of ['rencana_indikator_nilai', 'rencana_pemantauan', 'eviden_pakai', 'berkas'])
      expect(await rows(`select from ${table} limit 1`), table).toHaveLength(1)
  })

  it('keeps every audit chain whole', async () => {
    expect(await rows('select * from hub.periksa_audit()')).toEqual([])
    const [sum] = await rows('select count(*) as n from audit_log')
    expect(sum.n).toBeGreaterThan(1000)
  })

  it('leaves sums that a recount confirms', async () => {
    const wrong = await rows(`
      (select h.* from rencana r, lateral hub.hitung_rekap(r.satker_kode, r.id) h except select * from rencana_rekap)
      union all
      (select * from rencana_rekap except select h.* from rencana r, lateral hub.hitung_rekap(r.satker_kode, r.id) h)`)
    expect(wrong).toEqual([])
  })

  it('freezes figures that add up', async () => {
    const wrong = await rows(`
      select id from rencana_pemantauan p where (angka->'total'->>'selesai')::int <>
        (select sum((a->>'selesai')::int) from jsonb_array_elements(angka->'area') a)`)
    expect(wrong).toEqual([])
  })

  it('makes people whom nobody can sign in as', async () => {
    expect(await rows('select from pengguna where user_id is not null')).toEqual([])
    expect(
      await rows("select from pengguna where email not like '%@contoh.kpu-hub.invalid'"),
    ).toEqual([])
  })

  it('points its files at contents that are kept', async () => {
    const kept = await rows('select distinct sha256 from berkas')
    expect(kept.length).toBeGreaterThan(1)
    const { contentKey } = await import('#platform/files/files.ts')
    for (const { sha256 } of kept)
      expect(await hub.services.files.store.has(contentKey(sha256))).toBe(true)
  })

  it('doubles nothing when asked again, and says so', async () => {
    const before = await hub.counts(...tables)
    expect(await run('--nasional', '--provinsi', '52', '--tahun', '2026')).toBe(0)
    expect(out).toContain('22 sudah ada')
    expect(out).toContain('Tidak ada yang dibuat')
    expect(await hub.counts(...tables)).toEqual(before)
  })

  it.each([
    [[], 'Sebutkan --nasional'],
    [['--nasional', '--tahun', 'lalu'], 'empat angka'],
    [['--nasional', '--provinsi', '5203'], 'dua angka'],
    [['--nasional', '--benih', 'x'], 'Tulis benih'],
    [['--semua'], 'tidak dikenal'],
  ])('does not understand %s', async (args, sentence) => {
    expect(await run(...args)).toBe(2)
    expect(err).toContain(sentence)
  })

  it('knows no province that is not there', async () => {
    expect(await run('--nasional', '--provinsi', '99')).toBe(1)
    expect(err).toContain('Provinsi 99 tidak ada')
  })

  it('refuses a database in which a real person works', async () => {
    await hub.actor('3508', 'kasubbag')
    const before = await hub.counts(...tables)
    expect(await run('--nasional', '--provinsi', '35')).toBe(1)
    expect(err).toContain('HUB_DATA tersendiri')
    expect(await hub.counts(...tables)).toEqual(before)
  })
})
