import { Hono } from 'hono'
import { allow } from '#platform/errors.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { staffPage } from '#ui/page.tsx'
import { createTemplat, discardTemplat, publishTemplat } from './commands/templat.ts'
import { measureTemplat, pushTemplat } from './commands/templat-push.ts'
import { planCrumbs } from './pages/plan-frame.tsx'
import {
  NewTemplatView,
  PenerimaView,
  SimpanganView,
  TemplatListView,
  templatUrl,
} from './pages/templat.tsx'
import { TemplatView } from './pages/templat-detail.tsx'
import {
  penerimaForStaff,
  simpanganForStaff,
  templatForStaff,
  templatList,
} from './queries/templat.ts'
import { idOf, problemOf, refusalOf } from './staff-form.ts'
import { pushForm, templatForm } from './templat-forms.ts'
import { listUrl } from './urls.ts'

/** Templates that KPU RI and the provinces push to offices below. Stands before `/:id`. */
export const staffTemplat = new Hono<HubEnv>()

type Status = 200 | 409 | 422

const crumbs = [
  { href: listUrl, label: 'Rencana aksi' },
  { href: templatUrl(), label: 'Templat' },
]

staffTemplat.get('/templat', async (c) => {
  const page = await templatList(c.get('caller'), undefined)
  const frame = { title: 'Templat rencana', crumbs: crumbs.slice(0, 1) }
  return staffPage(c, frame, <TemplatListView page={page} />)
})

staffTemplat.get('/templat/baru', (c) => newPage(c, {}, []))

async function newPage(
  c: HubContext,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const page = await templatList(c.get('caller'), undefined)
  allow(page.can.keep)
  return staffPage(
    c,
    { title: 'Templat baru', crumbs, status },
    <NewTemplatView page={page} typed={typed} problems={problems} />,
  )
}

staffTemplat.post('/templat/baru', async (c) => {
  const form = await readForm(c, templatForm)
  if (!form.ok) return newPage(c, form.typed, form.problems, 422)
  const { satkerKode } = actorOf(c)
  let id = ''
  const refusal = await refusalOf(async () => {
    ;({ id } = await createTemplat(c.get('caller'), { satkerKode, ...form.values }))
  })
  if (refusal) return newPage(c, form.typed, problemOf(refusal, 'sumber'), 409)
  setFlash(c, 'Templat dibuat. Periksa isinya, lalu terbitkan.')
  return c.redirect(templatUrl(id), 303)
})

staffTemplat.get('/templat/:templat', (c) => templatPage(c, []))

const templatId = (c: HubContext) => idOf(c, 'templat')

async function templatPage(c: HubContext, problems: readonly Problem[], status: Status = 200) {
  const page = await templatForStaff(c.get('caller'), { id: templatId(c), page: pageOf(c) })
  const { head, sums } = page
  const running = sums.terlayani < sums.satker
  return staffPage(
    c,
    { title: head.judul, crumbs, year: head.tahun, status, ...(running ? { refresh: 3 } : {}) },
    <TemplatView page={page} problems={problems} />,
  )
}

staffTemplat.get('/templat/:templat/satker/:kode', async (c) => {
  const target = { id: templatId(c), kode: c.req.param('kode') }
  const page = await penerimaForStaff(c.get('caller'), target)
  const { head } = page
  return staffPage(
    c,
    {
      title: page.satkerNama,
      crumbs: [...crumbs, { href: templatUrl(head.id), label: head.judul }],
      year: head.tahun,
    },
    <PenerimaView page={page} />,
  )
})

type Step = (
  caller: Parameters<typeof publishTemplat>[0],
  input: { templatId: string },
) => Promise<unknown>

const steps: readonly (readonly [string, Step, string, (id: string) => string])[] = [
  ['terbitkan', publishTemplat, 'Templat terbit dan dapat didorong.', templatUrl],
  ['hitung', measureTemplat, 'Penyimpangan sedang dihitung ulang.', templatUrl],
  ['buang', discardTemplat, 'Templat dibuang.', () => templatUrl()],
]

for (const [name, step, message, next] of steps)
  staffTemplat.post(`/templat/:templat/${name}`, async (c) => {
    const id = idOf(c, 'templat')
    const refusal = await refusalOf(() => step(c.get('caller'), { templatId: id }))
    if (refusal) return templatPage(c, problemOf(refusal), 409)
    setFlash(c, message)
    return c.redirect(next(id), 303)
  })

staffTemplat.post('/templat/:templat/dorong', async (c) => {
  const form = await readForm(c, pushForm)
  if (!form.ok) return templatPage(c, form.problems, 422)
  const input = { templatId: templatId(c), ...form.values }
  let satker = 0
  const refusal = await refusalOf(async () => {
    ;({ satker } = await pushTemplat(c.get('caller'), input))
  })
  if (refusal) return templatPage(c, problemOf(refusal, 'kepada'), 409)
  setFlash(c, `Templat sedang didorong ke ${satker} satuan kerja.`)
  return c.redirect(templatUrl(input.templatId), 303)
})

staffTemplat.get('/:id/templat', async (c) => {
  const page = await simpanganForStaff(c.get('caller'), idOf(c))
  const { head } = page
  return staffPage(
    c,
    { title: 'Dibandingkan dengan templat', crumbs: planCrumbs(head), year: head.tahun },
    <SimpanganView page={page} />,
  )
})
