import { Hono } from 'hono'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { staffPage } from '#ui/page.tsx'
import { bagianLabels, bagianList } from './labels.ts'
import { TugasView } from './pages/tugas.tsx'
import { tugasForStaff, type TugasFilter } from './queries/mine.ts'
import { staffAturan } from './staff-aturan.tsx'
import { staffLangganan } from './staff-langganan.tsx'
import { tugasUrl } from './urls.ts'

/** What waits for the person who is signed in. */
export const staff = new Hono<HubEnv>()

staff.get('/', async (c) => {
  const filter = filterOf(c)
  const page = await tugasForStaff(c.get('caller'), filter)
  const crumbs = filter.bagian ? [{ href: tugasUrl, label: 'Tugas saya' }] : []
  const title = filter.bagian ? bagianLabels[filter.bagian] : 'Tugas saya'
  return staffPage(c, { title, crumbs }, <TugasView page={page} />)
})

const filterOf = (c: HubContext): TugasFilter => ({
  bagian: bagianList.find((bagian) => bagian === c.req.query('bagian')) ?? null,
  page: pageOf(c),
})

staff.route('/', staffAturan)
staff.route('/', staffLangganan)
