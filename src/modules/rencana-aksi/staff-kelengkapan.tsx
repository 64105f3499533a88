import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { evidenZip, zipSize } from '#modules/eviden'
import { longDate } from '#platform/date.ts'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { isUuid } from '#platform/id.ts'
import { staffPage } from '#ui/page.tsx'
import { KelengkapanView } from './pages/kelengkapan.tsx'
import { planCrumbs, PlanFrame } from './pages/plan-frame.tsx'
import { UnduhEvidenView } from './pages/unduh-eviden.tsx'
import { completenessForStaff } from './queries/bukti.ts'
import { type ZipFilter, zipForStaff } from './queries/bukti-zip.ts'
import { idOf } from './staff-form.ts'

/** What is missing from the evidence of a plan, and all of it as an archive. */
export const staffKelengkapan = new Hono<HubEnv>()

const idIn = (c: HubContext, name: string): string => {
  const value = c.req.query(name) ?? ''
  return isUuid(value) ? value : ''
}

staffKelengkapan.get('/:id/kelengkapan', async (c) => {
  const page = await completenessForStaff(c.get('caller'), idOf(c))
  const filter = { area: idIn(c, 'area'), kurang: c.req.query('kurang') === 'ya' }
  return staffPage(
    c,
    { title: page.tree.judul, crumbs: planCrumbs(page.tree).slice(0, 1), year: page.tree.tahun },
    <PlanFrame head={page.tree} tab="kelengkapan">
      <KelengkapanView page={page} filter={filter} />
    </PlanFrame>,
  )
})

const filterOf = (c: HubContext): ZipFilter => ({
  id: idOf(c),
  area: idIn(c, 'area'),
  butir: idIn(c, 'butir'),
  diterima: c.req.query('keadaan') === 'diterima',
})

staffKelengkapan.get('/:id/unduh-eviden', async (c) => {
  const filter = filterOf(c)
  const page = await zipForStaff(c.get('caller'), { ...filter, isi: false })
  const { tree } = page
  return staffPage(
    c,
    { title: 'Unduh eviden', crumbs: planCrumbs(tree), year: tree.tahun },
    <UnduhEvidenView page={page} filter={filter} size={zipSize(page.rows)} />,
  )
})

staffKelengkapan.get('/:id/eviden.zip', async (c) => {
  const { tree, today, rows } = await zipForStaff(c.get('caller'), {
    ...filterOf(c),
    isi: true,
  })
  const keterangan = `Diunduh ${longDate(today)}: ${rows.length} pemakaian eviden.`
  const head = { judul: `Eviden ${tree.judul}`, satkerNama: tree.satkerNama, keterangan }
  const zip = evidenZip(c.get('services'), head, rows, c.get('caller').now)
  return c.body(Readable.toWeb(zip) as ReadableStream, 200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="eviden-${tree.satkerKode}-${tree.jenis}-${tree.tahun}.zip"`,
    'cache-control': 'private, no-store, no-transform',
  })
})
