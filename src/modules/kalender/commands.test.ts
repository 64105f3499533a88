import { describe, expect, it } from 'vitest'
import { type Caller, query } from '#platform/command.ts'
import { refusals } from '#test/support/refused.ts'
import { testHub } from '#test/support/hub.ts'
import { addHariLokal, addJamLokal, removeHariLokal, removeJamLokal } from './commands/lokal.ts'
import { cancelHariLibur, loadTahun, setHariLibur, setRamadan } from './commands/nasional.ts'
import type { HariLokalInput, JamLokalInput } from './forms.ts'
import { isWorkingDay, jamOf } from './kalender.ts'
import { kalenderOf, kalenderVersi } from './index.ts'

const hub = testHub()
const refused = refusals(hub, 'hari_libur', 'kalender_tahun', 'ramadan', 'hari_lokal', 'jam_lokal')
const office = '3508'
const as = async (satkerKode: string, peran: string) => hub.as(await hub.actor(satkerKode, peran))
const kalenderAt = query((q, satkerKode: string) =>
  kalenderOf(q, satkerKode, '2026-01-01', '2028-12-31'),
)
const versiAt = query(kalenderVersi)
const seenAt = async (satkerKode: string) => kalenderAt(await as(satkerKode, 'pembaca'), satkerKode)
const markOf = async (satkerKode: string) => versiAt(await as(satkerKode, 'pembaca'), satkerKode)

const libur = (tanggal: string, versi = 0) => ({
  tanggal,
  jenis: 'libur_nasional' as const,
  nama: 'Pemungutan suara serentak',
  dasar: 'Keppres 10/2026',
  sumber: 'JDIH',
  keyakinan: 'terverifikasi' as const,
  versi,
})

const hari = (tanggal: string, jenis: HariLokalInput['jenis'] = 'libur_lokal') => ({
  tanggal,
  jenis,
  nama: 'Hari uji',
  dasar: 'Surat edaran 1/2026',
})

const jam: JamLokalInput = {
  masa: 'biasa',
  hari: [6],
  mulai: '08:00',
  istirahatMulai: undefined,
  istirahatSelesai: undefined,
  selesai: '12:00',
  dari: '2026-01-01',
  hariTerakhir: undefined,
  dasar: 'Keputusan 2/2026',
}

describe('a national holiday', () => {
  const set = (caller: Caller) => setHariLibur(caller, libur('2026-11-25'))

  it('asks who calls', () => refused('not-signed-in', () => set(hub.as(null))))
  it('is KPU RI’s alone, whoever else is admin', async () => {
    await refused('forbidden', async () => set(await as(office, 'admin_satker')))
    await refused('forbidden', async () => set(await as('00', 'pembaca')))
  })
  it('is not found where nothing stands to be corrected', () =>
    refused('not-found', async () =>
      setHariLibur(await as('00', 'admin_satker'), libur('2026-11-26', 1)),
    ))
  it('is not set over one that stands, nor over a change of someone else', async () => {
    const admin = await as('00', 'admin_satker')
    await refused('refused', () => setHariLibur(admin, libur('2026-08-17')))
    await refused('refused', () => setHariLibur(admin, libur('2026-08-17', 9)))
  })
  it('is added for every office, corrected, and changes the mark of every calendar', async () => {
    const before = await markOf(office)
    expect(isWorkingDay(await seenAt(office), '2026-11-25')).toBe(true)
    await set(await as('00', 'admin_satker'))
    expect(isWorkingDay(await seenAt(office), '2026-11-25')).toBe(false)
    expect(await markOf(office)).not.toBe(before)
    const corrected = { ...libur('2026-11-25', 2), nama: 'Pilkada serentak' }
    await setHariLibur(await as('00', 'admin_satker'), corrected)
    expect((await seenAt(office)).hari.get('2026-11-25')?.nama).toBe('Pilkada serentak')
  })
})

describe('taking a national holiday back', () => {
  const batal = (versi = 1) => ({ dasar: 'SKB perubahan', sumber: 'JDIH', versi })
  const cancel = (caller: Caller, tanggal: string, versi?: number) =>
    cancelHariLibur(caller, { tanggal, batal: batal(versi) })

  it('asks who calls', () => refused('not-signed-in', () => cancel(hub.as(null), '2026-12-24')))
  it('is KPU RI’s alone', () =>
    refused('forbidden', async () => cancel(await as('52', 'admin_satker'), '2026-12-24')))
  it('finds only what stands', () =>
    refused('not-found', async () => cancel(await as('00', 'admin_satker'), '2026-12-23')))
  it('is done once, keeps the row, and makes the day a working day', async () => {
    const admin = await as('00', 'admin_satker')
    await refused('refused', () => cancel(admin, '2026-12-24', 7))
    await cancel(admin, '2026-12-24')
    expect(isWorkingDay(await seenAt(office), '2026-12-24')).toBe(true)
    await refused('refused', () => cancel(admin, '2026-12-24', 2))
  })
})

describe('the decree of a new year', () => {
  const input = (tahun: number) => ({
    tahun,
    dasar: `SKB ${tahun}`,
    tanggalDasar: `${tahun - 1}-09-15`,
    sumber: 'JDIH',
    hari: [{ tanggal: `${tahun}-01-03`, jenis: 'libur_nasional' as const, nama: 'Hari uji' }],
  })

  it('asks who calls', () => refused('not-signed-in', () => loadTahun(hub.as(null), input(2028))))
  it('is KPU RI’s alone: no other office sees a form or gets past it', () =>
    refused('forbidden', async () => loadTahun(await as('35', 'admin_satker'), input(2028))))
  it('is not loaded over a year that stands', () =>
    refused('refused', async () => loadTahun(await as('00', 'admin_satker'), input(2027))))
  it('is loaded whole, also over a single day that was added before', async () => {
    const admin = await as('00', 'admin_satker')
    await setHariLibur(admin, libur('2028-01-03'))
    await loadTahun(admin, input(2028))
    const kal = await seenAt(office)
    expect(kal.tahun.get(2028)).toBe('SKB 2028')
    expect(kal.hari.get('2028-01-03')?.nama).toBe('Hari uji')
  })
})

describe('the days of a Ramadan', () => {
  const input = (versi: number, dari = '2027-02-09') => ({
    tahunHijriah: 1448,
    dari,
    hariTerakhir: '2027-03-09',
    sumber: 'Sidang isbat',
    keyakinan: 'terverifikasi' as const,
    versi,
  })

  it('ask who calls', () => refused('not-signed-in', () => setRamadan(hub.as(null), input(1))))
  it('are KPU RI’s alone', () =>
    refused('forbidden', async () => setRamadan(await as(office, 'admin_satker'), input(1))))
  it('are not found where nothing stands', () =>
    refused('not-found', async () =>
      setRamadan(await as('00', 'admin_satker'), { ...input(1), tahunHijriah: 1460 }),
    ))
  it('are not set over those that stand', () =>
    refused('refused', async () => setRamadan(await as('00', 'admin_satker'), input(0))))
  it('are corrected after the new moon was seen', async () => {
    await setRamadan(await as('00', 'admin_satker'), input(1))
    const kal = await seenAt(office)
    expect(jamOf(kal, '2027-02-08')?.masa).toBe('biasa')
    expect(jamOf(kal, '2027-02-10')?.masa).toBe('ramadan')
  })
})

describe('a local day', () => {
  const add = (caller: Caller, tanggal: string) =>
    addHariLokal(caller, { satkerKode: office, hari: hari(tanggal) })

  it('asks who calls', () => refused('not-signed-in', () => add(hub.as(null), '2026-11-24')))
  it('is not for a reader, nor for the province above', async () => {
    await refused('forbidden', async () => add(await as(office, 'pembaca'), '2026-11-24'))
    await refused('forbidden', async () => add(await as('35', 'admin_satker'), '2026-11-24'))
  })
  it('does not see another office', () =>
    refused('not-found', async () => add(await as('3509', 'admin_satker'), '2026-11-24')))
  it('is one a date', async () => {
    await add(await as(office, 'kasubbag'), '2026-11-23')
    await refused('refused', async () => add(await as(office, 'sekretaris'), '2026-11-23'))
  })
  it('holds for its own office and wins over the nation, both ways', async () => {
    const before = await markOf(office)
    await add(await as(office, 'sekretaris'), '2026-11-24')
    const exchange = hari('2026-12-26', 'kerja_pengganti')
    await addHariLokal(await as(office, 'sekretaris'), { satkerKode: office, hari: exchange })
    const kal = await seenAt(office)
    expect([isWorkingDay(kal, '2026-11-24'), isWorkingDay(kal, '2026-12-26')]).toEqual([
      false,
      true,
    ])
    expect(isWorkingDay(await seenAt('3509'), '2026-11-24')).toBe(true)
    expect(await markOf(office)).not.toBe(before)
  })
})

describe('taking a local day back', () => {
  const made = async (tanggal: string) => ({
    satkerKode: office,
    alasan: 'Salah tanggal',
    id: await addHariLokal(await as(office, 'sekretaris'), {
      satkerKode: office,
      hari: hari(tanggal),
    }),
  })

  it('asks who calls, is not for a reader, and does not see another office', async () => {
    const removal = await made('2026-10-05')
    await refused('not-signed-in', () => removeHariLokal(hub.as(null), removal))
    await refused('forbidden', async () => removeHariLokal(await as(office, 'pembaca'), removal))
    await refused('not-found', async () => removeHariLokal(await as('3509', 'sekretaris'), removal))
  })
  it('is done once; the date is free again and the row is kept', async () => {
    const removal = await made('2026-10-06')
    const secretary = await as(office, 'sekretaris')
    await removeHariLokal(secretary, removal)
    await refused('refused', () => removeHariLokal(secretary, removal))
    expect(isWorkingDay(await seenAt(office), '2026-10-06')).toBe(true)
    await made('2026-10-06')
  })
})

describe('hours of an office', () => {
  const add = (caller: Caller, hours = jam) =>
    addJamLokal(caller, { satkerKode: office, jam: hours })

  it('ask who calls, are not for a reader, and do not see another office', async () => {
    await refused('not-signed-in', () => add(hub.as(null)))
    await refused('forbidden', async () => add(await as(office, 'anggota_tim')))
    await refused('not-found', async () => add(await as('3509', 'kasubbag')))
  })
  it('make a working day of a Saturday, are not doubled, and are taken back with a reason', async () => {
    const secretary = await as(office, 'sekretaris')
    const id = await add(secretary)
    expect(isWorkingDay(await seenAt(office), '2026-11-28')).toBe(true)
    await refused('refused', () => add(secretary))
    const removal = { satkerKode: office, id, alasan: 'Kembali lima hari kerja' }
    await refused('not-signed-in', () => removeJamLokal(hub.as(null), removal))
    await refused('forbidden', async () => removeJamLokal(await as('35', 'sekretaris'), removal))
    await refused('not-found', async () => removeJamLokal(await as('3509', 'sekretaris'), removal))
    await removeJamLokal(secretary, removal)
    await refused('refused', () => removeJamLokal(secretary, removal))
    expect(isWorkingDay(await seenAt(office), '2026-11-28')).toBe(false)
  })
})
