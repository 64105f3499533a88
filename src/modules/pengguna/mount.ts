import { Hono } from 'hono'
import type { HubEnv } from '#platform/http/env.ts'
import type { Mount } from '#platform/mount.ts'
import { cli } from './cli.ts'
import { cron, jobs } from './jobs.ts'
import { canReadPeople } from './policy.ts'
import { portalInvitation } from './portal-invitation.tsx'
import { portalKunci } from './portal-kunci.tsx'
import { portalLangkah } from './portal-langkah.tsx'
import { portal } from './portal.tsx'
import { portalSso } from './portal-sso.tsx'
import { loadWajibFaktor } from './reference.ts'
import { greetSamples, loadSamplePeople } from './samples.ts'
import { staffAccount } from './staff-account.tsx'
import { staffConfirm } from './staff-confirm.tsx'
import { staffDelegations } from './staff-delegations.tsx'
import { staffFaktor } from './staff-faktor.tsx'
import { staffInvitations } from './staff-invitations.tsx'
import { staffKeamanan } from './staff-keamanan.tsx'
import { staffKunci } from './staff-kunci.tsx'
import { staffPeople } from './staff-people.tsx'
import { staffTotp } from './staff-totp.tsx'

const portalRoutes = new Hono<HubEnv>()
  .route('/', portal)
  .route('/', portalLangkah)
  .route('/', portalKunci)
  .route('/', portalSso)
  .route('/', portalInvitation)

// Routes with a word in the place of an id come before those with the id.
const staffRoutes = new Hono<HubEnv>()
  .route('/', staffConfirm)
  .route('/', staffInvitations)
  .route('/', staffDelegations)
  .route('/', staffFaktor)
  .route('/', staffPeople)
  .route('/', staffAccount)
  .route('/', staffKeamanan)
  .route('/', staffTotp)
  .route('/', staffKunci)

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
  reference: loadWajibFaktor,
  samples: loadSamplePeople,
  greeting: greetSamples,
}
