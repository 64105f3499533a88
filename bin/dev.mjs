// npm run dev: rebuild and restart at every change; the database keeps running in between.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { environment, install, node, root } from './install.mjs'

if (!process.env.HUB_DEV) {
  install()
  const env = { ...environment(), HUB_DEV: '1' }
  process.on('SIGINT', () => {})
  const again = spawn(node(), ['bin/dev.mjs', ...process.argv.slice(2)], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  again.on('exit', (code) => process.exit(code ?? 1))
} else await develop()

async function develop() {
  const { rebuilder } = await import('./build.mjs')
  const rebuild = await rebuilder()
  let server = null
  let timer = null
  let turn = Promise.resolve()

  const isRunning = () => server && server.exitCode === null && server.signalCode === null
  const stopServer = (signal) =>
    new Promise((resolve) => {
      if (!isRunning()) return resolve()
      server.once('exit', resolve)
      server.kill(signal)
    })

  async function restart() {
    if (!(await rebuild())) return
    // SIGKILL on purpose: the embedded database outlives it and the next start takes it over at once.
    await stopServer('SIGKILL')
    const args = ['--enable-source-maps', 'dist/main.js', ...process.argv.slice(2)]
    server = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
  }

  // An editor writes a file in several steps: the last one counts.
  const changed = () => {
    clearTimeout(timer)
    timer = setTimeout(() => (turn = turn.then(restart)), 30)
  }
  for (const folder of ['src', 'db/migrations'])
    watch(join(root, folder), { recursive: true }, changed)
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => stopServer('SIGINT').then(() => process.exit(0)))
  changed()
}
