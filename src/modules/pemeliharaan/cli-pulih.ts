import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CliCommand } from '#platform/mount.ts'
import type { Manifest } from './manifest.ts'
import { restore, verifyArchive } from './restore.ts'
import { complain, number, progress, say } from './terminal.ts'

const help = `hub pulih BERKAS [--uji]

Memulihkan cadangan dari hub cadang ke folder data yang kosong, dan ke basis data kosong bila
DATABASE_URL diisi. Semua hash diperiksa sebelum yang pertama dipulihkan; setelah itu jumlah baris, kunci asing,
dan jejak audit. Cadangan versi lama dinaikkan ke versi program ini.

  --uji    hanya memeriksa seluruh arsip, tanpa memulihkan apa pun

Cadangan yang terpotong atau berubah ditolak dengan menyebut bagiannya, dan tujuannya tetap kosong.`

export const pulih: CliCommand = {
  name: 'pulih',
  summary: 'memulihkan cadangan ke folder data yang kosong',
  help,
  async run(args, _open, settings) {
    const asked = parse(args)
    if (!asked) return complain('Sebutkan satu cadangan. Lihat: hub pulih --help', 2)
    const { path, dryRun } = asked
    const line = progress()
    if (dryRun) {
      const manifest = await verifyArchive(path, line.tell).finally(line.clear)
      return say(`Cadangan utuh. ${contents(manifest)}`)
    }
    const manifest = await restore(settings(), path, line.tell).finally(line.clear)
    say(`Pulih. ${contents(manifest)}\nPeriksa sekali lagi dengan: hub periksa`)
    if (manifest.missing.length === 0) return 0
    return complain(
      `${manifest.missing.length} berkas sudah hilang atau berubah ketika dicadangkan:\n${manifest.missing.join('\n')}`,
      1,
    )
  },
}

function contents({ createdAt, version, tables, jobs, parts }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const files = parts.filter(({ name }) => name.startsWith('berkas/')).length
  return `Dibuat ${createdAt} oleh versi ${version}: ${number(rows)} baris, ${number(jobs)} pekerjaan antre, ${number(files)} berkas.`
}

function parse(args: string[]): { path: string; dryRun: boolean } | null {
  try {
    const options = { uji: { type: 'boolean', default: false } } as const
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true })
    const [path] = positionals
    return path && positionals.length === 1 ? { path: resolve(path), dryRun: values.uji } : null
  } catch {
    return null
  }
}
