import type { Mount } from '#platform/mount.ts'
import { cron, jobs } from './jobs.ts'
import { bukti } from './queries/bukti.ts'
import { loadSampleMonitoring } from './samples.ts'
import { staff } from './staff.tsx'
import { monevUrl, rapatListUrl, temuanListUrl } from './urls.ts'

const group = 'Pelaksanaan'

export const mount: Mount = {
  staff: { path: '', routes: staff },
  menu: [
    { group, order: 60, label: 'Monev', href: monevUrl, show: () => true },
    { group, order: 61, label: 'Rapat', href: rapatListUrl, show: () => true },
    { group, order: 62, label: 'Temuan dan RATL', href: temuanListUrl, show: () => true },
  ],
  bukti,
  jobs,
  cron: [...cron],
  samples: loadSampleMonitoring,
}
