import { Hono } from 'hono'
import type { HubEnv } from '#platform/http/env.ts'
import type { Mount } from '#platform/mount.ts'
import { cli } from './cli.ts'
import { loadKalender } from './reference.ts'
import { loadSampleKalender } from './samples.ts'
import { staffLokal } from './staff-lokal.tsx'
import { staffNasional } from './staff-nasional.tsx'
import { staff } from './staff.tsx'
import { kalenderUrl } from './urls.ts'

const routes = new Hono<HubEnv>().route('/', staff).route('/', staffNasional).route('/', staffLokal)

export const mount: Mount = {
  staff: { path: '/kalender', routes },
  menu: [
    { group: 'Satker', order: 86, label: 'Kalender kerja', href: kalenderUrl, show: () => true },
  ],
  cli,
  reference: loadKalender,
  samples: loadSampleKalender,
}
