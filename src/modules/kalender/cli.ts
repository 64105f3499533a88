import { parseArgs } from 'node:util'
import { longMoment } from '#platform/date.ts'
import { Refusal } from '#platform/errors.ts'
import { checkForm } from '#platform/http/form.ts'
import { systemActor } from '#platform/identity/actor.ts'
import type { CliCommand } from '#platform/mount.ts'
import { callerOf, type Services } from '#platform/services.ts'
import { hitungForm, startOf, tempoOf } from './forms-hitung.ts'
import { durationText } from './jam.ts'
import { fullDate, sebabText, selangText } from './labels.ts'
import { kalenderForCounting } from './queries/tahun.ts'
import { dueAfter, type JatuhTempo } from './tempo.ts'

const help = `Pemakaian:
  hub kalender hitung --satker KODE --mulai 2026-03-17T09:00 --hari N  [--json]
  hub kalender hitung --satker KODE --mulai 2026-03-17T09:00 --jam N   [--json]
  hub kalender hitung --satker KODE --mulai 2026-03-17T09:00 --menit N [--json]
      Menghitung saat jatuh tempo menurut hari dan jam kerja satuan kerja itu, dengan
      penjelasan hari demi hari. --mulai dalam waktu setempat satuan kerja.`

const options = {
  satker: { type: 'string' },
  mulai: { type: 'string' },
  hari: { type: 'string' },
  jam: { type: 'string' },
  menit: { type: 'string' },
  json: { type: 'boolean' },
} as const

type Given = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

/** `hub kalender hitung`: the deadline tool for a terminal or a script. */
const kalender: CliCommand = {
  name: 'kalender',
  summary: 'menghitung tenggat dalam hari atau jam kerja',
  help,
  async run([action, ...rest], open) {
    const given = action === 'hitung' ? read(rest) : null
    const asked = given ? question(given) : null
    if (!given || !asked) return say(process.stderr, help, 2)
    if (!asked.ok) return say(process.stderr, asked.problems.map((p) => p.message).join('\n'), 2)
    try {
      const answer = await count(await open(), given.satker ?? '', asked.values)
      return say(process.stdout, given.json ? asJson(answer) : asText(answer), 0)
    } catch (error) {
      if (error instanceof Refusal) return say(process.stderr, error.message, 1)
      throw error
    }
  },
}

export const cli: CliCommand[] = [kalender]

type Answer = { satker: { kode: string; nama: string; zona_waktu: string }; tempo: JatuhTempo }

function read(args: string[]): Given | null {
  try {
    return parseArgs({ args, options }).values
  } catch {
    return null
  }
}

/** One of the three amounts, with an office and a start; null when that was not what was typed. */
function question({ satker, mulai = '', hari, jam, menit }: Given) {
  const amounts = Object.entries({ hari, jam, menit }).filter((entry) => entry[1] !== undefined)
  const [only] = amounts
  if (!satker || amounts.length !== 1 || !only) return null
  return checkForm(hitungForm, { mulai, satuan: only[0], jumlah: only[1] ?? '' })
}

async function count(
  services: Services,
  satkerKode: string,
  asked: Parameters<typeof tempoOf>[0] & { mulai: string },
): Promise<Answer> {
  const caller = callerOf(services, systemActor(satkerKode))
  const dari = asked.mulai.slice(0, 10)
  const { satker, kal } = await kalenderForCounting(caller, { satkerKode, dari })
  return { satker, tempo: dueAfter(kal, startOf(asked.mulai, kal.offset), tempoOf(asked)) }
}

const asJson = ({ satker, tempo }: Answer) =>
  JSON.stringify({ satker, ...tempo, jatuhTempo: tempo.jatuhTempo.toISOString() }, null, 2)

function asText({ satker, tempo }: Answer): string {
  const amount = (n: number) => (tempo.satuan === 'hari' ? String(n) : durationText(n))
  return [
    `Jatuh tempo ${longMoment(tempo.jatuhTempo, satker.zona_waktu)}, ${satker.nama}`,
    ...tempo.catatan.map((text) => `Belum pasti: ${text}`),
    '',
    ...tempo.penjelasan.map((day) =>
      [fullDate(day.tanggal), amount(day.jumlah), sebabText(day), selangText(day.selang)]
        .filter(Boolean)
        .join('\t'),
    ),
  ].join('\n')
}

function say(stream: NodeJS.WriteStream, text: string, status: number): number {
  stream.write(`${text}\n`)
  return status
}
