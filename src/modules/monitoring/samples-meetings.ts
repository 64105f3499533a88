import type { Caller } from '#platform/command.ts'
import type { Services } from '#platform/services.ts'
import { addKeputusanRapat } from './commands/keputusan-rapat.ts'
import { type Isian, usePaket } from './commands/pack.ts'
import { addPeserta, markHadir } from './commands/peserta.ts'
import {
  closeRapat,
  createRapat,
  type NotulaFacts,
  type RapatFacts,
  writeNotula,
} from './commands/rapat.ts'
import { paketForStaff } from './queries/paket.ts'
import { rapatChoices, rapatForStaff } from './queries/rapat-detail.ts'
import { attachSamplePhoto } from './samples-photo.ts'
import type { Cast } from './samples.ts'

const facts = (
  more: Pick<RapatFacts, 'jenis' | 'judul' | 'tanggal'> & Partial<RapatFacts>,
): RapatFacts => ({
  jamMulai: '09:00',
  jamSelesai: '11:30',
  tempat: 'Ruang rapat kantor',
  tautan: null,
  nomorUndangan: null,
  pimpinanId: null,
  pimpinanNama: null,
  notulisId: null,
  notulisNama: null,
  agenda: null,
  laporanId: null,
  ...more,
})

type Story = {
  satkerKode: string
  rapat: RapatFacts
  notula: NotulaFacts
  keputusan: readonly string[]
  /** where a picture of the meeting is kept; none without */
  photo?: Services
}

const story = (satkerKode: string, tanggal: string, tahun: number): Story => ({
  satkerKode,
  rapat: facts({
    jenis: 'monev',
    judul: `Rapat monitoring dan evaluasi rencana aksi ${tahun}`,
    tanggal,
    nomorUndangan: `12/PR.07-Und/${satkerKode}/${tanggal.slice(0, 4)}`,
    agenda:
      'Realisasi kewajiban sampai akhir periode\nHambatan setiap area dan solusinya\nTindak lanjut hasil evaluasi',
  }),
  notula: {
    pembahasan:
      'Koordinator setiap area menyampaikan kewajiban yang selesai dan yang terlambat.\nKewajiban yang terlambat terutama menunggu dokumen dari unit lain.\nRapat memeriksa satu per satu eviden yang belum terpasang.',
    simpulan:
      'Pelaksanaan rencana aksi berjalan sesuai rencana, dengan beberapa kewajiban yang dijadwalkan ulang.',
    penilaian: null,
    nomorBeritaAcara: `07/PR.07-BA/${satkerKode}/${tanggal.slice(0, 4)}`,
  },
  keputusan: [
    'Setiap koordinator melengkapi eviden area masing-masing paling lambat akhir bulan.',
    'Rapat monitoring dilaksanakan setiap bulan pada minggu kedua.',
  ],
})

/** A closed meeting whose pack proves butir at Lombok Timur, closed ones elsewhere, one still to come. */
export async function sampleMeetings(
  services: Services,
  cast: Cast,
  laporanId: string,
): Promise<{ rapatId: string; keputusanId: string }> {
  const main = story('5203', '2025-12-10', 2025)
  const rapat = { ...main.rapat, laporanId }
  const made = await hold(cast, { ...main, rapat, photo: services })
  await prove(await cast('5203', 'kasubbag', '2025-12-12T03:00:00Z'), made.rapatId)
  await hold(cast, story('3508', '2022-07-20', 2022))
  await hold(cast, story('52', '2022-12-14', 2022))
  const jambi = await hold(cast, story('15', '2026-09-16', 2026))
  await prove(await cast('15', 'kasubbag', '2026-09-18T03:00:00Z'), jambi.rapatId)
  await sampleEvaluation(cast)
  return made
}

/** Sets a meeting down, writes what was said, and closes its pack on the day after. */
async function hold(cast: Cast, { satkerKode, rapat, notula, keputusan, photo }: Story) {
  const at = (hour: string) => cast(satkerKode, 'kasubbag', `${rapat.tanggal}T${hour}:00Z`)
  const kasubbag = await at('01:00')
  const { people } = await rapatChoices(kasubbag, satkerKode)
  const of = (peran: string) => people.find(({ tugas }) => tugas.some((t) => t.peran === peran))
  const { id: rapatId } = await createRapat(kasubbag, {
    satkerKode,
    ...rapat,
    pimpinanId: of('sekretaris')?.id ?? null,
    notulisId: of('anggota_tim')?.id ?? null,
  })
  const penggunaIds = people.map(({ id }) => id)
  await addPeserta(kasubbag, {
    rapatId,
    penggunaIds,
    nama: ['Contoh Narasumber, Akademisi'],
  })
  const { peserta } = await rapatForStaff(kasubbag, rapatId)
  const hadirIds = peserta.filter((_, index) => index % 5 !== 4).map(({ id }) => id)
  await markHadir(await at('02:00'), { rapatId, hadirIds, hapusIds: [] })
  const ids: string[] = []
  for (const uraian of keputusan)
    ids.push((await addKeputusanRapat(await at('04:00'), { rapatId, uraian })).id)
  const { rapat: stored } = await rapatForStaff(kasubbag, rapatId)
  await writeNotula(await at('05:00'), { rapatId, versi: stored.versi, ...notula })
  if (photo) await attachSamplePhoto(photo, await at('06:00'), { satkerKode, rapatId })
  await closeRapat(await at('07:00'), { rapatId })
  return { rapatId, keputusanId: ids[0] ?? '' }
}

/** Fills what the page would suggest. */
async function prove(caller: Caller, rapatId: string): Promise<void> {
  const { plan, butir } = await paketForStaff(caller, { id: rapatId, rencana: '' })
  const isian = butir.flatMap(({ butirId, offers }): Isian[] =>
    offers
      .filter(({ suggested }) => suggested)
      .map(({ slot, dokumen }) => ({ rencanaId: plan?.id ?? '', butirId, slot, dokumen })),
  )
  if (isian.length > 0) await usePaket(caller, { rapatId, isian })
}

/** The evaluation of the team's work plan, called for next week. */
async function sampleEvaluation(cast: Cast): Promise<void> {
  const kasubbag = await cast('5203', 'kasubbag', '2026-11-19T02:00:00Z')
  const { people } = await rapatChoices(kasubbag, '5203')
  const { id: rapatId } = await createRapat(kasubbag, {
    satkerKode: '5203',
    ...facts({
      jenis: 'evaluasi_rencana_kerja',
      judul: 'Evaluasi rencana kerja tim Reformasi Birokrasi',
      tanggal: '2026-12-02',
      agenda:
        'Hasil rencana kerja tim tahun berjalan\nUsulan perbaikan rencana kerja tahun berikutnya',
    }),
  })
  await addPeserta(kasubbag, {
    rapatId,
    penggunaIds: people.slice(0, 8).map(({ id }) => id),
    nama: [],
  })
}
