import { Hono } from 'hono'
import { allow } from '#platform/errors.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { staffPage } from '#ui/page.tsx'
import { csvStream } from '#platform/csv.ts'
import { officeCsvLines } from './office-csv.ts'
import { LateView } from './pages/late.tsx'
import { OfficeView } from './pages/office.tsx'
import { OfficesView } from './pages/offices.tsx'
import { SearchView } from './pages/search.tsx'
import { WilayahView } from './pages/wilayah.tsx'
import { canSeeWilayah, isNational } from './policy.ts'
import { lateForStaff, officeDashboard } from './queries/office.ts'
import { mostFound, searchForStaff } from './queries/search.ts'
import { officesForStaff, wilayahForStaff } from './queries/wilayah.ts'
import { homeUrl, officeUrl, wilayahUrl, withQuery } from './urls.ts'
import { readView } from './wilayah.ts'

const wilayahCrumb = { href: wilayahUrl, label: 'Capaian wilayah' }

export const staff = new Hono<HubEnv>()

staff.get('/', async (c) => {
  const actor = actorOf(c)
  const satkerKode = actor.satkerKode
  const page = await officeDashboard(c.get('caller'), { satkerKode, tahun: yearOf(c) })
  // KPU RI and provinces without a plan of their own come here for the plans of others.
  if (page.tahun === null && page.waiting.length === 0 && canSeeWilayah(actor))
    return wilayahPage(c)
  const yearHref = (tahun: number) => withQuery(homeUrl, { tahun })
  return staffPage(
    c,
    { title: 'Beranda' },
    <OfficeView {...{ page, yearHref, canImport: canImport(c, satkerKode) }} />,
  )
})

staff.get('/beranda/wilayah', (c) => {
  allow(canSeeWilayah(actorOf(c)), onlyAbove)
  return wilayahPage(c)
})

async function wilayahPage(c: HubContext) {
  const page = await wilayahForStaff(c.get('caller'), readView(c.req.query()))
  const crumbs = isNational(actorOf(c)) && !page.byProvince ? [wilayahCrumb] : []
  const title = page.byProvince ? 'Capaian nasional' : 'Capaian wilayah'
  return staffPage(c, { title, crumbs }, <WilayahView page={page} />)
}

staff.get('/beranda/wilayah/semua', async (c) => {
  allow(canSeeWilayah(actorOf(c)), onlyAbove)
  const page = await officesForStaff(c.get('caller'), readView(c.req.query()))
  const title = 'Semua satuan kerja'
  return staffPage(c, { title, crumbs: [wilayahCrumb] }, <OfficesView page={page} />)
})

staff.get('/beranda/wilayah.csv', async (c) => {
  allow(canSeeWilayah(actorOf(c)), onlyAbove)
  const { view, places, parts } = await officesForStaff(c.get('caller'), readView(c.req.query()))
  const tahun = view.tahun ?? c.get('caller').now.getUTCFullYear()
  const lines = officeCsvLines({ tahun, jenis: view.jenis, places, parts })
  return c.body(csvStream(lines), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="capaian-${view.provinsi || 'nasional'}-${tahun}.csv"`,
  })
})

staff.get('/beranda/satker/:kode', async (c) => {
  const satkerKode = c.req.param('kode')
  const page = await officeDashboard(c.get('caller'), { satkerKode, tahun: yearOf(c) })
  const title = `Capaian ${page.satker.nama}`
  const yearHref = (tahun: number) => officeUrl(satkerKode, tahun)
  return staffPage(
    c,
    { title, crumbs: above(c) },
    <OfficeView {...{ page, yearHref, canImport: canImport(c, satkerKode) }} />,
  )
})

staff.get('/beranda/satker/:kode/terlambat', async (c) => {
  const satkerKode = c.req.param('kode')
  const tahun = yearOf(c) ?? c.get('caller').now.getUTCFullYear()
  const list = await lateForStaff(c.get('caller'), { satkerKode, tahun, page: pageOf(c) })
  const crumbs = [
    ...above(c),
    { href: officeUrl(satkerKode, tahun), label: `${list.satker.nama}, ${tahun}` },
  ]
  return staffPage(c, { title: `Terlambat, ${tahun}`, crumbs }, <LateView list={list} />)
})

staff.get('/cari', async (c) => {
  const text = (c.req.query('q') ?? '').trim().slice(0, 200)
  const found = await searchForStaff(c.get('caller'), text)
  const body = <SearchView text={text} found={found} most={mostFound} />
  return staffPage(c, { title: 'Cari' }, body)
})

/** The menu tells who may import, for the own office only. */
const canImport = (c: HubContext, satkerKode: string) =>
  satkerKode === actorOf(c).satkerKode &&
  c.get('menu').some(({ items }) => items.some(({ href }) => href === '/kerja/impor'))

const onlyAbove = 'Capaian wilayah dibuka oleh KPU RI dan KPU provinsi.'

const above = (c: HubContext) => (canSeeWilayah(actorOf(c)) ? [wilayahCrumb] : [])

function yearOf(c: HubContext): number | null {
  const tahun = c.req.query('tahun') ?? ''
  return /^20\d\d$/.test(tahun) ? Number(tahun) : null
}
