import { describe, expect, it } from 'vitest'
import { systemActor } from '#platform/identity/actor.ts'
import { testHub } from '#test/support/hub.ts'
import { refusals } from '#test/support/refused.ts'
import { setSel } from '../../rencana-aksi/commands/sel.ts'
import { aWork, toldTo, type Work } from '../tugas.fixture.ts'
import { saveAturan } from './aturan.ts'
import { remindSatker } from './remind.ts'

const hub = testHub()
const refusedAs = refusals(hub, 'pengingat', 'pengingat_setelan', 'pemberitahuan')

/** 08.00 WIB of a day. */
const morning = (day: string) => new Date(`${day}T01:00:00Z`)

const remind = (satkerKode: string, day: string) =>
  remindSatker(hub.as(systemActor(satkerKode), morning(day)), satkerKode)

const kindsOf = async (actor: Work['sari']) => (await toldTo(hub, actor)).map(({ jenis }) => jenis)

const setFirst = (work: Work, bulan: number, status: 'done' | 'waived') =>
  setSel(work.plan.admin, {
    rencanaId: work.plan.id,
    butirId: work.plan.butirIds[0] ?? '',
    bulan,
    versi: 1,
    status,
    catatan: null,
    alasan: status === 'waived' ? 'Digabung dengan bulan lain' : null,
    doneOn: null,
  })

describe('reminding an office [P.12]', () => {
  it('is the work of the system, in its own office', async () => {
    const { sari } = await aWork(hub, '3501', 11)
    await refusedAs('not-signed-in', () => remindSatker(hub.as(null), '3501'))
    await refusedAs('forbidden', () => remindSatker(hub.as(sari), '3501'))
    expect(await remindSatker(hub.as(systemActor('3502')), '3501').catch(() => 0)).toBe(0)
    expect(await toldTo(hub, sari)).toEqual([])
  })

  it('tells the responsible person seven working days and one working day before, once each', async () => {
    const { sari, kasubbag } = await aWork(hub, '3502', 11)
    await remind('3502', '2026-11-18') // a Wednesday, eight working days before Monday 30 November
    expect(await toldTo(hub, sari)).toEqual([])
    await remind('3502', '2026-11-19')
    await remind('3502', '2026-11-19')
    await remind('3502', '2026-11-20')
    expect(await toldTo(hub, sari)).toMatchObject([
      {
        jenis: 'pengingat',
        judul: 'Jatuh tempo 7 hari kerja lagi: Menyusun peta proses bisnis (November)',
        url: expect.stringContaining('/sel/'),
      },
    ])
    await remind('3502', '2026-11-27')
    expect(await kindsOf(sari)).toEqual(['pengingat', 'pengingat'])
    expect(await toldTo(hub, kasubbag)).toEqual([])
  })

  it('tells of lateness the working day after, then every week, and passes it on', async () => {
    const { sari, kasubbag, sekretaris } = await aWork(hub, '3503', 10)
    // 31 October 2026 is a Saturday.
    for (const day of ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-06', '2026-11-09'])
      await remind('3503', day)
    expect(await kindsOf(sari)).toEqual(['terlambat', 'terlambat'])
    expect(await kindsOf(kasubbag)).toEqual(['eskalasi'])
    expect(await toldTo(hub, sekretaris)).toEqual([])
    await remind('3503', '2026-11-13')
    expect(await kindsOf(sekretaris)).toEqual(['eskalasi'])
    expect(await kindsOf(kasubbag)).toEqual(['eskalasi'])
  })

  it('rests on days off', async () => {
    const { sari } = await aWork(hub, '3504', 11)
    expect(await remind('3504', '2026-11-28')).toBe(0)
    expect(await remind('3504', '2026-12-25')).toBe(0)
    expect(await toldTo(hub, sari)).toEqual([])
  })

  it('gathers many obligations into one notice a person and kind', async () => {
    const { sari, kasubbag } = await aWork(hub, '3505', 2, 3, 4, 5, 11)
    await remind('3505', '2026-11-20')
    const told = await toldTo(hub, sari)
    expect(told.map(({ jenis }) => jenis).toSorted()).toEqual(['pengingat', 'terlambat'])
    expect(told.find(({ jenis }) => jenis === 'terlambat')).toMatchObject({
      judul: '4 kewajiban Anda terlambat',
      isi: expect.stringContaining('dan 1 lainnya'),
      url: '/kerja/tugas',
    })
    expect(await toldTo(hub, kasubbag)).toMatchObject([{ url: '/kerja/tugas?bagian=eskalasi' }])
  })

  it('is silent about what is done or waived, and starts anew when the due date moves', async () => {
    const work = await aWork(hub, '3506', 10, 11, 12)
    await setFirst(work, 10, 'done')
    await setFirst(work, 11, 'waived')
    await remind('3506', '2026-11-20')
    expect(await toldTo(hub, work.sari)).toEqual([])
    const move = (date: string) =>
      hub.services.ownerPool.query(
        "update rencana_sel set mulai = '2026-11-01', jatuh_tempo = $1 where satker_kode = '3506' and bulan = 12",
        [date],
      )
    await move('2026-11-24')
    await remind('3506', '2026-11-20')
    await move('2026-11-27')
    await remind('3506', '2026-11-20')
    expect(await kindsOf(work.sari)).toEqual(['pengingat', 'pengingat'])
  })

  it('reaches the coordinator of the area when nobody is named', async () => {
    const { plan, sari } = await aWork(hub, '3507', 11)
    await hub.services.ownerPool.query(
      'update rencana_butir set penanggung_jawab_id = null where id = $1',
      [plan.butirIds[0]],
    )
    const koordinator = await hub.actor('3507', 'koordinator_area', { areaBaku: 4 })
    const other = await hub.actor('3507', 'koordinator_area', { areaBaku: 7 })
    await remind('3507', '2026-11-20')
    expect(await kindsOf(koordinator)).toEqual(['pengingat'])
    expect([...(await toldTo(hub, other)), ...(await toldTo(hub, sari))]).toEqual([])
  })
})

describe('the numbers of reminding', () => {
  const wish = {
    sebelumHari: [3],
    terlambatHari: 2,
    ulangHari: 10,
    kasubbagHari: 3,
    sekretarisHari: 30,
    alasan: 'Kesepakatan rapat pleno November',
    versi: 0,
  }

  it('are the admin’s to change, of his own office', async () => {
    const admin = await hub.actor('3508', 'admin_satker')
    const above = await hub.actor('35', 'admin_satker')
    const kasubbag = await hub.actor('3508', 'kasubbag')
    const save = (caller: Parameters<typeof saveAturan>[0], satkerKode = '3508') =>
      saveAturan(caller, { ...wish, satkerKode })
    await refusedAs('not-signed-in', () => save(hub.as(null)))
    await refusedAs('forbidden', () => save(hub.as(kasubbag)))
    await refusedAs('forbidden', () => save(hub.as(above)))
    await refusedAs('not-found', () => save(hub.as(admin), '3509'))
    await save(hub.as(admin))
    await refusedAs('refused', () => save(hub.as(admin)))
  })

  it('hold from the next reminding on', async () => {
    const { sari, kasubbag, plan } = await aWork(hub, '3509', 10, 11)
    await saveAturan(plan.admin, { ...wish, satkerKode: '3509' })
    await remind('3509', '2026-11-20')
    expect(await kindsOf(sari)).toEqual(['terlambat'])
    expect(await kindsOf(kasubbag)).toEqual(['eskalasi'])
    await remind('3509', '2026-11-25')
    expect(await kindsOf(sari)).toEqual(['terlambat', 'pengingat'])
  })
})
