import { formatNumber } from '#platform/date.ts'
import { type Angka, type Anggaran, lajuOf } from './pemantauan-angka.ts'

/** A difference between plan and fact, or the statement that there is none. */
export type Simpangan = { tone: 'late' | 'ok' | 'unknown'; pokok: string; teks: string }

/** From how many percentage points on a difference is named. No rule sets it: docs/hukum/pemantauan.md. */
export const namedFrom = 10

const percent = (value: number) => `${formatNumber(value, 1)}%`
const points = (value: number) => `${formatNumber(Math.abs(value), 1)} poin`

/** Names where activities, budget and the performance agreement part company. */
export function simpanganOf(angka: Angka, anggaran: Anggaran): Simpangan[] {
  const { rencana, kegiatan, anggaran: uang } = lajuOf(angka, anggaran)
  const { capaianKinerja } = anggaran
  return [
    ...(kegiatan === null || rencana === null ? [] : [againstPlan(kegiatan, rencana)]),
    kegiatan === null || uang === null ? unknown('Anggaran') : againstBudget(kegiatan, uang),
    kegiatan === null || capaianKinerja === null
      ? unknown('Capaian perjanjian kinerja')
      : againstAgreement(kegiatan, capaianKinerja),
    ...angka.area
      .filter(({ terlambat }) => terlambat > 0)
      .map(({ judul, terlambat, kewajiban }): Simpangan => ({
        tone: 'late',
        pokok: judul,
        teks: `${terlambat} dari ${kewajiban} kewajiban terlambat.`,
      })),
  ]
}

const unknown = (what: string): Simpangan => ({
  tone: 'unknown',
  pokok: `Kegiatan dan ${what.toLowerCase()}`,
  teks: `${what} belum diisi, jadi belum dapat dibandingkan dengan kegiatan.`,
})

function againstPlan(kegiatan: number, rencana: number): Simpangan {
  const pokok = 'Kegiatan dan rencana'
  const both = `Kegiatan selesai ${percent(kegiatan)} dari setahun, rencana sampai akhir periode ${percent(rencana)}`
  if (kegiatan >= rencana) return { tone: 'ok', pokok, teks: `${both}: sesuai rencana.` }
  return { tone: 'late', pokok, teks: `${both}: tertinggal ${points(kegiatan - rencana)}.` }
}

function againstBudget(kegiatan: number, uang: number): Simpangan {
  const pokok = 'Kegiatan dan anggaran'
  const both = `Kegiatan ${percent(kegiatan)}, anggaran terpakai ${percent(uang)}`
  const gap = kegiatan - uang
  if (Math.abs(gap) < namedFrom) return { tone: 'ok', pokok, teks: `${both}: sejalan.` }
  const which = gap < 0 ? 'anggaran mendahului kegiatan' : 'kegiatan mendahului penyerapan anggaran'
  return { tone: 'late', pokok, teks: `${both}: ${which} ${points(gap)}.` }
}

function againstAgreement(kegiatan: number, capaian: number): Simpangan {
  const pokok = 'Kegiatan dan capaian perjanjian kinerja'
  const both = `Kegiatan ${percent(kegiatan)}, capaian perjanjian kinerja ${percent(capaian)}`
  const gap = kegiatan - capaian
  if (Math.abs(gap) < namedFrom) return { tone: 'ok', pokok, teks: `${both}: sejalan.` }
  const which =
    gap < 0 ? 'capaian kinerja mendahului kegiatan' : 'kegiatan belum tampak pada capaian kinerja'
  return { tone: 'late', pokok, teks: `${both}: ${which} (${points(gap)}).` }
}
