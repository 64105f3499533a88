import { Hono } from 'hono'
import { notFound } from '#platform/errors.ts'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import type { Change, Conflict } from './change.ts'
import { revise } from './commands/revise.ts'
import { addForm, gridForm } from './forms.ts'
import { changesFrom, columnsOf, gridValues, type PostedRow, postedRows } from './grid.ts'
import { imporHref } from './pages/frame.tsx'
import { areaHref, PlanPage } from './pages/plan.tsx'
import { frameForReview, planForReview } from './queries/review.ts'
import type { SuntinganButir } from './suntingan.ts'
import { tried } from './tried.ts'

const crumbs = [{ href: '/kerja/impor', label: 'Impor keputusan' }]

/** The grid of rows beside their source. */
export const staffRows = new Hono<HubEnv>()

/** The page that the address of an import in review answers with. */
export const showPlan = (c: HubContext) =>
  planPage(c, { areaId: c.req.query('area') ?? null, periksa: c.req.query('periksa') === 'ya' }, {})

staffRows.post('/impor/:id/butir', async (c) => {
  const id = c.req.param('id')
  const form = await readForm(c, gridForm)
  const typed = form.typed
  const where = {
    areaId: typedText(typed, 'area') || null,
    periksa: typedText(typed, 'periksa') === 'ya',
  }
  const review = await frameForReview(c.get('caller'), id)
  if (!review) return c.redirect(imporHref(id), 303)
  const rows = postedRows(typed, columnsOf(review.suntingan))
  const { changes, problems } = changesFrom(rows, review.suntingan)
  const shown = { typed: flat(typed) }
  if (problems.length > 0) {
    const cells = problems.map(({ id, key, message }) => ({ field: `${id}-${key}`, message }))
    return planPage(c, where, { ...shown, problems: cells }, 422)
  }
  const adding = addingFrom(typedText(typed, 'tambah'))
  const saved = await save(c, id, [...changes, ...adding])
  if (!saved.ok) {
    const cells = conflictCells(saved.detail, rows, saved.message)
    return planPage(c, where, { ...shown, problems: cells }, 409)
  }
  setFlash(c, sentenceFor(changes.length, adding.length))
  return c.redirect(where.areaId ? areaHref(id, where.areaId) : imporHref(id, '?periksa=ya'), 303)
})

/** Adding to a plan that has no area yet, or from a page without a grid. */
staffRows.post('/impor/:id/susunan', async (c) => {
  const id = c.req.param('id')
  const form = await readForm(c, addForm)
  if (!form.ok) throw notFound('Halaman')
  await save(c, id, addingFrom(`${form.values.jenis} ${form.values.induk}`))
  return c.redirect(imporHref(id), 303)
})

const save = (c: HubContext, imporId: string, changes: readonly Change[]) =>
  tried(
    revise(c.get('caller'), {
      imporId,
      changes,
      projectRoot: c.get('services').config.projectRoot,
    }),
  )

/** "tambah-butir n12": the button of the grid that adds also saves what was typed. */
function addingFrom(value: string): Change[] {
  const [jenis, induk = ''] = value.split(' ')
  if (jenis === 'tambah-area') return [{ jenis }]
  if (jenis === 'tambah-kegiatan') return [{ jenis, areaId: induk }]
  return jenis === 'tambah-butir' ? [{ jenis, kegiatanId: induk }] : []
}

const sentenceFor = (changed: number, added: number): string => {
  if (added > 0) return 'Baris baru ditambahkan. Lengkapi isinya.'
  return changed === 0 ? 'Tidak ada yang berubah.' : `${changed} butir tersimpan.`
}

/** Both sides of a conflict: what was typed stays in the cells, what stands now is told beside it. */
function conflictCells(detail: unknown, rows: readonly PostedRow[], message: string): Problem[] {
  const conflict = detail as Conflict | undefined
  const row = rows.find(({ id }) => id === conflict?.id)
  if (!conflict || !row) return [{ field: '', message }]
  const now = gridValues(conflict.sekarang as SuntinganButir) // only rows are posted here
  const cells = Object.entries(row.values).flatMap(([key, value]) => {
    const theirs = now[key as keyof typeof now]
    return theirs === value
      ? []
      : [{ field: `${row.id}-${key}`, message: `Kini tertulis: ${theirs || '(kosong)'}` }]
  })
  return [{ field: '', message }, ...cells]
}

const flat = (typed: Typed): Record<string, string> =>
  Object.fromEntries(Object.keys(typed).map((name) => [name, typedText(typed, name)]))

type Where = { areaId: string | null; periksa: boolean }
type Typing = { typed?: Record<string, string>; problems?: Problem[] }

async function planPage(
  c: HubContext,
  where: Where,
  typing: Typing,
  status: 200 | 409 | 422 = 200,
) {
  const id = c.req.param('id') ?? ''
  const view = await planForReview(c.get('caller'), { id, ...where })
  if (!view) return c.redirect(imporHref(id), 303)
  return staffPage(
    c,
    { title: 'Periksa butir', crumbs, status },
    <PlanPage view={view} typed={typing.typed} problems={typing.problems} />,
  )
}
