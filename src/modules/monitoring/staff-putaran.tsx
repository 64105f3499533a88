import { Hono } from 'hono'
import { csvStream } from '#platform/csv.ts'
import { localDate } from '#platform/date.ts'
import { allow } from '#platform/errors.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { staffPage } from '#ui/page.tsx'
import { openPutaran } from './commands/putaran.ts'
import { PutaranFormView, PutaranListView } from './pages/putaran-list.tsx'
import { PutaranView } from './pages/putaran.tsx'
import { canOpenPutaran, hasOfficesBelow } from './policy.ts'
import { laporanStates } from './putaran.ts'
import { putaranCsvLines } from './putaran-csv.ts'
import { putaranForm } from './putaran-forms.ts'
import { listPutaran, putaranForCsv, putaranForStaff } from './queries/putaran.ts'
import { idOf, oneOf, satkerOf, type Status, tried } from './staff-form.ts'
import { monevUrl, putaranUrl } from './urls.ts'

/** Rounds: the list, opening one, and how far all offices are. */
export const staffPutaran = new Hono<HubEnv>()

export const monevCrumbs = [{ href: monevUrl, label: 'Monev' }]

staffPutaran.get('/', async (c) => {
  const page = await listPutaran(c.get('caller'), { page: pageOf(c) })
  return staffPage(c, { title: 'Monitoring dan evaluasi' }, <PutaranListView page={page} />)
})

staffPutaran.get('/buka', (c) => {
  const actor = actorOf(c)
  const today = localDate(c.get('caller').now, actor.zonaWaktu)
  const typed: Typed = {
    tahun: today.slice(0, 4),
    mulai: today,
    hariKerja: '10',
    gelombang: '1',
    jeda: '0',
    lingkup: 'semua',
    untuk: hasOfficesBelow(actor.satkerKode) ? ['kabkota'] : ['sendiri'],
  }
  return newPage(c, typed, [])
})

function newPage(c: HubContext, typed: Typed, problems: readonly Problem[], status: Status = 200) {
  const actor = actorOf(c)
  allow(canOpenPutaran(actor, actor.satkerKode))
  return staffPage(
    c,
    { title: 'Buka putaran monev', crumbs: monevCrumbs, status },
    <PutaranFormView
      below={hasOfficesBelow(actor.satkerKode)}
      nation={actor.satkerKode === '00'}
      typed={typed}
      problems={problems}
    />,
  )
}

staffPutaran.post('/buka', async (c) => {
  const form = await readForm(c, putaranForm)
  if (!form.ok) return newPage(c, form.typed, form.problems, 422)
  const { satkerKode } = actorOf(c)
  const opened = await tried(openPutaran(c.get('caller'), { satkerKode, ...form.values }))
  if (!opened.ok) return newPage(c, form.typed, opened.problems, 409)
  const { id, satker, dilewati } = opened.value
  const skipped = dilewati > 0 ? ` ${dilewati} sudah mempunyai laporan periode itu.` : ''
  setFlash(c, `Putaran dibuka untuk ${satker} satuan kerja.${skipped}`)
  return c.redirect(putaranUrl(id), 303)
})

const filterOf = (c: HubContext) => ({
  id: idOf(c),
  keadaan: oneOf(laporanStates, c.req.query('keadaan')),
  satker: satkerOf(c),
  page: pageOf(c),
})

staffPutaran.get('/putaran/:id', async (c) => {
  const page = await putaranForStaff(c.get('caller'), filterOf(c))
  return staffPage(
    c,
    { title: page.head.judul, crumbs: monevCrumbs, year: page.head.tahun },
    <PutaranView page={page} />,
  )
})

staffPutaran.get('/putaran/:id/unduh.csv', async (c) => {
  const rows = await putaranForCsv(c.get('caller'), filterOf(c))
  return c.body(csvStream(putaranCsvLines(rows)), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="putaran-monev.csv"',
  })
})
