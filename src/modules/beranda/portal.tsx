import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { createMiddleware } from 'hono/factory'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { portalPage } from '#ui/page.tsx'
import { PortalHome } from './pages/portal-home.tsx'
import { PortalOffice } from './pages/portal-office.tsx'
import { PortalOffices } from './pages/portal-offices.tsx'
import { PortalPlan } from './pages/portal-plan.tsx'
import { wordsOf } from './patterns.ts'
import { publicHome, publicOffices } from './queries/public-home.ts'
import { publicOffice } from './queries/public-office.ts'
import { publicPlan } from './queries/public-plan.ts'
import { portalListUrl, portalOfficeUrl } from './urls.ts'

/** The same for everyone, unless it carries a message for this one browser. */
const cached = createMiddleware<HubEnv>(async (c, next) => {
  await next()
  if (!c.res.ok && c.res.status !== 304) return
  c.header('cache-control', c.get('flash') ? 'no-store' : 'public, max-age=60')
})

export const portal = new Hono<HubEnv>()

for (const path of ['/', portalListUrl, `${portalListUrl}/*`])
  portal.use(path, cached, etag({ weak: true }))

portal.get('/', async (c) => {
  const home = await publicHome(c.get('caller'), { tahun: yearOf(c), page: pageOf(c) })
  return portalPage(
    c,
    { title: 'Janji KPU', nav, wide: true, foot: <Foot /> },
    <PortalHome home={home} />,
  )
})

portal.get(portalListUrl, async (c) => {
  const typed = (c.req.query('cari') ?? '').trim().slice(0, 100)
  const offices = await publicOffices(c.get('caller'), wordsOf(typed))
  const named = offices.filter(({ nama }) => nama.toLowerCase() === typed.toLowerCase())
  const [only] = named.length === 1 || offices.length !== 1 ? named : offices
  if (only && typed !== '') return c.redirect(portalOfficeUrl(only.kode), 303)
  const body = <PortalOffices offices={offices} typed={typed} />
  return portalPage(c, { title: 'Kantor KPU', nav, back: home, foot: <Foot /> }, body)
})

portal.get('/satker/:kode', async (c) => {
  const satkerKode = c.req.param('kode')
  const page = await publicOffice(c.get('caller'), { satkerKode, tahun: yearOf(c) })
  const { nama } = page.satker
  const frame = {
    title: `Janji ${nama}`,
    office: nama,
    nav,
    back: list,
    wide: true,
    foot: <Foot />,
  }
  return portalPage(c, frame, <PortalOffice page={page} />)
})

portal.get('/satker/:kode/rencana/:id', async (c) => {
  const { kode: satkerKode, id } = c.req.param()
  const page = await publicPlan(c.get('caller'), { satkerKode, id })
  const { nama } = page.satker
  const back = { href: portalOfficeUrl(satkerKode, page.plan.tahun), label: `Janji ${nama}` }
  const title = `Rencana ${page.plan.jenis} ${page.plan.tahun}, ${nama}`
  return portalPage(
    c,
    { title, office: nama, nav, back, wide: true, foot: <Foot /> },
    <PortalPlan page={page} />,
  )
})

const nav = [
  { href: portalListUrl, label: 'Semua kantor' },
  { href: '/masuk', label: 'Masuk petugas' },
]
const home = { href: '/', label: 'Halaman depan' }
const list = { href: portalListUrl, label: 'Semua kantor KPU' }

const Foot = () => (
  <p>
    Yang tampil di sini adalah rencana yang sudah disahkan dengan keputusan. Angka dihitung dari
    catatan kerja setiap kantor, menurut tanggal setempat.
  </p>
)

function yearOf(c: HubContext): number | null {
  const tahun = c.req.query('tahun') ?? ''
  return /^20\d\d$/.test(tahun) ? Number(tahun) : null
}
