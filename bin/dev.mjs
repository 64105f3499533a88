// npm run dev: rebuild and restart at every change; the database keeps running in between.
import { spawn, spawnSync } from 'node:child_process'
import { environment, install, node, root } from './install.mjs'

if (!process.env.HUB_DEV) {
  install()
  const again = spawnSync(node(), ['bin/dev.mjs', ...process.argv.slice(2)], { cwd: root, env: { ...environment(), HUB_DEV: '1' }, stdio: 'inherit' })
  process.exit(again.status ?? 1)
}

const { watch } = await import('./build.mjs')
let server = null
let restarting = Promise.resolve()

const stopServer = () =>
  new Promise((resolve) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return resolve()
    server.once('exit', resolve)
    // SIGKILL on purpose: the embedded database outlives it and the next start takes it over at once.
    server.kill('SIGKILL')
  })

async function restart() {
  await stopServer()
  server = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
}

await watch(() => (restarting = restarting.then(restart)))
process.on('SIGINT', () => {
  server?.once('exit', () => process.exit(0))
  server?.kill('SIGINT')
})
