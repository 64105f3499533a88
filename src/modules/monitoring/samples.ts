import { actorHolding } from '#modules/pengguna'
import type { Caller } from '#platform/command.ts'
import { callerOf, type Services } from '#platform/services.ts'
import { submitLaporan, verifyLaporan } from './commands/laporan.ts'
import { fillLingkar } from './commands/lingkar.ts'
import { openPutaran } from './commands/putaran.ts'
import { laporanForStaff } from './queries/laporan.ts'
import { listPutaran } from './queries/putaran.ts'
import { sampleFollowUp } from './samples-follow-up.ts'
import { sampleMeetings } from './samples-meetings.ts'

/** Who holds a role at a sample office, as a caller at a moment. */
export type Cast = (satkerKode: string, peran: string, at: string) => Promise<Caller>

/** Loads a closed meeting with its pack, rounds in several states, and findings with their follow-up. */
export async function loadSampleMonitoring(services: Services): Promise<void> {
  const last = services.clock()
  const cast: Cast = async (satkerKode, peran, at) => {
    const actor = await actorHolding(services, satkerKode, peran)
    if (!actor) throw new Error(`sample office ${satkerKode} has no ${peran}`)
    const now = new Date(Math.min(Date.parse(at), last.getTime()))
    return { ...callerOf(services, actor), now }
  }
  const laporanId = await sampleRounds(cast)
  const rapat = await sampleMeetings(services, cast, laporanId)
  await sampleFollowUp(cast, { laporanId, ...rapat })
}

const obstacles = [
  [
    'Jadwal kegiatan bersamaan dengan persiapan pemutakhiran data pemilih.',
    'Kegiatan digeser dua minggu dan dibagi kepada dua orang.',
  ],
  [
    'Dokumen pendukung dari unit lain terlambat diterima.',
    'Permintaan dokumen dikirim pada awal bulan dengan batas waktu.',
  ],
  [
    'Anggaran kegiatan baru tersedia pada akhir triwulan.',
    'Kegiatan tanpa biaya didahulukan, sisanya memakai ruang rapat sendiri.',
  ],
] as const

/** The rounds of the province over last year: two reports accepted, one waiting; and a national one that runs. */
async function sampleRounds(cast: Cast): Promise<string> {
  await openForProvince(cast, { nama: 'III', periode: 'T3', mulai: '2025-10-06' })
  const before = await sampleReport(cast, '5203', '2025-10-14T03:00:00Z')
  const early = await cast('52', 'verifikator_provinsi', '2025-10-17T06:00:00Z')
  await verifyLaporan(early, { laporanId: before, catatan: null })
  await openForProvince(cast, { nama: 'IV', periode: 'T4', mulai: '2025-12-08' })
  const laporanId = await sampleReport(cast, '5203', '2025-12-16T03:00:00Z')
  const verifier = await cast('52', 'verifikator_provinsi', '2025-12-18T06:00:00Z')
  await verifyLaporan(verifier, { laporanId, catatan: 'Lengkap. Pertahankan rapat bulanan.' })
  await sampleReport(cast, '5271', '2025-12-19T03:00:00Z')
  const nation = await cast('00', 'pengawas_nasional', '2026-11-16T02:00:00Z')
  await openPutaran(nation, {
    satkerKode: '00',
    judul: 'Monev nasional Triwulan III 2026',
    tahun: 2026,
    periode: 'T3',
    lingkup: 'semua',
    mulai: '2026-11-16',
    hariKerja: 15,
    gelombang: 1,
    jeda: 0,
    untuk: ['provinsi', 'kabkota'],
  })
  return laporanId
}

type Quarter = { nama: string; periode: string; mulai: string }

async function openForProvince(cast: Cast, { nama, periode, mulai }: Quarter): Promise<void> {
  await openPutaran(await cast('52', 'verifikator_provinsi', `${mulai}T02:00:00Z`), {
    satkerKode: '52',
    judul: `Monev Triwulan ${nama} 2025 se-NTB`,
    tahun: 2025,
    periode,
    lingkup: 'semua',
    mulai,
    hariKerja: 12,
    gelombang: 1,
    jeda: 0,
    untuk: ['kabkota'],
  })
}

/** The coordinators fill in every late area, the head of the subsection sends the report. */
async function sampleReport(cast: Cast, satkerKode: string, at: string): Promise<string> {
  const kasubbag = await cast(satkerKode, 'kasubbag', at)
  const { rows } = await listPutaran(kasubbag, { page: 1 })
  const laporanId = rows[0]?.laporanId
  if (!laporanId) throw new Error(`sample office ${satkerKode} has no report`)
  const { plans } = await laporanForStaff(kasubbag, laporanId)
  const late = plans.flatMap(({ area }) => area).filter(({ terlambat }) => terlambat > 0)
  for (const [index, { areaId }] of late.entries()) {
    const [hambatan, solusi] = obstacles[index % obstacles.length] ?? obstacles[0]
    const words = { butirId: null, target: null, realisasi: null, hambatan, solusi, versi: 0 }
    await fillLingkar(kasubbag, { laporanId, areaId, baris: [words] })
  }
  const money = { pagu: 48_000_000, realisasi: 39_600_000, capaianKinerja: 88.5 }
  const anggaran = Object.fromEntries(plans.map(({ rencanaId }) => [rencanaId, money]))
  const simpulan =
    'Sebagian besar kewajiban selesai. Yang terlambat dijadwalkan ulang dan diawasi setiap minggu.'
  const later = { ...kasubbag, now: new Date(kasubbag.now.getTime() + 3_600_000) }
  await submitLaporan(later, { laporanId, simpulan, anggaran })
  return laporanId
}
