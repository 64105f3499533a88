import type { Mount } from '#platform/mount.ts'
import { cron, jobs } from './jobs.ts'
import { loadKebijakanBawaan } from './reference.ts'
import { staff } from './staff.tsx'

export const mount: Mount = {
  reference: loadKebijakanBawaan,
  jobs,
  cron,
  staff: { path: '/pemberitahuan', routes: staff },
}
