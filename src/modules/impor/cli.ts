import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import {
  limits,
  readFileIsolated,
  type Renaksi,
  tooLarge,
  UnreadableFile,
} from '#modules/keputusan'
import { Refusal } from '#platform/errors.ts'
import type { CliCommand } from '#platform/mount.ts'
import type { Services } from '#platform/services.ts'
import { importFile } from './cli-import.ts'
import { reportOf } from './report.ts'
import { templateXlsx } from './templat-xlsx.ts'

const help = `hub impor BERKAS… [--json] [--simpan [--terima]] [--satker KODE]
hub impor --templat BERKAS.xlsx

Membaca keputusan dengan lampiran rencana aksinya dari TXT, PDF, DOCX, XLSX, CSV, atau JSON (renaksi/1).

  (tanpa pilihan)   menampilkan kepala keputusan, jumlah butir, temuan, dan sisa
  --json            mencetak satu objek renaksi/1 per berkas, satu baris per objek, tanpa keluaran lain;
                    tidak memerlukan basis data
  --simpan          menyimpan berkas sebagai impor yang menunggu diperiksa di halaman Impor
  --terima          bersama --simpan: menerima semua temuan dan menyimpan keputusan serta drafnya sekaligus
  --satker KODE     kode satuan kerja (52, 5203); tanpa ini diambil dari wilayah pada keputusan
  --templat BERKAS  menulis templat XLSX kosong yang dapat diisi lalu diimpor

Berkas yang tidak dapat dibaca disebut pada keluaran galat, dan perintah berakhir dengan status 1.`

const options = {
  json: { type: 'boolean', default: false },
  simpan: { type: 'boolean', default: false },
  terima: { type: 'boolean', default: false },
  satker: { type: 'string' },
  templat: { type: 'string' },
} as const

export const impor: CliCommand = {
  name: 'impor',
  summary: 'membaca keputusan dengan rencana aksinya dari berkas',
  help,
  async run(args, open) {
    const asked = parse(args)
    if (typeof asked === 'string') return complain(asked, 2)
    const { values, files } = asked
    if (values.templat !== undefined) return writeTemplate(values.templat)
    let status = 0
    for (const path of files) status = Math.max(status, await handle(path, values, open))
    return status
  },
}

type Values = {
  json: boolean
  simpan: boolean
  terima: boolean
  satker?: string | undefined
  templat?: string | undefined
}

/** What was asked for, or a sentence that says why it cannot be understood. */
function parse(args: string[]): { values: Values; files: string[] } | string {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (values.templat === undefined && positionals.length === 0)
      return 'Sebutkan berkas yang akan dibaca. Lihat: hub impor --help'
    if (values.json && values.simpan) return 'Pilih salah satu: --json atau --simpan.'
    if (values.terima && !values.simpan) return 'Pilihan --terima hanya berlaku bersama --simpan.'
    return { values, files: positionals }
  } catch {
    return 'Pilihan tidak dikenal. Lihat: hub impor --help'
  }
}

/** Reads one file and does with it what was asked; what is wrong with it goes to the error stream. */
async function handle(
  path: string,
  values: Values,
  open: () => Promise<Services>,
): Promise<number> {
  const nama = basename(path)
  try {
    const bytes = await bytesOf(path)
    if (values.simpan) {
      const { terima, satker } = values
      const sentence = await importFile(await open(), {
        nama,
        bytes,
        terima,
        satker: satker ?? null,
      })
      process.stdout.write(`${nama}: ${sentence}\n`)
      return 0
    }
    const renaksi: Renaksi = await readFileIsolated({ nama, bytes })
    process.stdout.write(values.json ? `${JSON.stringify(renaksi)}\n` : `${reportOf(renaksi)}\n`)
    return 0
  } catch (error) {
    if (error instanceof UnreadableFile) return complain(`${nama}: ${error.pesan}`, 1)
    if (error instanceof Refusal) return complain(`${nama}: ${error.message}`, 1)
    throw error
  }
}

/** The bytes of a file that is small enough; a larger one is not even opened. */
async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > limits.fileBytes) throw tooLarge(size)
    return await readFile(path)
  } catch (error) {
    const sentence = fileProblems[String((error as NodeJS.ErrnoException).code)]
    throw sentence ? new UnreadableFile(sentence, { cause: error }) : error
  }
}

const fileProblems: Record<string, string> = {
  ENOENT: 'Berkas tidak ditemukan. Periksa nama dan foldernya.',
  EISDIR: 'Ini sebuah folder. Sebutkan berkas di dalamnya.',
  EACCES: 'Berkas tidak boleh dibaca oleh pengguna ini. Periksa izin berkasnya.',
}

async function writeTemplate(path: string): Promise<number> {
  return templateXlsx(path).then(
    () => {
      process.stdout.write(`Templat tersimpan: ${path}\n`)
      return 0
    },
    () => complain(`Templat tidak dapat ditulis ke ${path}. Periksa folder dan izinnya.`, 1),
  )
}

function complain(sentence: string, status: number): number {
  process.stderr.write(`${sentence}\n`)
  return status
}
