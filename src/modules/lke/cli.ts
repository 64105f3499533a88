import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { CliCommand } from '#platform/mount.ts'
import { plainWay, summary, wayText } from './cli-text.ts'
import { type Instrumen, readInstrumen } from './instrumen.ts'
import { jalanLulus, readUsaha } from './jalan-lulus.ts'
import { type Nisbah, readJawaban } from './jawaban.ts'
import { laporanOf } from './laporan.ts'
import type { Kosong } from './nilai.ts'
import { periksaInstrumen, reachable } from './periksa.ts'

const help = `hub lke nilai --instrumen lke-zi-2021 --jawaban BERKAS.json [--json]

Menghitung nilai LKE dari satu berkas jawaban, tanpa basis data. Isi berkas:
  {"instrumen": "lke-zi-2021", "kosong": "nol", "jawaban": {"A.I.1.i.a": "Ya", "B.I.a": 3.6,
   "A.II.1.i.a": {"agen": 7, "perubahan": 7}}}

  --instrumen   kode instrumen pada data/instrumen, atau berkas instrumen (.json)
  --jawaban     berkas jawaban
  --json        mencetak hasil lengkap dengan ketelitian penuh

hub lke jalan-lulus --instrumen lke-zi-2021 --jawaban BERKAS.json --gerbang WBK [--json]

Mencari pertanyaan yang paling sedikit usahanya untuk dinaikkan agar semua syarat gerbang terpenuhi. Berkas
jawaban boleh memuat "usaha": {"A.I.1.i.b": 3, "B.I.a": null}; 1 sampai 20, bawaannya 1, null berarti tidak
dapat dinaikkan. Yang belum diisi dihitung sebagai 0.

"kosong": "nol" menghitung yang belum diisi sebagai 0; "abaikan" mengeluarkannya dari rata-rata.
Keluar dengan status 1 bila ada jawaban yang tidak dikenal atau tidak mungkin; tidak ada yang dihitung.
jalan-lulus juga keluar dengan status 1 bila tidak ada jalan.`

const helpInstrumen = `hub instrumen periksa [KODE atau BERKAS.json …]

Memeriksa instrumen LKE: bobot setiap tingkat, skala, rumus, nomor ganda, gerbang WBK dan WBBM, dan
contoh hitungan. Tanpa nama, semua instrumen pada data/instrumen diperiksa.
Keluar dengan status 1 bila ada yang keliru.`

/** Said on standard error; status 1. */
class Salah extends Error {}

export const lke: CliCommand = {
  name: 'lke',
  summary: 'menghitung nilai lembar kerja evaluasi Zona Integritas',
  help,
  async run(args, _open, settings) {
    const asked = parseLke(args)
    if (!asked) return complain('Perintah ini belum lengkap. Lihat: hub lke --help', 2)
    return answering(async () => {
      const sheet = await readSheet(asked.jawaban)
      const name = asked.instrumen ?? sheet.instrumen
      if (!name) throw new Salah('Sebutkan instrumennya dengan --instrumen.')
      const instrumen = await loadInstrumen(settings().projectRoot, name)
      const { nisbah, problems } = readJawaban(instrumen, sheet.jawaban)
      if (problems.length > 0) throw new Salah(problems.join('\n'))
      if (asked.verb === 'jalan-lulus') return tellWay(instrumen, nisbah, { ...sheet, ...asked })
      const laporan = laporanOf(instrumen, nisbah, sheet.kosong)
      say(asked.json ? JSON.stringify(laporan, null, 2) : summary(laporan))
      return 0
    })
  },
}

type WayAsked = { gerbang: string | undefined; usaha: unknown; json: boolean }

function tellWay(instrumen: Instrumen, nisbah: Nisbah, asked: WayAsked): number {
  const names = Object.keys(instrumen.gerbang)
  const gerbang = asked.gerbang ?? ''
  if (!names.includes(gerbang)) throw new Salah(`Pilih gerbang: ${names.join(' atau ')}.`)
  const { usaha, problems } = readUsaha(instrumen, asked.usaha)
  if (problems.length > 0) throw new Salah(problems.join('\n'))
  const way = jalanLulus(instrumen, { nisbah, gerbang, usaha })
  say(asked.json ? JSON.stringify(plainWay(gerbang, way), null, 2) : wayText(gerbang, way))
  return way.ada ? 0 : 1
}

export const instrumen: CliCommand = {
  name: 'instrumen',
  summary: 'memeriksa instrumen penilaian',
  help: helpInstrumen,
  async run(args, _open, settings) {
    const [verb, ...names] = args
    if (verb !== 'periksa' || names.some((name) => name.startsWith('-')))
      return complain('Tulis: hub instrumen periksa [KODE atau BERKAS.json …]', 2)
    return answering(async () => {
      const { projectRoot } = settings()
      const wanted = names.length > 0 ? names : await allInstrumen(projectRoot)
      let wrong = 0
      for (const name of wanted) {
        const found = await loadInstrumen(projectRoot, name)
        const problems = periksaInstrumen(found)
        if (problems.length === 0 && !reachable(found))
          problems.push('Lembar yang sempurna pun tidak lulus semua gerbang.')
        for (const problem of problems) say(`${name}: ${problem}`)
        if (problems.length === 0) say(`${name}: tidak ada yang keliru.`)
        wrong += problems.length
      }
      return wrong > 0 ? 1 : 0
    })
  },
}

function parseLke(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        instrumen: { type: 'string' },
        jawaban: { type: 'string' },
        gerbang: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [verb, ...rest] = positionals
    if (rest.length > 0 || !values.jawaban) return null
    if (verb !== 'nilai' && verb !== 'jalan-lulus') return null
    return { ...values, verb, jawaban: values.jawaban, gerbang: values.gerbang }
  } catch {
    return null
  }
}

type Sheet = {
  instrumen: string | null
  jawaban: Record<string, unknown>
  kosong: Kosong
  usaha: unknown
}

async function readSheet(path: string): Promise<Sheet> {
  const json = await readJson(path)
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Salah(`${path}: isinya harus satu objek dengan "jawaban".`)
  const { instrumen: name, jawaban, kosong = 'nol', usaha = {} } = json as Record<string, unknown>
  if (typeof jawaban !== 'object' || jawaban === null || Array.isArray(jawaban))
    throw new Salah(`${path}: "jawaban" harus objek nomor pertanyaan dan jawabannya.`)
  if (kosong !== 'nol' && kosong !== 'abaikan')
    throw new Salah(`${path}: "kosong" harus "nol" atau "abaikan".`)
  return {
    instrumen: typeof name === 'string' ? name : null,
    jawaban: jawaban as Record<string, unknown>,
    kosong,
    usaha,
  }
}

async function loadInstrumen(projectRoot: string, name: string): Promise<Instrumen> {
  const path = name.endsWith('.json') ? name : join(projectRoot, 'data/instrumen', `${name}.json`)
  if (!name.endsWith('.json') && !(await allInstrumen(projectRoot)).includes(name))
    throw new Salah(
      `Instrumen "${name}" tidak ada. Yang ada: ${(await allInstrumen(projectRoot)).join(', ')}.`,
    )
  const { instrumen: found, problems } = readInstrumen(await readJson(path))
  if (!found) throw new Salah(problems.map((problem) => `${name}: ${problem}`).join('\n'))
  return found
}

const allInstrumen = async (projectRoot: string): Promise<string[]> =>
  (await readdir(join(projectRoot, 'data/instrumen')))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted()

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Salah(`Berkas ${path} tidak dapat dibaca.`)
  })
  try {
    return JSON.parse(text)
  } catch {
    throw new Salah(`${path} bukan JSON yang utuh.`)
  }
}

async function answering(run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Salah) return complain(error.message, 1)
    throw error
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function complain(text: string, status: number): number {
  process.stderr.write(`${text}\n`)
  return status
}
