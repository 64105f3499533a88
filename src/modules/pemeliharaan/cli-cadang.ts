import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CliCommand } from '#platform/mount.ts'
import { backUp } from './backup.ts'
import { complain, megabytes, number, progress, say } from './terminal.ts'

const help = `hub cadang BERKAS

Menulis satu arsip berisi basis data, berkas, dan hash semuanya, selagi orang bekerja: isinya
keadaan pada satu saat. Arsip baru bernama BERKAS setelah utuh, dan tidak pernah menimpa yang sudah ada.

Arsip serahasia datanya sendiri: ia memuat semua isi, akun, dan rahasia (kecuali rahasia diberikan
dengan HUB_RAHASIA). Hanya pemilik proses yang dapat membacanya. Untuk disimpan di tempat lain, sandikan
dahulu, misalnya dengan age atau gpg.

Yang tidak ikut: surat di HUB_DATA/surat-keluar, unggahan yang belum selesai, dan log.
Keluar dengan status 1 bila ada berkas yang hilang atau berubah di tempat penyimpanan.`

export const cadang: CliCommand = {
  name: 'cadang',
  summary: 'mencadangkan basis data dan berkas ke satu arsip, selagi orang bekerja',
  help,
  async run(args, open) {
    const path = pathOf(args)
    if (path === null) return complain('Sebutkan satu berkas tujuan. Lihat: hub cadang --help', 2)
    const services = await open()
    const line = progress()
    const { manifest, files, digest } = await backUp(services, path, line.tell).finally(line.clear)
    const { size } = await stat(path)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    say(
      [
        `Cadangan tersimpan: ${path} (${megabytes(size)})`,
        `${number(manifest.tables.length)} tabel, ${number(rows)} baris, ${number(manifest.jobs)} pekerjaan antre, ${number(files)} berkas`,
        `sha256 ${digest}`,
        ...(manifest.secret.kept ? [] : ['Simpan HUB_RAHASIA tersendiri: tidak ikut di dalamnya.']),
      ].join('\n'),
    )
    if (manifest.missing.length === 0) return 0
    return complain(
      `${manifest.missing.length} berkas hilang atau berubah di tempat penyimpanan. Jalankan: hub periksa`,
      1,
    )
  },
}

function pathOf(args: string[]): string | null {
  try {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true })
    return positionals.length === 1 && positionals[0] ? resolve(positionals[0]) : null
  } catch {
    return null
  }
}
