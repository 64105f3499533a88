import { beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '#platform/command.ts'
import { runJobs } from '#test/support/run-jobs.ts'
import { testHub } from '#test/support/hub.ts'
import { refusals } from '#test/support/refused.ts'
import { templatJobs } from '../jobs-templat.ts'
import { penerimaForStaff, templatForStaff } from '../queries/templat.ts'
import { aPlan } from '../rencana.fixture.ts'
import { createTemplat, discardTemplat, publishTemplat } from './templat.ts'
import { measureNext, measureTemplat, pushNext, pushPageSize, pushTemplat } from './templat-push.ts'

const hub = testHub()
const tables = ['rencana_templat', 'templat_dorongan', 'rencana', 'rencana_riwayat']
const refused = refusals(hub, ...tables)
const work = () => runJobs(hub.services, templatJobs)

let tahun = 2060
let province: Caller
let nation: Caller
beforeAll(async () => {
  province = hub.as(await hub.actor('52', 'kasubbag'))
  nation = hub.as(await hub.actor('00', 'admin_satker'))
})

const aTemplat = (caller: Caller, more: { rencanaId?: string } = {}) =>
  createTemplat(caller, {
    satkerKode: caller.actor?.satkerKode ?? '',
    rencanaId: null,
    jenis: 'ZI',
    tahun: tahun++,
    judul: 'Pembangunan Zona Integritas',
    ...more,
  })
const published = async (caller: Caller) => {
  const { id } = await aTemplat(caller)
  await publishTemplat(caller, { templatId: id })
  return { templatId: id }
}

describe('keeping a template', () => {
  const cases = [
    ['publishTemplat', publishTemplat, aTemplat],
    ['discardTemplat', discardTemplat, aTemplat],
  ] as const

  it.each(cases)('%s has its five sentences', async (_, run, make) => {
    const { id } = await make(province)
    const input = { templatId: id }
    await refused('not-signed-in', () => run(hub.as(null), input))
    const reader = hub.as(await hub.actor('52', 'verifikator_provinsi'))
    await refused('forbidden', () => run(reader, input))
    await refused('forbidden', () => run(nation, input))
    const neighbour = hub.as(await hub.actor('35', 'admin_satker'))
    await refused('not-found', () => run(neighbour, input))
    await run(province, input)
    const { templatId } = await published(province)
    await refused('refused', () => run(province, { templatId }))
  })

  it('createTemplat has its five sentences: a plan of the own office, or the usual plan', async () => {
    const input = {
      satkerKode: '52',
      rencanaId: null,
      jenis: 'RB' as const,
      tahun: 2099,
      judul: 'Baku',
    }
    await refused('not-signed-in', () => createTemplat(hub.as(null), input))
    const reader = hub.as(await hub.actor('52', 'pembaca'))
    await refused('forbidden', () => createTemplat(reader, input))
    const kabupaten = hub.as(await hub.actor('5203', 'admin_satker'))
    await refused('forbidden', () => createTemplat(kabupaten, { ...input, satkerKode: '5203' }))
    await refused('not-found', () => createTemplat(province, { ...input, satkerKode: '35' }))
    const below = await aPlan(hub, '5203')
    await refused('not-found', () => createTemplat(province, { ...input, rencanaId: below.id }))
    const empty = await aPlan(hub, '52', 'draft')
    await hub.services.ownerPool.query('delete from rencana_area where rencana_id = $1', [empty.id])
    await refused('refused', () => createTemplat(province, { ...input, rencanaId: empty.id }))
    const own = await aPlan(hub, '52')
    const { id } = await createTemplat(province, { ...input, rencanaId: own.id })
    const { head, butir } = await templatForStaff(province, { id, page: 1 })
    expect([butir, head.jenis, head.tahun]).toEqual([3, own.tree.jenis, 2099])
    expect(JSON.stringify(head.isi)).not.toContain('"penanggungJawab":{')
  })
})

describe('pushing a template', () => {
  it('has its five sentences, as has counting again', async () => {
    const { id } = await aTemplat(province)
    const push = { templatId: id, kepada: ['kabkota' as const] }
    for (const run of [
      (caller: Caller) => pushTemplat(caller, push),
      (caller: Caller) => measureTemplat(caller, push),
    ]) {
      await refused('not-signed-in', () => run(hub.as(null)))
      const reader = hub.as(await hub.actor('52', 'pembaca'))
      await refused('forbidden', () => run(reader))
      const neighbour = hub.as(await hub.actor('35', 'admin_satker'))
      await refused('not-found', () => run(neighbour))
      await refused('refused', () => run(province))
    }
    await publishTemplat(province, { templatId: id })
    await refused('refused', () => pushTemplat(province, { ...push, kepada: [] }))
    expect((await pushTemplat(province, push)).satker).toBe(10)
    await refused('refused', () => pushTemplat(province, push))
    await refused('forbidden', () => pushNext(province, { templatId: id }))
    await refused('forbidden', () => measureNext(province, { templatId: id, sesudah: '' }))
    await work()
    await measureTemplat(province, push)
    expect(await work()).toEqual(['rencana-aksi.templat-measure'])
  })

  it('gives a draft to each office without a plan, and touches no plan that is there', async () => {
    const { templatId } = await published(province)
    const year = tahun - 1
    const own = await aPlan(hub, '5203', 'approved', { tahun: year, jenis: 'ZI' })
    await pushTemplat(province, { templatId, kepada: ['kabkota'] })
    await work()
    const page = await templatForStaff(province, { id: templatId, page: 1 })
    expect(page.sums).toMatchObject({ satker: 10, terlayani: 10, sudahAda: 1, menyimpang: 1 })
    expect(page.rows[0]).toMatchObject({ kode: '5203', hasil: 'sudah_ada', state: 'approved' })
    expect(page.rows[1]).toMatchObject({ hasil: 'dibuat', state: 'draft', tambah: 0, ubah: 0 })
    const local = await penerimaForStaff(province, { id: templatId, kode: '5203' })
    expect([local.rencanaId, local.diff.added.length]).toEqual([own.id, 3])
    const { rows } = await hub.services.ownerPool.query(
      'select count(*)::int as n from rencana where templat_id = $1 and templat_isi is not null',
      [templatId],
    )
    expect(rows).toEqual([{ n: 9 }])
  })

  it('goes on after a crash where it stood, and does nothing twice', async () => {
    const { templatId } = await published(province)
    await pushTemplat(province, { templatId, kepada: ['kabkota'] })
    await work()
    const rows = async () =>
      (
        await hub.services.ownerPool.query(
          'select sasaran_kode, rencana_id from templat_dorongan where templat_id = $1 order by 1',
          [templatId],
        )
      ).rows
    const done = await rows()
    await hub.services.ownerPool.query(
      `update templat_dorongan set done_at = null, hasil = null where templat_id = $1 and sasaran_kode < '5206'`,
      [templatId],
    )
    const handler = templatJobs['rencana-aksi.templat-push']
    await handler?.(hub.services, { satkerKode: '52', templatId, sesudah: '' })
    await handler?.(hub.services, { satkerKode: '52', templatId, sesudah: '' })
    expect(await rows()).toEqual(done)
  })

  it('reaches all 514 kabupaten and kota in pages, with the progress to be seen', async () => {
    const { templatId } = await published(nation)
    expect((await pushTemplat(nation, { templatId, kepada: ['kabkota'] })).satker).toBe(514)
    let pages = 0
    for (let names = await work(); names.length > 0; names = await work()) {
      pages++
      const { sums } = await templatForStaff(nation, { id: templatId, page: 1 })
      expect(sums.terlayani).toBe(Math.min(514, pages * pushPageSize))
    }
    expect(pages).toBe(Math.ceil(514 / pushPageSize))
  }, 180_000)
})
