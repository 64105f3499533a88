import { beforeAll, describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { mount as impor } from '#mount/impor'
import { mount as pengguna } from '#mount/pengguna'
import { loadSampleMonitoring } from './samples.ts'

const hub = testHub()
const count = async (text: string) =>
  Number((await hub.services.ownerPool.query(`select count(*) as n from ${text}`)).rows[0].n)

beforeAll(async () => {
  await pengguna.samples?.(hub.services)
  await impor.samples?.(hub.services)
  await loadSampleMonitoring(hub.services)
}, 120_000)

describe('the sample offices', () => {
  it('have closed meetings whose packs prove butir, and one still to come', async () => {
    expect(await count('rapat where closed_at is not null')).toBe(4)
    expect(await count('rapat where closed_at is null')).toBe(1)
    expect(await count("rapat_pakai where satker_kode = '5203'")).toBeGreaterThan(5)
    expect(await count("rapat_pakai where satker_kode = '15'")).toBeGreaterThan(0)
    const ready = 'rapat_berkas b join berkas f on f.id = b.berkas_id where f.ready_at is not null'
    expect(await count(`${ready} and b.dokumen = 'dokumentasi'`)).toBe(1)
  })

  it('have reports that were accepted, that wait, that run and that were missed', async () => {
    expect(await count('laporan_monev where verified_at is not null')).toBe(2)
    expect(await count('laporan_monev where submitted_at is not null')).toBe(3)
    expect(await count('rencana_pemantauan')).toBeGreaterThanOrEqual(2)
    expect(await count("laporan_monev where tahun = 2026 and satker_kode <> '00'")).toBe(552)
  })

  it('have steps of follow-up in every state', async () => {
    expect(await count('ratl where closed_at is not null')).toBe(1)
    expect(await count('ratl where closed_at is null and reported_at is not null')).toBe(1)
    expect(await count("ratl where reported_at is null and jatuh_tempo < '2026-11-20'")).toBe(1)
    expect(await count("ratl where efektif = 'belum'")).toBe(1)
    expect(await count('temuan_monev where lanjut_at is not null')).toBe(1)
  })
})
