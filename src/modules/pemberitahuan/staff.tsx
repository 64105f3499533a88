import { Hono } from 'hono'
import { notFound, Refusal } from '#platform/errors.ts'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { isUuid } from '#platform/id.ts'
import { staffPage } from '#ui/page.tsx'
import { openPemberitahuan, readAllPemberitahuan } from './commands/pemberitahuan.ts'
import { saveSetelan } from './commands/setelan.ts'
import { readAllForm, setelanForm } from './forms.ts'
import { ListView } from './pages/list.tsx'
import { SetelanView, typedSetelan } from './pages/setelan.tsx'
import { ownPemberitahuan } from './queries/list.ts'
import { ownSetelan } from './queries/setelan.ts'
import { listUrl, setelanUrl } from './urls.ts'

const crumbs = [{ href: listUrl, label: 'Pemberitahuan' }]

/** One's own notices and what of them comes by mail. */
export const staff = new Hono<HubEnv>()

staff.get('/', async (c) => {
  const list = await ownPemberitahuan(c.get('caller'), pageOf(c))
  return staffPage(c, { title: 'Pemberitahuan' }, <ListView list={list} />)
})

staff.post('/semua-dibaca', async (c) => {
  const form = await readForm(c, readAllForm)
  const { now } = c.get('caller')
  const upTo = form.ok && form.values.sampai < now ? form.values.sampai : now
  const count = await readAllPemberitahuan(c.get('caller'), upTo)
  setFlash(c, `${count} pemberitahuan ditandai dibaca.`)
  return c.redirect(listUrl, 303)
})

staff.get('/setelan', async (c) => setelanPage(c))

async function setelanPage(
  c: HubContext,
  typed?: Typed,
  problems: readonly Problem[] = [],
  status: 200 | 409 | 422 = 200,
) {
  const own = await ownSetelan(c.get('caller'), undefined)
  return staffPage(
    c,
    { title: 'Setelan surat', crumbs, status },
    <SetelanView email={own.email} typed={typed ?? typedSetelan(own)} problems={problems} />,
  )
}

staff.post('/setelan', async (c) => {
  const form = await readForm(c, setelanForm)
  if (!form.ok) return setelanPage(c, form.typed, form.problems, 422)
  try {
    await saveSetelan(c.get('caller'), form.values)
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'refused') throw error
    return setelanPage(c, form.typed, [{ field: '', message: error.message }], 409)
  }
  setFlash(c, 'Setelan surat disimpan.')
  return c.redirect(setelanUrl, 303)
})

const idOf = (c: HubContext): string => {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound('Pemberitahuan')
  return id
}

// Opening is a link, so that it may be opened in a new tab; that it marks its own row read harms no one.
staff.get('/:id', async (c) => c.redirect(await openPemberitahuan(c.get('caller'), idOf(c)), 303))

staff.post('/:id/dibaca', async (c) => {
  await openPemberitahuan(c.get('caller'), idOf(c))
  return c.redirect(listUrl, 303)
})
