import type { Mount } from '#platform/mount.ts'
import { canSeeWilayah } from './policy.ts'
import { portal } from './portal.tsx'
import { staff } from './staff.tsx'
import { homeUrl, wilayahUrl } from './urls.ts'

export const mount: Mount = {
  portal: { path: '/', routes: portal },
  staff: { path: '', routes: staff },
  menu: [
    {
      group: null,
      order: 0,
      label: 'Beranda',
      href: homeUrl,
      under: '/kerja/beranda',
      show: () => true,
    },
    { group: null, order: 50, label: 'Wilayah', href: wilayahUrl, show: canSeeWilayah },
  ],
}
