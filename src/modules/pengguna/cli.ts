import { parseArgs } from 'node:util'
import { Refusal } from '#platform/errors.ts'
import { systemActor } from '#platform/identity/actor.ts'
import type { CliCommand } from '#platform/mount.ts'
import { callerOf, type Services } from '#platform/services.ts'
import { findAccount, issueResetToken } from './auth/account.ts'
import { membershipsOf } from './auth/actor.ts'
import { newToken } from './auth/token.ts'
import { resetFaktor } from './commands/faktor.ts'
import { invitationDays, inviteByLink } from './commands/undangan.ts'
import { eraseFactors } from './faktor/factors.ts'
import { inviteForm } from './forms.ts'
import { invitationLink, passwordLink } from './jobs.ts'
import { labelTugas } from './labels.ts'
import { peranList } from './peran.ts'
import { peopleForStaff } from './queries/people.ts'

const help = `Pemakaian:
  hub pengguna admin      --satker KODE --email ALAMAT --nama NAMA
      Mengundang admin satuan kerja dan mencetak tautan undangannya. Dengan ini
      admin pertama sebuah basis data baru masuk: --satker 00.
  hub pengguna undang     --satker KODE --email ALAMAT --nama NAMA --peran PERAN [--area 1-8]
      Mengundang orang dengan peran lain dan mencetak tautan undangannya.
  hub pengguna daftar     --satker KODE
      Menampilkan orang satu satuan kerja dengan perannya hari ini.
  hub pengguna atur-sandi --email ALAMAT
      Mencetak tautan untuk mengatur kata sandi baru, berlaku satu jam.
  hub pengguna reset-faktor --email ALAMAT --alasan ALASAN
      Menghapus verifikasi dua langkah orang yang kehilangan telepon dan kodenya, bila tidak ada
      admin yang dapat menolong. Orangnya, ketua, dan sekretaris menerima surat.

PERAN: ${peranList.join(', ')}.
Undangan berlaku ${invitationDays} hari dan tidak dikirim melalui surel: sampaikan sendiri tautannya.`

const options = {
  satker: { type: 'string' },
  email: { type: 'string' },
  nama: { type: 'string' },
  peran: { type: 'string' },
  area: { type: 'string' },
  alasan: { type: 'string' },
} as const

type Given = Partial<Record<keyof typeof options, string>>

const actions: Readonly<Record<string, (services: Services, given: Given) => Promise<string>>> = {
  admin: (services, given) => invite(services, { ...given, peran: 'admin_satker' }),
  undang: invite,
  daftar: list,
  'atur-sandi': passwordReset,
  'reset-faktor': factorReset,
}

/** `hub pengguna …`: for whoever operates the server; acts as the system. */
const pengguna: CliCommand = {
  name: 'pengguna',
  summary: 'mengundang orang, menampilkan daftar, mengatur ulang kata sandi',
  help,
  async run(args, open) {
    const [name, ...rest] = args
    const action = actions[name ?? '']
    const given = action ? read(rest) : null
    if (!action || !given) return say(process.stderr, help, 2)
    try {
      return say(process.stdout, await action(await open(), given), 0)
    } catch (error) {
      if (error instanceof Refusal || error instanceof Misunderstood)
        return say(process.stderr, error.message, error instanceof Refusal ? 1 : 2)
      throw error
    }
  },
}

export const cli: CliCommand[] = [pengguna]

/** What was typed cannot be carried out; the message says which option is wrong. */
class Misunderstood extends Error {}

function read(args: string[]): Given | null {
  try {
    return parseArgs({ args, options }).values
  } catch {
    return null
  }
}

async function invite(services: Services, given: Given): Promise<string> {
  const satkerKode = required(given, 'satker')
  const parsed = inviteForm.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((i) => `--${i.path.join('.')}: ${i.message}`)
    throw new Misunderstood(problems.join('\n'))
  }
  const caller = callerOf(services, systemActor(satkerKode))
  const { nama, peran, area } = parsed.data
  const token = newToken()
  await inviteByLink(caller, { satkerKode, token, ...parsed.data })
  const role = labelTugas({ peran, areaBaku: area })
  return `Undangan untuk ${nama} (${role}), berlaku ${invitationDays} hari:\n${invitationLink(services, token)}`
}

async function list(services: Services, given: Given): Promise<string> {
  const satkerKode = required(given, 'satker')
  const caller = callerOf(services, systemActor(satkerKode))
  const lines: string[] = []
  for (let page = 1, pages = 1; page <= pages; page++) {
    const found = await peopleForStaff(caller, {
      satkerKode,
      cari: '',
      peran: '',
      status: 'semua',
      page,
    })
    pages = found.pages
    lines.push(
      ...found.rows.map((row) =>
        [
          row.active ? 'aktif' : 'nonaktif',
          row.email,
          row.nama,
          row.tugas.map(labelTugas).join(', '),
        ].join('\t'),
      ),
    )
  }
  return lines.length > 0 ? lines.join('\n') : 'Belum ada orang di satuan kerja ini.'
}

async function passwordReset(services: Services, given: Given): Promise<string> {
  const email = required(given, 'email')
  const account = await findAccount(services, email)
  if (!account) throw new Misunderstood(`Tidak ada akun dengan surel ${email}.`)
  const token = await issueResetToken(services, account.id)
  return `Tautan kata sandi untuk ${account.nama}, berlaku satu jam:\n${passwordLink(services, token)}`
}

async function factorReset(services: Services, given: Given): Promise<string> {
  const email = required(given, 'email')
  const alasan = required(given, 'alasan')
  const account = await findAccount(services, email)
  if (!account) throw new Misunderstood(`Tidak ada akun dengan surel ${email}.`)
  const memberships = await membershipsOf(services, account.id)
  const highest = memberships.toSorted((a, b) => rankOf(a.satker_kode) - rankOf(b.satker_kode))[0]
  if (!highest) throw new Misunderstood(`${account.nama} tidak terhubung dengan satuan kerja.`)
  const caller = callerOf(services, systemActor(highest.satker_kode))
  const erase = (userId: string) => eraseFactors(services, userId)
  await resetFaktor(caller, { id: highest.pengguna_id, alasan, erase })
  return `Verifikasi dua langkah ${account.nama} dihapus. Yang baru diminta saat masuk berikutnya.`
}

/** KPU RI before provinces before the rest: who decides about an account that works for several. */
const rankOf = (satkerKode: string): number => (satkerKode === '00' ? 0 : satkerKode.length)

function required(given: Given, name: keyof Given): string {
  const value = given[name]?.trim()
  if (!value) throw new Misunderstood(`Isi --${name}. Lihat: hub pengguna --help`)
  return value
}

function say(stream: NodeJS.WriteStream, text: string, status: number): number {
  stream.write(`${text}\n`)
  return status
}
