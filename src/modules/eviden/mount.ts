import type { Mount } from '#platform/mount.ts'
import { evidenJobs } from './jobs.ts'
import { staff } from './staff.tsx'
import { listUrl } from './urls.ts'

export const mount: Mount = {
  staff: { path: '/eviden', routes: staff },
  jobs: evidenJobs,
  menu: [{ group: null, order: 25, label: 'Eviden', href: listUrl, show: () => true }],
}
