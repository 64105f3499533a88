import { Hono } from 'hono'
import type { HubEnv } from '#platform/http/env.ts'
import { staffPage } from '#ui/page.tsx'
import { type Confirmation, confirmations, ConfirmPage } from './pages/confirm.tsx'

/** The questions before something ends, for browsers without script. The POST below each decides and refuses. */
export const staffConfirm = new Hono<HubEnv>()

const pages: readonly (readonly [path: string, of: Confirmation, back: string])[] = [
  ['/pengguna/peran/:id/akhiri', confirmations.endRole, '/kerja/pengguna'],
  ['/pengguna/undangan/:id/cabut', confirmations.revokeInvitation, '/kerja/pengguna/undangan'],
  ['/pengguna/delegasi/:id/cabut', confirmations.revokeDelegation, '/kerja/pengguna/delegasi'],
  ['/pengguna/:id/nonaktif', confirmations.deactivate, '/kerja/pengguna'],
]

for (const [path, of, back] of pages)
  staffConfirm.get(path, (c) =>
    staffPage(c, { title: of.title }, <ConfirmPage of={of} back={back} />),
  )
