import { Hono } from 'hono'
import type { HubEnv } from '#platform/http/env.ts'
import { staffRapatIsi } from './staff-rapat-isi.tsx'
import { staffRapatPaket } from './staff-rapat-paket.tsx'
import { staffRapat } from './staff-rapat.tsx'

/** The pages of monitoring, below /kerja. */
export const staff = new Hono<HubEnv>()
  .route('/rapat', staffRapat)
  .route('/rapat', staffRapatIsi)
  .route('/rapat', staffRapatPaket)
