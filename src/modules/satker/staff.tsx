import { Hono } from 'hono'
import { notFound } from '#platform/errors.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { readForm } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { staffPage } from '#ui/page.tsx'
import { addUnit, endUnit } from './commands.ts'
import { endUnitForm, unitForm } from './forms.ts'
import { DetailPage } from './pages/detail.tsx'
import { EndUnitPage } from './pages/end-unit.tsx'
import { ListPage } from './pages/list.tsx'
import { canListSatker } from './policy.ts'
import { satkerForStaff, satkerPageSize, satkerWithUnits } from './queries.ts'

export const staff = new Hono<HubEnv>()

staff.get('/', async (c) => {
  const actor = actorOf(c)
  if (!canListSatker(actor)) return c.redirect(`/kerja/satker/${actor.satkerKode}`, 303)
  const { nama = '', provinsi = '' } = c.req.query()
  const filter = {
    nama: nama.trim(),
    provinsi,
    halaman: pageOf(c),
  }
  const list = await satkerForStaff(c.get('caller'), filter)
  const href = (page: number) =>
    `/kerja/satker?${new URLSearchParams({ nama, provinsi, halaman: String(page) })}`
  const pages = Math.ceil(list.total / satkerPageSize)
  return staffPage(
    c,
    { title: 'Satuan kerja' },
    <ListPage list={list} filter={filter} pages={pages} href={href} />,
  )
})

staff.get('/:kode', async (c) => {
  const detail = await satkerWithUnits(c.get('caller'), c.req.param('kode'))
  return staffPage(
    c,
    { title: detail.satker.nama, crumbs: crumbs(c) },
    <DetailPage detail={detail} />,
  )
})

staff.post('/:kode/unit', async (c) => {
  const satkerKode = c.req.param('kode')
  const form = await readForm(c, unitForm)
  if (!form.ok) {
    const detail = await satkerWithUnits(c.get('caller'), satkerKode)
    const body = <DetailPage detail={detail} typed={form.typed} problems={form.problems} />
    return staffPage(c, { title: detail.satker.nama, crumbs: crumbs(c), status: 422 }, body)
  }
  await addUnit(c.get('caller'), { satkerKode, unit: form.values })
  setFlash(c, `${form.values.nama} ditambahkan.`)
  return c.redirect(`/kerja/satker/${satkerKode}`, 303)
})

staff.on(['GET', 'POST'], '/:kode/unit/:id/akhiri', async (c) => {
  const { kode: satkerKode, id } = c.req.param()
  const detail = await satkerWithUnits(c.get('caller'), satkerKode)
  const unit = [...detail.units, ...detail.otherUnits].find((u) => u.id === id)
  if (!unit) throw notFound('Unit')
  const form = c.req.method === 'POST' ? await readForm(c, endUnitForm) : null
  if (!form?.ok) {
    const page = {
      title: `Akhiri ${unit.nama}`,
      crumbs: crumbs(c),
      status: form ? (422 as const) : (200 as const),
    }
    const problems = form?.problems ?? []
    return staffPage(
      c,
      page,
      <EndUnitPage
        satkerKode={satkerKode}
        unit={unit}
        typed={form?.typed ?? {}}
        problems={problems}
      />,
    )
  }
  await endUnit(c.get('caller'), { satkerKode, id, ...form.values })
  setFlash(c, `${unit.nama} diakhiri.`)
  return c.redirect(`/kerja/satker/${satkerKode}`, 303)
})

const crumbs = (c: HubContext) =>
  canListSatker(actorOf(c)) ? [{ href: '/kerja/satker', label: 'Satuan kerja' }] : []
