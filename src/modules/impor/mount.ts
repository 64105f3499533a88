import type { Mount } from '#platform/mount.ts'
import { impor } from './cli.ts'
import { cron, jobs } from './jobs.ts'
import { loadSampleImports } from './samples.ts'

export const mount: Mount = {
  jobs,
  cron,
  cli: [impor],
  samples: loadSampleImports,
}
