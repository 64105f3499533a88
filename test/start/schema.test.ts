import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { projectRoot } from '../support/source-files.ts'

const bin = join(projectRoot, 'node_modules/.bin')

it('has in db/schema.ts what the migrations give', async () => {
  const done = await promisify(execFile)(join(bin, 'tsx'), ['db/generate-schema.ts', '--verify'], {
    cwd: projectRoot,
    env: { ...process.env, PATH: `${bin}:${process.env['PATH']}` },
  }).then(
    () => '',
    (fault: { stderr: string; stdout: string }) => fault.stderr + fault.stdout,
  )
  expect(done).toBe('')
})
