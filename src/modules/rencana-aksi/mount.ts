import type { Mount } from '#platform/mount.ts'
import { templatJobs } from './jobs-templat.ts'
import { loadPetaJalan } from './reference-peta-jalan.ts'
import { staff } from './staff.tsx'
import { listUrl } from './urls.ts'

export const mount: Mount = {
  reference: loadPetaJalan,
  jobs: templatJobs,
  staff: { path: '/rencana-aksi', routes: staff },
  menu: [{ group: null, order: 20, label: 'Rencana aksi', href: listUrl, show: () => true }],
}
