#!/usr/bin/env node
// npx hub …: the command line, on the project's own Node.
import { spawnSync } from 'node:child_process'
import { environment, install, node, root } from './install.mjs'

install()
const env = environment()
const built = spawnSync(node(), [`${root}/bin/build.mjs`], { cwd: root, env, stdio: ['ignore', 2, 2] })
if (built.status !== 0) process.exit(1)
const done = spawnSync(node(), ['--enable-source-maps', `${root}/dist/cli.js`, ...process.argv.slice(2)], { env, stdio: 'inherit' })
process.exit(done.status ?? 1)
