import type { Mount } from '#platform/mount.ts'
import { buktiPemantauan } from './queries/bukti-pemantauan.ts'
import { templatJobs } from './jobs-templat.ts'
import { loadPetaJalan } from './reference-peta-jalan.ts'
import { staff } from './staff.tsx'
import { listUrl } from './urls.ts'

export const mount: Mount = {
  reference: loadPetaJalan,
  jobs: templatJobs,
  bukti: [buktiPemantauan],
  staff: { path: '/rencana-aksi', routes: staff },
  menu: [{ group: null, order: 20, label: 'Rencana aksi', href: listUrl, show: () => true }],
}
