import { Hono } from 'hono'
import type { HubEnv } from '#platform/http/env.ts'
import type { Mount } from '#platform/mount.ts'
import { impor } from './cli.ts'
import { cron, jobs } from './jobs.ts'
import { canImport } from './policy.ts'
import { loadSampleImports } from './samples.ts'
import { staffReview } from './staff-review.tsx'
import { staffRow } from './staff-row.tsx'
import { staffRows } from './staff-rows.tsx'
import { staff } from './staff.tsx'

const routes = new Hono<HubEnv>()
  .route('/', staff)
  .route('/', staffRows)
  .route('/', staffRow)
  .route('/', staffReview)

export const mount: Mount = {
  staff: { path: '', routes },
  menu: [
    {
      group: null,
      order: 40,
      label: 'Impor',
      href: '/kerja/impor',
      show: (actor) => canImport(actor, actor.satkerKode),
    },
  ],
  jobs,
  cron,
  cli: [impor],
  samples: loadSampleImports,
}
