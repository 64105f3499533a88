// Runs on the host's own Node (≥ 20) before anything is installed, so it uses nothing but Node.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'node_modules/.hub-lock')
const lockHash = () => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')

/** Installs the locked packages when they are not there as locked. */
export function install() {
  if (Number(process.versions.node.split('.')[0]) < 20) fail('KPU HUB memerlukan Node.js 20 atau lebih baru. Pasang dari nodejs.org.')
  const wanted = lockHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  process.stdout.write('  Memasang paket …\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const done = spawnSync(npm, ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) fail('Pemasangan paket gagal. Periksa sambungan ke registri npm dan ruang cakram, lalu jalankan lagi.')
  writeFileSync(stamp, wanted)
}

/** The project's own Node, whatever the host's is. */
export function node() {
  const own = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(own)) return process.execPath
  try {
    execFileSync(own, ['--version'], { stdio: 'ignore' })
    return own
  } catch {
    return process.execPath
  }
}

/** The environment in which the project's own programs come first. */
export const environment = () => ({
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
})

export function fail(sentence) {
  process.stderr.write(`\n  ${sentence}\n\n`)
  process.exit(1)
}
