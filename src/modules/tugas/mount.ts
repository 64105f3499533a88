import type { Mount } from '#platform/mount.ts'
import { cron, jobs } from './jobs.ts'
import { portal } from './portal.tsx'
import { loadSampleTugas } from './samples.ts'
import { staff } from './staff.tsx'
import { tugasUrl } from './urls.ts'

export const mount: Mount = {
  samples: loadSampleTugas,
  jobs,
  cron,
  portal: { path: '/kalender', routes: portal },
  staff: { path: '/tugas', routes: staff },
  menu: [{ group: null, order: 10, label: 'Tugas saya', href: tugasUrl, show: () => true }],
}
