// Runs on the host's own Node (≥ 20) before anything is installed, so it uses nothing but Node.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const onWindows = process.platform === 'win32'
const stamp = join(root, 'node_modules/.hub-lock')
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
const hostMajor = Number(process.versions.node.split('.')[0])

/** Installs the locked packages when they are not there as locked; speaks on standard error only. */
export function install() {
  if (hostMajor < 20) fail('KPU HUB memerlukan Node.js 20 atau lebih baru. Pasang dari nodejs.org.')
  const wanted = lockHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  process.stderr.write('  Memasang paket …\n')
  const done = spawnSync(
    onWindows ? 'npm.cmd' : 'npm',
    ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, stdio: ['ignore', 2, 2], shell: onWindows },
  )
  if (done.error)
    fail('npm tidak ditemukan. Pasang npm, yang datang bersama Node.js dari nodejs.org.')
  if (done.status !== 0)
    fail(
      'Pemasangan paket gagal. Periksa sambungan ke registri npm dan ruang cakram, lalu jalankan lagi.',
    )
  writeFileSync(stamp, wanted)
}

/** The project's own Node, whatever the host's is. */
export function node() {
  const own = join(root, 'node_modules/node/bin', onWindows ? 'node.exe' : 'node')
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own
  if (hostMajor >= 24) return process.execPath
  return fail(
    existsSync(own)
      ? 'Node.js bawaan tidak dapat berjalan pada mesin ini. Pasang Node.js 24 dari nodejs.org, lalu jalankan lagi.'
      : 'npm melarang skrip pemasangan paket. Jalankan: npm rebuild --ignore-scripts=false, lalu jalankan lagi.',
  )
}

/** The environment in which the project's own programs come first, and Node keeps what it has compiled. */
export const environment = () => ({
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
})

export function fail(sentence) {
  process.stderr.write(`\n  ${sentence}\n\n`)
  process.exit(1)
}
