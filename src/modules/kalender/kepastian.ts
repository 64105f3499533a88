import type { Kalender } from './kalender.ts'
import { isWithin, yearOf } from './tanggal.ts'

/** Why an answer that passed through these dates may still change, in sentences; none when it is certain. */
export function belumPastiOf(kal: Kalender, dates: readonly string[]): string[] {
  const years = [...new Set(dates.map(yearOf))]
  return [
    ...years.filter((tahun) => !kal.tahun.has(tahun)).map(withoutDecree),
    ...years.filter((tahun) => !hasRamadan(kal, tahun)).map(withoutRamadan),
    ...kal.ramadan
      .filter((masa) => masa.keyakinan === 'ingatan' && dates.some((d) => isWithin(d, masa)))
      .map((masa) => estimated(yearOf(masa.dari))),
    ...dates.flatMap((tanggal) => {
      const hari = kal.hari.get(tanggal)
      return hari?.keyakinan === 'ingatan' ? [`${hari.nama} (${tanggal}) belum terverifikasi.`] : []
    }),
  ]
}

/** Every year touches a Ramadan, since the lunar year is the shorter one. */
const hasRamadan = (kal: Kalender, tahun: number): boolean =>
  kal.ramadan.some(({ dari, sampai }) => yearOf(dari) <= tahun && tahun <= yearOf(sampai))

const withoutDecree = (tahun: number) =>
  `Hari libur tahun ${tahun} belum dimuat; yang dilewati hanya akhir pekan dan hari lokal. KPU RI perlu memuat SKB 3 Menteri tentang hari libur nasional dan cuti bersama ${tahun}.`

const withoutRamadan = (tahun: number) =>
  `Masa Ramadan tahun ${tahun} belum dimuat; jam kerjanya dihitung seperti hari biasa.`

const estimated = (tahun: number) =>
  `Tanggal Ramadan ${tahun} masih perkiraan sampai sidang isbat; jam kerja pada hari pertama dan terakhirnya dapat bergeser.`
