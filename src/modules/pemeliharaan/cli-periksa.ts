import { parseArgs } from 'node:util'
import type { CliCommand } from '#platform/mount.ts'
import type { Services } from '#platform/services.ts'
import {
  checkAudit,
  checkJobs,
  checkSchema,
  checkSums,
  recount,
  retryJobs,
} from './check-database.ts'
import { checkDisk, checkFiles } from './check-files.ts'
import { byWeight, type Hasil, type Masalah } from './masalah.ts'
import { complain, number, progress, say } from './terminal.ts'

const help = `hub periksa [--json] [--cepat] [--hitung-ulang] [--ulangi-antrean]

Memeriksa jejak audit semua satker, hash semua berkas, rekapitulasi terhadap hitungan ulang, penjagaan
antarsatker, antrean pekerjaan, dan ruang cakram. Setiap masalah disebut dengan yang perlu dilakukan,
yang terberat lebih dahulu.

  --cepat            hanya memastikan berkas ada, tanpa membaca isinya
  --json             mencetak satu objek JSON
  --hitung-ulang     lebih dahulu menghitung ulang rekapitulasi yang berbeda
  --ulangi-antrean   lebih dahulu mengantrekan lagi pekerjaan yang sudah menyerah

Keluar dengan status 0 bila utuh, 1 bila ada masalah.`

const flag = { type: 'boolean', default: false } as const
const options = { json: flag, cepat: flag, 'hitung-ulang': flag, 'ulangi-antrean': flag }

export const periksa: CliCommand = {
  name: 'periksa',
  summary: 'memeriksa keutuhan jejak audit, berkas, dan hitungan',
  help,
  async run(args, open) {
    const asked = parse(args)
    if (!asked) return complain('Pilihan tidak dikenal. Lihat: hub periksa --help', 2)
    const services = await open()
    const done = await mend(services, asked)
    const line = progress()
    const hasil = await check(services, asked.cepat, line.tell).finally(line.clear)
    say(asked.json ? JSON.stringify(hasil) : [...done, ...report(hasil)].join('\n'))
    return hasil.masalah.length === 0 ? 0 : 1
  },
}

type Asked = { json: boolean; cepat: boolean; 'hitung-ulang': boolean; 'ulangi-antrean': boolean }

function parse(args: string[]): Asked | null {
  try {
    return parseArgs({ args, options }).values
  } catch {
    return null
  }
}

async function mend({ ownerPool, clock }: Services, asked: Asked): Promise<string[]> {
  const done: string[] = []
  if (asked['hitung-ulang'])
    done.push(`${await recount(ownerPool)} rencana dihitung ulang rekapitulasinya.`)
  if (asked['ulangi-antrean'])
    done.push(`${await retryJobs(ownerPool, clock())} pekerjaan diantrekan lagi.`)
  return done
}

/** Looks at everything; the gravest problem comes first. */
export async function check(
  services: Services,
  inHaste: boolean,
  tell: (what: string) => void,
): Promise<Hasil> {
  const { ownerPool, clock } = services
  tell('jejak audit')
  const audit = await checkAudit(ownerPool)
  tell('rekapitulasi')
  const sums = await checkSums(ownerPool)
  const schema = await checkSchema(ownerPool)
  const jobs = await checkJobs(ownerPool, clock())
  const files = await checkFiles(services, { hash: !inHaste, tell })
  const disk = await checkDisk(services)
  const parts = [audit.masalah, files.masalah, sums.masalah, schema, jobs.masalah, disk]
  return {
    masalah: byWeight(parts.flat()),
    diperiksa: {
      audit: audit.audit,
      rantai: audit.rantai,
      rencana: sums.rencana,
      berkas: files.berkas,
      antrean: jobs.antrean,
    },
    catatan: inHaste ? ['Isi berkas tidak dibaca (--cepat).'] : [],
  }
}

function report({ masalah, diperiksa: d, catatan }: Hasil): string[] {
  const seen = `${number(d.audit)} baris audit dalam ${number(d.rantai)} rantai, ${number(d.rencana)} rencana, ${number(d.berkas)} berkas, ${number(d.antrean)} pekerjaan antre`
  if (masalah.length === 0) return [`Utuh: ${seen}.`, ...catatan]
  return [
    ...masalah.map(sentence),
    '',
    `${number(masalah.length)} masalah dalam ${seen}.`,
    ...catatan,
  ]
}

const weights = { 1: 'BERAT', 2: 'GANGGUAN', 3: 'PERINGATAN' } as const

const sentence = ({ bobot, satkerKode, pesan, tindakan }: Masalah) =>
  `${weights[bobot]}${satkerKode ? ` satker ${satkerKode}` : ''}: ${pesan}\n  → ${tindakan}`
