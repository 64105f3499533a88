import { Hono } from 'hono'
import type { HubEnv } from '#platform/http/env.ts'
import type { Mount } from '#platform/mount.ts'
import { cli } from './cli.ts'
import { cron, jobs } from './jobs.ts'
import { canReadPeople } from './policy.ts'
import { portalInvitation } from './portal-invitation.tsx'
import { portal } from './portal.tsx'
import { staffAccount } from './staff-account.tsx'
import { staffConfirm } from './staff-confirm.tsx'
import { staffDelegations } from './staff-delegations.tsx'
import { staffInvitations } from './staff-invitations.tsx'
import { staffPeople } from './staff-people.tsx'
import { greetSamples, loadSamplePeople } from './samples.ts'

const portalRoutes = new Hono<HubEnv>().route('/', portal).route('/', portalInvitation)

// Routes with a word in the place of an id come before those with the id.
const staffRoutes = new Hono<HubEnv>()
  .route('/', staffConfirm)
  .route('/', staffInvitations)
  .route('/', staffDelegations)
  .route('/', staffPeople)
  .route('/', staffAccount)

export const mount: Mount = {
  portal: { path: '/', routes: portalRoutes },
  staff: { path: '', routes: staffRoutes },
  menu: [
    {
      group: 'Satker',
      order: 80,
      label: 'Pengguna',
      href: '/kerja/pengguna',
      show: (actor) => canReadPeople(actor, actor.satkerKode),
    },
  ],
  jobs,
  cron,
  cli,
  samples: loadSamplePeople,
  greeting: greetSamples,
}
