// npm run bench: install what is missing, build what has changed, measure; writes bench/HASIL.md.
import { spawnSync } from 'node:child_process'
import { environment, fail, install, node, root } from './install.mjs'

install()
const options = { cwd: root, env: environment(), stdio: 'inherit' }
const built = spawnSync(node(), ['bin/build.mjs'], options)
if (built.status !== 0) fail('Membangun KPU HUB gagal. Lihat pesan di atas.')
const measuring = ['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)]
process.exitCode = spawnSync(node(), measuring, options).status ?? 1
