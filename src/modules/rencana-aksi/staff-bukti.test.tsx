import { describe, expect, it } from 'vitest'
import { removeEviden } from '#modules/eviden'
import { query } from '#platform/command.ts'
import { usesOf } from '#modules/eviden'
import { testHub } from '#test/support/hub.ts'
import { aBerkas, aBukti, aNote, aProvedPlan, slots } from './bukti.fixture.ts'
import { proveButir } from './commands/bukti.ts'
import { acceptBukti } from './commands/bukti-verify.ts'
import { buktiPemantauan } from './queries/bukti-pemantauan.ts'
import type { Plan } from './rencana.fixture.ts'
import { pagesFor, textOf } from './staff.fixture.ts'

const hub = testHub()
const uses = query(usesOf)
const usesIn = (plan: Plan) =>
  uses(plan.admin, { satkerKode: plan.tree.satkerKode, butirIds: plan.butirIds })
const first = (plan: Plan) => plan.butirIds[0] ?? ''
const butirPath = (plan: Plan) => `/${plan.id}/butir/${first(plan)}`
const provePath = (plan: Plan) => `${butirPath(plan)}/eviden`

const note = {
  bentuk: 'catatan',
  judul: 'Catatan rapat',
  teks: 'Rapat dihadiri seluruh bagian.',
  tanggal: '2026-02-03',
  slot: slots[0],
  bulan: '2',
}

describe('the checklist of a butir [P.13]', () => {
  it('says of each document what is missing, waiting, returned or accepted, and where to bring it', async () => {
    const plan = await aProvedPlan(hub, '3508')
    const pages = pagesFor(hub, plan.admin)
    const list = async () =>
      (await pages.get(butirPath(plan))).page
        .querySelectorAll('.checklist > li')
        .map((item) => textOf(item))
    expect(await list()).toMatchObject([
      expect.stringContaining('Belum ada'),
      expect.stringContaining('Belum ada'),
    ])
    const made = await aBukti(plan, plan.admin, slots[0])
    expect((await list())[0]).toContain('Menunggu verifikasi')
    const kasubbag = hub.as(await hub.actor('3508', 'kasubbag'))
    await acceptBukti(kasubbag, { bukti: [made] })
    expect((await list())[0]).toContain('Diterima')
  })

  it('offers nothing to a reader', async () => {
    const plan = await aProvedPlan(hub, '3509')
    const pages = pagesFor(hub, hub.as(await hub.actor('3509', 'pembaca')))
    expect((await pages.get(butirPath(plan))).text).not.toContain('/eviden?')
    expect((await pages.get(provePath(plan))).status).toBe(403)
    expect((await pages.post(provePath(plan), note)).status).toBe(403)
  })
})

describe('bringing evidence', () => {
  it('keeps what was typed when something is wrong, and comes back to the checklist', async () => {
    const plan = await aProvedPlan(hub, '3507')
    const pages = pagesFor(hub, plan.admin)
    const wrong = await pages.post(provePath(plan), { ...note, teks: 'pendek', bulan: '13' })
    expect(wrong.status).toBe(422)
    expect(
      wrong.page.querySelectorAll('#masalah a').map((link) => link.getAttribute('href')),
    ).toEqual(['#bulan', '#teks'])
    expect(wrong.page.querySelector('#teks')?.text).toBe('pendek')
    const done = await pages.post(provePath(plan), note)
    expect([done.status, done.location]).toEqual([
      303,
      `/kerja/rencana-aksi${butirPath(plan)}#eviden`,
    ])
    expect(await usesIn(plan)).toMatchObject([{ slot: slots[0], bulan: 2 }])
  })

  it('asks for a file when none was chosen, and takes those that were received', async () => {
    const plan = await aProvedPlan(hub, '3506')
    const pages = pagesFor(hub, plan.admin)
    const file = { ...note, bentuk: 'berkas', judul: '', teks: '' }
    expect((await pages.post(provePath(plan), file)).text).toContain(
      'Pilih paling sedikit satu berkas',
    )
    const mine = async () => {
      const id = await aBerkas(hub, '3506', 'ready', 'daftar hadir.pdf')
      await hub.services.ownerPool.query('update berkas set received_by = $1 where id = $2', [
        plan.admin.actor?.id,
        id,
      ])
      return id
    }
    const berkas = [await mine(), await mine()]
    expect((await pages.post(provePath(plan), { ...file, berkas })).status).toBe(303)
    expect((await usesIn(plan)).map(({ eviden }) => eviden.judul)).toEqual([
      'daftar hadir',
      'daftar hadir',
    ])
  })

  it('refuses a date of another year with the way out, as a page', async () => {
    const plan = await aProvedPlan(hub, '3505')
    const pages = pagesFor(hub, plan.admin)
    const answer = await pages.post(provePath(plan), { ...note, tanggal: '2025-02-03' })
    expect(answer.status).toBe(409)
    expect(textOf(answer.page.querySelector('#masalah'))).toContain('masa berlaku')
    const marked = { berlakuDari: '2025-01-01', berlakuSampai: '2026-12-31' }
    const alasanBerlaku = 'SK berlaku dua tahun'
    const typed = { ...note, tanggal: '2025-02-03', ...marked, alasanBerlaku }
    expect((await pages.post(provePath(plan), typed)).status).toBe(303)
  })

  it('finds evidence of the library and uses it again [P.14]', async () => {
    const plan = await aProvedPlan(hub, '3504')
    await aBukti(plan, plan.admin, slots[0])
    const [use] = await usesIn(plan)
    const pages = pagesFor(hub, plan.admin)
    const other = `/${plan.id}/butir/${plan.butirIds[1]}/eviden?dari=pustaka`
    expect((await pages.get(`${other}&cari=tidak-ada`)).text).toContain(
      'Tidak ada eviden yang cocok',
    )
    const found = await pages.get(`${other}&cari=catatan`)
    const value = found.page.querySelector('input[name=eviden]')?.getAttribute('value') ?? ''
    expect(value).toBe(use?.eviden.id)
    expect((await pages.post(other, { slot: '', bulan: '' })).status).toBe(422)
    expect(
      (await pages.post(other, { eviden: value, slot: '', bulan: '', halaman: '4' })).status,
    ).toBe(303)
    expect((await usesIn(plan)).map(({ halaman }) => halaman)).toContain(4)
    await expect(removeEviden(plan.admin, { id: value })).rejects.toMatchObject({ status: 409 })
  })
})

describe('done with evidence, from the form of a month', () => {
  it('needs one form: files chosen, one button, and both are stored', async () => {
    const plan = await aProvedPlan(hub, '3503')
    const pages = pagesFor(hub, plan.admin)
    const path = `/${plan.id}/sel/${first(plan)}/2`
    const form = {
      status: 'planned',
      versi: '1',
      catatan: '',
      alasan: '',
      doneOn: '',
      slot: slots[1],
    }
    const without = await pages.post(path, { ...form, dengan: 'eviden' })
    expect(without.status).toBe(422)
    expect(without.text).toContain('Pilih berkasnya dahulu')
    const berkas = await aBerkas(hub, '3503')
    await hub.services.ownerPool.query('update berkas set received_by = $1 where id = $2', [
      plan.admin.actor?.id,
      berkas,
    ])
    const stale = await pages.post(path, { ...form, versi: '9', dengan: 'eviden', berkas })
    expect(stale.status).toBe(409)
    expect(stale.page.querySelector('input[name=berkas]')?.getAttribute('value')).toBe(berkas)
    expect(await usesIn(plan)).toEqual([])
    expect((await pages.post(path, { ...form, dengan: 'eviden', berkas })).status).toBe(303)
    expect(await usesIn(plan)).toMatchObject([{ slot: slots[1], bulan: 2, state: 'pending' }])
    expect((await pages.get(path)).text).toContain('Selesai')
  })
})

describe('verification', () => {
  it('goes through the queue: accept leads to the next, return asks for a note and keeps it', async () => {
    const plan = await aProvedPlan(hub, '3502')
    const a = await aBukti(plan, plan.admin, slots[0])
    const b = await aBukti(plan, plan.admin, slots[1])
    const verifier = hub.as(await hub.actor('3502', 'koordinator_area', { areaBaku: 4 }))
    const pages = pagesFor(hub, verifier)
    expect(
      (await pages.get('/verifikasi')).page.querySelectorAll('input[name=bukti]'),
    ).toHaveLength(2)
    const short = await pages.post(`/${plan.id}/bukti/${a.pakaiId}/kembalikan`, {
      catatan: 'kurang',
    })
    expect(short.status).toBe(422)
    expect(short.page.querySelector('textarea[name=catatan]')?.text).toBe('kurang')
    const back = { catatan: 'Tanda tangan belum ada.' }
    const returned = await pages.post(`/${plan.id}/bukti/${a.pakaiId}/kembalikan`, back)
    expect(returned.location).toContain(b.pakaiId)
    const accepted = await pages.post(`/${plan.id}/bukti/${b.pakaiId}/terima`, {})
    expect(accepted.location).toBe('/kerja/rencana-aksi/verifikasi')
    expect((await pages.get('/verifikasi')).text).toContain('Tidak ada eviden yang menunggu')
    const bringer = await pagesFor(hub, plan.admin).get(`/${plan.id}/bukti/${a.pakaiId}`)
    expect(bringer.text).toContain('Tanda tangan belum ada.')
    expect(bringer.text).toContain('Pasang penggantinya')
  })

  it('accepts several at once, and shows no button to the one who brought it', async () => {
    const plan = await aProvedPlan(hub, '3501')
    const made = [
      await aBukti(plan, plan.admin, slots[0]),
      await aBukti(plan, plan.admin, slots[1]),
    ]
    const pages = pagesFor(hub, hub.as(await hub.actor('3501', 'kasubbag')))
    const bukti = made.map(({ rencanaId, pakaiId }) => `${rencanaId}:${pakaiId}`)
    expect((await pages.post('/verifikasi', {})).status).toBe(422)
    expect((await pages.post('/verifikasi', { bukti })).status).toBe(303)
    expect((await usesIn(plan)).every(({ state }) => state === 'accepted')).toBe(true)
    const own = hub.as(await hub.actor('3501', 'sekretaris'))
    const mine = await aBukti(plan, own)
    const page = await pagesFor(hub, own).get(`/${plan.id}/bukti/${mine.pakaiId}`)
    expect(page.text).not.toContain('Terima</button>')
  })

  it('warns before evidence of a month that is done is taken off; accepted evidence stays', async () => {
    const plan = await aProvedPlan(hub, '3510')
    const done = { status: 'done', versi: '1', catatan: '', alasan: '', doneOn: '', slot: '' }
    const pages = pagesFor(hub, plan.admin)
    await pages.post(`/${plan.id}/sel/${first(plan)}/2`, done)
    const { pakaiIds } = await proveButir(plan.admin, {
      rencanaId: plan.id,
      butirId: first(plan),
      bulan: 2,
      baru: [aNote(2026)],
    })
    const path = `/${plan.id}/bukti/${pakaiIds[0]}`
    expect((await pages.get(`${path}/lepas`)).text).toContain('sudah ditandai selesai')
    const kasubbag = hub.as(await hub.actor('3510', 'kasubbag'))
    await acceptBukti(kasubbag, { bukti: [{ rencanaId: plan.id, pakaiId: pakaiIds[0] ?? '' }] })
    expect((await pages.post(`${path}/lepas`, {})).status).toBe(409)
  })

  it('points at a page and a part of it, by numbers where there is no script', async () => {
    const plan = await aProvedPlan(hub, '3511')
    const { pakaiId } = await aBukti(plan, plan.admin)
    const pages = pagesFor(hub, plan.admin)
    const path = `/${plan.id}/bukti/${pakaiId}/tunjuk`
    expect((await pages.post(path, { halaman: '2', kiri: '10' })).status).toBe(422)
    const part = { kiri: '10', atas: '20,5', lebar: '30', tinggi: '40' }
    expect((await pages.post(path, { halaman: '2', ...part })).status).toBe(303)
    expect(await usesIn(plan)).toMatchObject([{ halaman: 2, wilayah: [0.1, 0.205, 0.3, 0.4] }])
  })
})

describe('the completeness of a plan [P.13]', () => {
  it('lists what is missing by area, and only that when asked', async () => {
    const plan = await aProvedPlan(hub, '3512')
    const pages = pagesFor(hub, plan.admin)
    const all = await pages.get(`/${plan.id}/kelengkapan?kurang=ya`)
    for (const slot of slots) expect(all.text).toContain(slot)
    const kasubbag = hub.as(await hub.actor('3512', 'kasubbag'))
    for (const slot of slots)
      await acceptBukti(kasubbag, { bukti: [await aBukti(plan, plan.admin, slot)] })
    expect((await pages.get(`/${plan.id}/kelengkapan?kurang=ya`)).text).toContain(
      'Tidak ada yang kurang',
    )
    const size = await pages.get(`/${plan.id}/unduh-eviden?butir=${first(plan)}`)
    expect(textOf(size.page.querySelector('.definitions'))).toContain('2 eviden')
    expect((await pages.get(`/${plan.id}/eviden.zip`)).text.startsWith('PK')).toBe(true)
  })

  it('is not seen from another office, and only read by the province', async () => {
    const plan = await aProvedPlan(hub, '3513')
    const { pakaiId } = await aBukti(plan, plan.admin)
    const paths = ['kelengkapan', 'unduh-eviden', 'eviden.zip', `bukti/${pakaiId}`]
    const sister = pagesFor(hub, hub.as(await hub.actor('3514', 'admin_satker')))
    const province = pagesFor(hub, hub.as(await hub.actor('35', 'kasubbag')))
    for (const path of paths) {
      expect([path, (await sister.get(`/${plan.id}/${path}`)).status]).toEqual([path, 404])
      expect([path, (await province.get(`/${plan.id}/${path}`)).status]).toEqual([path, 200])
    }
    expect((await province.post(`/${plan.id}/bukti/${pakaiId}/terima`, {})).status).toBe(403)
  })
})

describe("the plan's own figures as evidence", () => {
  const read = query(buktiPemantauan.read)

  it('follow the plan, name the rows behind them, and are absent where there is no plan', async () => {
    const plan = await aProvedPlan(hub, '3515')
    const wanted = { satkerKode: '3515', periode: '2026-T1' }
    const live = async () => (await read(plan.admin, wanted))?.angka.map(({ nilai }) => nilai)
    expect(await live()).toEqual([3, 0, 0, 3, 0])
    const done = {
      status: 'done',
      versi: '1',
      catatan: '',
      alasan: '',
      doneOn: '2026-02-10',
      slot: '',
    }
    await pagesFor(hub, plan.admin).post(`/${plan.id}/sel/${first(plan)}/2`, done)
    expect(await live()).toEqual([3, 1, 1, 2, 33.3])
    const isi = await read(plan.admin, wanted)
    expect(isi?.baris.map(({ isi: [area], url }) => [area, url])).toEqual([
      ['4. Penguatan Tatalaksana', `/kerja/rencana-aksi/${plan.id}/pemantauan/T1`],
      ['7. Penguatan Pengawasan', `/kerja/rencana-aksi/${plan.id}/pemantauan/T1`],
    ])
    expect(await read(plan.admin, { ...wanted, periode: '2019-T1' })).toBeNull()
    expect(await read(plan.admin, { ...wanted, periode: '2026-X' })).toBeNull()
  })
})
