import { Hono } from 'hono'
import type { HubEnv } from '#platform/http/env.ts'
import type { Mount } from '#platform/mount.ts'
import { cron, jobs } from './jobs.ts'
import { portalInvitation } from './portal-invitation.tsx'
import { portal } from './portal.tsx'
import { greetSamples, loadSamplePeople } from './samples.ts'

const routes = new Hono<HubEnv>().route('/', portal).route('/', portalInvitation)

export const mount: Mount = {
  portal: { path: '/', routes },
  jobs,
  cron,
  samples: loadSamplePeople,
  greeting: greetSamples,
}
