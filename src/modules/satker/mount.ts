import type { Mount } from '#platform/mount.ts'
import { loadSatker } from './reference.ts'
import { staff } from './staff.tsx'

export const mount: Mount = {
  staff: { path: '/satker', routes: staff },
  menu: [
    { group: 'Satker', order: 85, label: 'Satuan kerja', href: '/kerja/satker', show: () => true },
  ],
  reference: loadSatker,
}
