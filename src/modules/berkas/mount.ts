import type { Mount } from '#platform/mount.ts'
import { cron, jobs } from './jobs.ts'
import { staff } from './staff.tsx'

export const mount: Mount = { staff: { path: '', routes: staff }, jobs, cron }
