// npm start: install what is missing, build what has changed, serve.
import { spawn, spawnSync } from 'node:child_process'
import { environment, fail, install, node, root } from './install.mjs'

install()
const env = environment()
const built = spawnSync(node(), ['bin/build.mjs'], { cwd: root, env, stdio: 'inherit' })
if (built.status !== 0) fail('Membangun KPU HUB gagal. Lihat pesan di atas.')
const server = spawn(node(), ['--enable-source-maps', 'dist/main.js', ...process.argv.slice(2)], {
  cwd: root,
  env,
  stdio: 'inherit',
})
// The terminal sends Ctrl-C to both; this one only waits for the server to end its work.
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))

// npm that is ended alone leaves this program behind without a word; then the server ends too.
const parent = process.ppid
if (process.env.npm_lifecycle_event === 'start')
  setInterval(() => process.ppid !== parent && server.kill('SIGTERM'), 500).unref()
