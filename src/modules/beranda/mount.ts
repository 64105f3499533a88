import type { Mount } from '#platform/mount.ts'
import { canSeeWilayah } from './policy.ts'
import { portal } from './portal.tsx'
import { staff } from './staff.tsx'
import { homeUrl, wilayahUrl } from './urls.ts'

export const mount: Mount = {
  portal: { path: '/', routes: portal },
  staff: { path: '', routes: staff },
  menu: [
    { group: null, order: 0, label: 'Beranda', href: homeUrl, show: () => true },
    { group: null, order: 5, label: 'Capaian wilayah', href: wilayahUrl, show: canSeeWilayah },
  ],
}
