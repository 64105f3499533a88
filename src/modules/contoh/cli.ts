import { parseArgs } from 'node:util'
import { Refusal } from '#platform/errors.ts'
import type { CliCommand } from '#platform/mount.ts'
import { fillNation, type Wanted } from './nasional.ts'

const help = `hub contoh --nasional [--tahun 2026] [--provinsi 52] [--benih 1]

Mengisi 553 satker dengan setahun rencana RB dan ZI, kemajuan, indikator, pemantauan, dan eviden yang dikarang,
untuk mengukur kecepatan dan berlatih. Orang-orangnya tidak mempunyai akun.

  --nasional        wajib, agar tidak terpanggil tanpa sengaja
  --tahun TAHUN     tahun rencana; tanpa ini tahun berjalan
  --provinsi KODE   hanya satu provinsi beserta kabupaten/kotanya, misalnya 52; 00 untuk KPU RI
  --benih ANGKA     benih lain menghasilkan nama dan keterlambatan lain

Rencana yang sudah ada dibiarkan, jadi perintah yang terputus dapat diulang. Ditolak bila ada pengguna yang bukan
contoh: gunakan HUB_DATA tersendiri.`

const options = {
  nasional: { type: 'boolean', default: false },
  tahun: { type: 'string' },
  provinsi: { type: 'string' },
  benih: { type: 'string', default: '1' },
} as const

type Asked = Omit<Wanted, 'tahun'> & { tahun: number | null }

export const contoh: CliCommand = {
  name: 'contoh',
  summary: 'mengisi seluruh satker dengan data contoh untuk pengukuran',
  help,
  async run(args, open) {
    const asked = parse(args)
    if (typeof asked === 'string') return complain(asked, 2)
    const services = await open()
    const tahun = asked.tahun ?? services.clock().getUTCFullYear()
    let made = 0
    try {
      await fillNation(services, { ...asked, tahun }, ({ provinsi, satker, dibuat, sudahAda }) => {
        made += dibuat
        const kept = sudahAda > 0 ? `, ${sudahAda} sudah ada` : ''
        process.stdout.write(`  ${provinsi}: ${satker} satker, ${dibuat} rencana dibuat${kept}\n`)
      })
    } catch (error) {
      if (error instanceof Refusal) return complain(error.message, 1)
      throw error
    }
    process.stdout.write(
      made > 0
        ? `Selesai: ${made} rencana tahun ${tahun} dibuat. Periksa dengan: hub periksa\n`
        : `Tidak ada yang dibuat: rencana tahun ${tahun} sudah ada di setiap satker.\n`,
    )
    return 0
  },
}

/** What was asked for, or a sentence that says why it cannot be understood. */
function parse(args: string[]): Asked | string {
  try {
    const { values } = parseArgs({ args, options })
    const { nasional, tahun, provinsi, benih } = values
    if (!nasional) return 'Sebutkan --nasional. Lihat: hub contoh --help'
    if (tahun !== undefined && !/^20\d\d$/.test(tahun))
      return 'Tulis tahun dengan empat angka, misalnya 2026.'
    if (provinsi !== undefined && !/^\d\d$/.test(provinsi))
      return 'Tulis kode provinsi dengan dua angka, misalnya 52.'
    if (!/^\d{1,9}$/.test(benih)) return 'Tulis benih dengan angka, misalnya 1.'
    return {
      tahun: tahun === undefined ? null : Number(tahun),
      provinsi: provinsi ?? null,
      benih: Number(benih),
    }
  } catch {
    return 'Pilihan tidak dikenal. Lihat: hub contoh --help'
  }
}

function complain(sentence: string, status: number): number {
  process.stderr.write(`${sentence}\n`)
  return status
}
