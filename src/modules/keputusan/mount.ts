import { Hono } from 'hono'
import type { HubEnv } from '#platform/http/env.ts'
import type { Mount } from '#platform/mount.ts'
import { loadPeraturan } from './reference.ts'
import { staff } from './staff.tsx'
import { staffRegister } from './staff-register.tsx'

const routes = new Hono<HubEnv>().route('/keputusan', staff).route('/dasar-hukum', staffRegister)

export const mount: Mount = {
  staff: { path: '', routes },
  menu: [
    { group: null, order: 30, label: 'Keputusan', href: '/kerja/keputusan', show: () => true },
    {
      group: 'Satker',
      order: 90,
      label: 'Dasar hukum',
      href: '/kerja/dasar-hukum',
      show: () => true,
    },
  ],
  reference: loadPeraturan,
}
