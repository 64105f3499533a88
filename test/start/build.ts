import { spawnSync } from 'node:child_process'
import { projectRoot } from '../support/source-files.ts'

/** The tests of this folder run the product as it is built. */
export function setup(): void {
  const built = spawnSync(process.execPath, ['bin/build.mjs'], {
    cwd: projectRoot,
    stdio: 'inherit',
  })
  if (built.status !== 0) throw new Error('the product cannot be built')
}
