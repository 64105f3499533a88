import { Hono } from 'hono'
import type { HubEnv } from '#platform/http/env.ts'
import { staffLaporan } from './staff-laporan.tsx'
import { staffPutaran } from './staff-putaran.tsx'
import { staffRapatIsi } from './staff-rapat-isi.tsx'
import { staffRapatPaket } from './staff-rapat-paket.tsx'
import { staffRapat } from './staff-rapat.tsx'
import { staffRatl } from './staff-ratl.tsx'
import { staffTemuan } from './staff-temuan.tsx'

/** The pages of monitoring, below /kerja. Routes with a word in the place of an id come first. */
export const staff = new Hono<HubEnv>()
  .route('/monev', staffPutaran)
  .route('/monev/laporan', staffLaporan)
  .route('/rapat', staffRapat)
  .route('/rapat', staffRapatIsi)
  .route('/rapat', staffRapatPaket)
  .route('/temuan/ratl', staffRatl)
  .route('/temuan', staffTemuan)
