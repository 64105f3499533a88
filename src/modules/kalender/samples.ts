import { actorHolding } from '#modules/pengguna'
import { localDate } from '#platform/date.ts'
import { callerOf, type Services } from '#platform/services.ts'
import { addHariLokal, addJamLokal } from './commands/lokal.ts'
import type { HariLokalInput, JamLokalInput } from './forms.ts'
import { addDays, weekdayOf } from './tanggal.ts'

type Sample = { satkerKode: string; hari: HariLokalInput[]; jam?: JamLokalInput }

/** Local days of the sample offices in the year that runs, and one office with hours of its own. */
export async function loadSampleKalender(services: Services): Promise<void> {
  const tahun = localDate(services.clock(), 'Asia/Jakarta').slice(0, 4)
  for (const { satkerKode, hari, jam } of samplesOf(tahun)) {
    const actor = await actorHolding(services, satkerKode, 'sekretaris')
    const caller = callerOf(services, actor)
    for (const one of hari) await addHariLokal(caller, { satkerKode, hari: one })
    if (jam) await addJamLokal(caller, { satkerKode, jam })
  }
}

const samplesOf = (tahun: string): Sample[] => [
  { satkerKode: '00', hari: [yearEndMeeting(tahun)] },
  { satkerKode: '15', hari: [anniversary(`${tahun}-01-06`, 'Provinsi Jambi')] },
  { satkerKode: '52', hari: [anniversary(`${tahun}-12-17`, 'Provinsi Nusa Tenggara Barat')] },
  { satkerKode: '3508', hari: [anniversary(`${tahun}-12-15`, 'Kabupaten Lumajang')] },
  {
    satkerKode: '5203',
    hari: [anniversary(`${tahun}-08-31`, 'Kabupaten Lombok Timur'), yearEndMeeting(tahun)],
  },
  {
    satkerKode: '5271',
    hari: [anniversary(`${tahun}-08-31`, 'Kota Mataram')],
    jam: earlierFriday(tahun),
  },
]

const anniversary = (tanggal: string, daerah: string): HariLokalInput => ({
  tanggal,
  jenis: 'libur_lokal',
  nama: `Hari jadi ${daerah}`,
  dasar: 'Surat edaran contoh tentang libur hari jadi',
})

/** The first Saturday of December is worked. */
function yearEndMeeting(tahun: string): HariLokalInput {
  const first = `${tahun}-12-01`
  return {
    tanggal: addDays(first, 6 - weekdayOf(first) + (weekdayOf(first) > 6 ? 7 : 0)),
    jenis: 'kerja_pengganti',
    nama: 'Rapat kerja akhir tahun',
    dasar: 'Surat edaran contoh tentang hari kerja pengganti',
  }
}

const earlierFriday = (tahun: string): JamLokalInput => ({
  masa: 'biasa',
  hari: [5],
  mulai: '07:00',
  istirahatMulai: '11:30',
  istirahatSelesai: '13:00',
  selesai: '16:00',
  dari: `${tahun}-01-01`,
  hariTerakhir: undefined,
  dasar: 'Keputusan contoh tentang jam kerja hari Jumat',
})
