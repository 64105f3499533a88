import { describe, expect, it } from 'vitest'
import { systemActor } from '#platform/identity/actor.ts'
import { query } from '#platform/command.ts'
import { callerOf } from '#platform/services.ts'
import { runJobs } from '#test/support/run-jobs.ts'
import { testHub } from '#test/support/hub.ts'
import { jobs } from '../jobs.ts'
import { afterWindow, aLaporan, aRapat, as, fiveSentences, office } from '../monitoring.fixture.ts'
import { bukti } from '../queries/bukti.ts'
import { laporanForStaff } from '../queries/laporan.ts'
import { listPutaran, putaranForCsv, putaranForStaff } from '../queries/putaran.ts'
import { reopenLaporan, returnLaporan, submitLaporan, verifyLaporan } from './laporan.ts'
import { fillLingkar } from './lingkar.ts'
import { announceNext, openPutaran } from './putaran.ts'
import { closeRapat } from './rapat.ts'

const hub = testHub()
const tables = [
  'putaran',
  'laporan_monev',
  'laporan_monev_lingkar',
  'laporan_monev_rencana',
  'rencana_pemantauan',
]
const open = () => aLaporan(hub)
const submitted = () => aLaporan(hub, 'submitted')
type Made = Awaited<ReturnType<typeof aLaporan>>

const accept = async ({ id }: Made) =>
  verifyLaporan(await as(hub, 'verifikator_provinsi', '52'), { laporanId: id, catatan: null })

let year = 1
const round = (satkerKode: string) => ({
  satkerKode,
  judul: 'Monev sendiri',
  tahun: 2000 + year,
  periode: 'B01',
  lingkup: 'RB' as const,
  mulai: '2026-11-16',
  hariKerja: 5,
  gelombang: 1,
  jeda: 0,
  untuk: ['sendiri' as const],
})

fiveSentences(hub, tables, {
  name: 'openPutaran [1.21]',
  peran: 'kasubbag',
  make: async () => round(office),
  run: (caller, input) => openPutaran(caller, { ...input, tahun: 2000 + ++year }),
  spoil: async () => (caller) =>
    openPutaran(caller, { ...round(office), untuk: ['kabkota'], tahun: 2000 + ++year }),
})

fiveSentences(hub, tables, {
  name: 'fillLingkar [1.21] [7.03]',
  peran: 'koordinator_area',
  make: open,
  run: (caller, { id, areaIds, baris }) =>
    fillLingkar(caller, {
      laporanId: id,
      areaId: areaIds[0] ?? '',
      baris: [{ ...baris, versi: 0 }],
    }),
  spoil: async ({ id, areaIds, baris, kasubbag, sent }) => {
    for (const areaId of areaIds)
      await fillLingkar(kasubbag, { laporanId: id, areaId, baris: [{ ...baris, versi: 0 }] })
    await submitLaporan(kasubbag, sent)
  },
})

const filled = async () => {
  const made = await open()
  for (const areaId of made.areaIds)
    await fillLingkar(made.kasubbag, {
      laporanId: made.id,
      areaId,
      baris: [{ ...made.baris, versi: 0 }],
    })
  return made
}

fiveSentences(hub, tables, {
  name: 'submitLaporan [1.20] [1.21] [7.03]',
  peran: 'sekretaris',
  make: filled,
  run: (caller, { sent }) => submitLaporan(caller, sent),
  spoil: ({ kasubbag, sent }) => submitLaporan(kasubbag, sent),
})

fiveSentences(hub, tables, {
  name: 'verifyLaporan',
  peran: 'verifikator_provinsi',
  satkerKode: '52',
  stranger: '35',
  make: submitted,
  run: (caller, { id }) => verifyLaporan(caller, { laporanId: id, catatan: null }),
  spoil: accept,
})

fiveSentences(hub, tables, {
  name: 'returnLaporan',
  peran: 'verifikator_provinsi',
  satkerKode: '52',
  stranger: '35',
  make: submitted,
  run: (caller, { id }) =>
    returnLaporan(caller, { laporanId: id, catatan: 'Solusi area 4 belum jelas.', hariKerja: 5 }),
  spoil: accept,
})

fiveSentences(hub, tables, {
  name: 'reopenLaporan',
  peran: 'verifikator_provinsi',
  satkerKode: '52',
  stranger: '35',
  make: open,
  now: afterWindow,
  run: (caller, { id }) =>
    reopenLaporan(caller, { laporanId: id, sampai: '2027-01-08', alasan: 'Banjir di kantor.' }),
  spoil:
    async () =>
    (caller, { id }) =>
      reopenLaporan(caller, { laporanId: id, sampai: '2026-11-01', alasan: 'Banjir di kantor.' }),
})

describe('a round', () => {
  it('counts the days of one office alone only in a round of its own', async () => {
    await hub.services.ownerPool.query(
      `insert into hari_lokal (satker_kode, id, tanggal, jenis, nama, dasar, created_at, created_by)
       values ('52', gen_random_uuid(), '2026-11-21', 'kerja_pengganti', 'Kerja hari Sabtu', 'Surat uji', now(), gen_random_uuid())`,
    )
    const province = await as(hub, 'kasubbag', '52')
    const lastOf = async (untuk: 'sendiri' | 'kabkota', periode: string) => {
      const { id } = await openPutaran(province, { ...round('52'), periode, untuk: [untuk] })
      const filter = { id, keadaan: '', satker: '', page: 1 } as const
      return (await putaranForStaff(province, filter)).head.selesai
    }
    expect(await lastOf('sendiri', 'B02')).toBe('2026-11-21')
    expect(await lastOf('kabkota', 'B03')).toBe('2026-11-23')
  })

  it('opens for all offices at once, in waves, and takes in what an office had opened itself', async () => {
    const kasubbag = await as(hub, 'kasubbag')
    const input = { ...round(office), tahun: 2026, periode: 'T3', lingkup: 'semua' as const }
    await openPutaran(kasubbag, input)
    const nation = await as(hub, 'pengawas_nasional', '00')
    const untuk = ['provinsi', 'kabkota'] as const
    const national = { ...input, satkerKode: '00', untuk, gelombang: 2, jeda: 5 }
    const opened = await openPutaran(nation, national)
    expect(opened).toMatchObject({ satker: 552, dilewati: 0 })
    const page = await putaranForStaff(nation, { id: opened.id, keadaan: '', satker: '', page: 1 })
    expect(page.rows).toHaveLength(50)
    expect(page.provinces).toHaveLength(38)
    const { rows } = await hub.services.ownerPool.query(
      'select mulai, count(*)::int as n from laporan_monev where putaran_id = $1 group by 1 order by 1',
      [opened.id],
    )
    expect(rows).toHaveLength(2)
    expect(rows[0].mulai).toBe('2026-11-16')
    expect(rows[1].mulai).toBe('2026-11-23')
    const own = await listPutaran(kasubbag, { page: 1 })
    expect(own.rows.filter(({ tahun }) => tahun === 2026)).toMatchObject([
      { pembuka: 'KPU Republik Indonesia', satker: 1 },
    ])
    await expect(openPutaran(nation, national)).rejects.toMatchObject({ status: 409 })
  })

  it('tells the secretariats of its offices, fifty a transaction', async () => {
    const admin = await hub.actor('5204', 'admin_satker')
    await runJobs(hub.services, {})
    const nation = await as(hub, 'pengawas_nasional', '00')
    const input = { ...round('00'), tahun: 2025, periode: 'T2', untuk: ['kabkota' as const] }
    const { id } = await openPutaran(nation, input)
    let names: string[] = []
    for (let turn = 0; turn < 20; turn++) {
      const done = await runJobs(hub.services, jobs)
      if (done.length === 0) break
      names = [...names, ...done]
    }
    expect(names.filter((name) => name === 'monitoring.announce')).toHaveLength(11)
    const { rows } = await hub.services.ownerPool.query(
      'select url from pemberitahuan where penerima_id = $1',
      [admin.id],
    )
    expect(rows).toHaveLength(1)
    const order = { putaranId: id, sesudah: '' }
    await expect(announceNext(nation, order)).rejects.toMatchObject({ status: 403 })
    const system = callerOf(hub.services, systemActor('00'))
    expect(await announceNext(system, order)).toMatchObject({ satker: 50, told: 0 })
  })

  it('counts the same states in SQL as the rules do, on every day', async () => {
    const { putaranId, province } = await open()
    for (const day of ['2026-11-10', '2026-11-20', '2026-12-28']) {
      const caller = { ...province, now: new Date(`${day}T03:00:00Z`) }
      const filter = { id: putaranId, keadaan: '', satker: '', page: 1 } as const
      const rows = await putaranForCsv(caller, filter)
      const { head } = await putaranForStaff(caller, filter)
      const counted = Object.fromEntries(
        Object.keys(head.counts).map((state) => [
          state,
          rows.filter((row) => row.state === state).length,
        ]),
      )
      expect(head.counts).toEqual(counted)
    }
  })
})

describe('a report', () => {
  it('asks for obstacle and solution where something is late', async () => {
    const { kasubbag, sent } = await open()
    await expect(submitLaporan(kasubbag, sent)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('Penguatan Tatalaksana'),
    })
  })

  it('locks after its window, and takes words again once it is opened for that office', async () => {
    const { id, areaIds, baris, kasubbag, province } = await open()
    const late = { ...kasubbag, now: afterWindow }
    const fill = { laporanId: id, areaId: areaIds[0] ?? '', baris: [{ ...baris, versi: 0 }] }
    await expect(fillLingkar(late, fill)).rejects.toMatchObject({ status: 409 })
    await reopenLaporan(
      { ...province, now: afterWindow },
      { laporanId: id, sampai: '2027-01-08', alasan: 'Banjir di kantor.' },
    )
    await fillLingkar(late, fill)
    await expect(
      fillLingkar(late, { ...fill, baris: [{ ...baris, solusi: 'Lain', versi: 0 }] }),
    ).rejects.toMatchObject({ status: 409, detail: { versi: 1 } })
  })

  it('freezes its figures, and becomes the pemantauan of the plan when it is accepted [1.20]', async () => {
    const made = await submitted()
    await accept(made)
    const { rows } = await hub.services.ownerPool.query(
      'select p.hambatan, p.angka = r.angka as same from rencana_pemantauan p join laporan_monev_rencana r on r.rencana_id = p.rencana_id where r.laporan_id = $1',
      [made.id],
    )
    expect(rows).toEqual([{ hambatan: 'Jadwal\nJadwal', same: true }])
    const { plans, laporan } = await laporanForStaff(made.kasubbag, made.id)
    expect(laporan.state).toBe('verified')
    expect(plans[0]?.taken).toBe(true)
  })

  it('is judged by another person, comes back with working days to mend it, and is sent again', async () => {
    const made = await submitted()
    const { id, kasubbag, province, sent } = made
    await returnLaporan(province, { laporanId: id, catatan: 'Solusi belum jelas.', hariKerja: 10 })
    const { laporan } = await laporanForStaff(kasubbag, id)
    expect(laporan).toMatchObject({ state: 'returned', catatan: 'Solusi belum jelas.' })
    expect(laporan.batas > laporan.selesai).toBe(true)
    await submitLaporan(kasubbag, sent)
    await accept(made)
    await expect(
      hub.services.ownerPool.query(
        'update laporan_monev set verified_by = submitted_by where id = $1',
        [id],
      ),
    ).rejects.toThrow('check')
  })
})

describe('evidence by itself', () => {
  const readOf = (jenis: string) => {
    const kind = bukti.find((each) => each.jenis === jenis)
    if (!kind) throw new Error(`no kind ${jenis}`)
    return query(kind.read)
  }

  it('yields the figures of a verified report, and nothing before', async () => {
    const made = await submitted()
    const wanted = { satkerKode: office, periode: `${made.tahun}-T1` }
    expect(await readOf('laporan-monev')(made.kasubbag, wanted)).toBeNull()
    await accept(made)
    expect(await readOf('laporan-monev')(made.kasubbag, wanted)).toMatchObject({
      per: `${made.tahun}-03-31`,
      angka: [{ label: 'Kewajiban', nilai: 3 }, { nilai: 0 }, {}, { label: 'Terlambat', nilai: 3 }],
    })
  })

  it('yields the closed meetings of a period', async () => {
    const { id, kasubbag } = await aRapat(hub)
    const wanted = { satkerKode: office, periode: '2026-T4' }
    expect(await readOf('berita-acara-monev')(kasubbag, wanted)).toBeNull()
    await closeRapat(kasubbag, { rapatId: id })
    expect(await readOf('berita-acara-monev')(kasubbag, wanted)).toMatchObject({
      angka: [
        { label: 'Rapat', nilai: 1 },
        { label: 'Keputusan', nilai: 1 },
      ],
    })
    expect(await readOf('berita-acara-monev')(kasubbag, { ...wanted, periode: 'x' })).toBeNull()
  })
})
