#!/usr/bin/env node
// npx hub …: the command line, on the project's own Node. Standard output is the command's alone.
import { spawnSync } from 'node:child_process'
import { environment, fail, install, node, root } from './install.mjs'

install()
const env = environment()
const built = spawnSync(node(), [`${root}/bin/build.mjs`], {
  cwd: root,
  env,
  stdio: ['ignore', 2, 2],
})
if (built.status !== 0) fail('Membangun KPU HUB gagal. Lihat pesan di atas.')
const args = ['--enable-source-maps', `${root}/dist/cli.js`, ...process.argv.slice(2)]
const done = spawnSync(node(), args, { env, stdio: 'inherit' })
process.exitCode = done.status ?? 1
