import { Hono } from 'hono'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { monthName } from '#platform/date.ts'
import { notFound } from '#platform/errors.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { assignButir } from './commands/butir.ts'
import { setSel, setSelColumn } from './commands/sel.ts'
import { isSelConflict } from './conflict.ts'
import { assignForm, columnForm, selForm } from './forms.ts'
import { selLabels } from './labels.ts'
import { AssignView, ColumnView } from './pages/many.tsx'
import { planCrumbs } from './pages/plan-frame.tsx'
import { type Back, SelConflictView, SelView, typedSel } from './pages/sel.tsx'
import { ownersForStaff, selForStaff } from './queries/butir.ts'
import { canMarkPlace, planForStaff } from './queries/plan.ts'
import { idOf, monthOf, problemOf, refusalOf } from './staff-form.ts'
import { type ButirPlace, placesOf, type Sel } from './tree.ts'
import { fromMine, mineUrl, planUrl } from './urls.ts'

/** Marking what was done: one cell, one month, and who answers for it. */
export const staffSel = new Hono<HubEnv>()

const selIn = (c: HubContext) =>
  selForStaff(c.get('caller'), { id: idOf(c), butirId: idOf(c, 'butir'), bulan: monthOf(c) })

staffSel.get('/:id/sel/:butir/:bulan', async (c) => selPage(c, null, []))

const mineCrumb = { href: mineUrl, label: 'Tugas saya' }

/** People who came from their tasks go back to them, to the next one. */
const isFromMine = (c: HubContext) => c.req.query('dari') === fromMine.dari

const backOf = (c: HubContext, rencanaId: string): Back =>
  isFromMine(c) ? { href: mineUrl, query: fromMine } : { href: planUrl(rencanaId), query: {} }

async function selPage(
  c: HubContext,
  typed: Typed | null,
  problems: readonly Problem[],
  status: 200 | 409 | 422 = 200,
) {
  const page = await selIn(c)
  return staffPage(
    c,
    {
      title: `${monthName(page.sel.bulan)} ${page.tree.tahun}`,
      crumbs: isFromMine(c) ? [mineCrumb] : planCrumbs(page.tree),
      year: page.tree.tahun,
      status,
    },
    <SelView
      page={page}
      typed={typed ?? typedSel(page.sel)}
      problems={problems}
      back={backOf(c, page.tree.id)}
    />,
  )
}

staffSel.post('/:id/sel/:butir/:bulan', async (c) => {
  const form = await readForm(c, selForm)
  if (!form.ok) return selPage(c, form.typed, form.problems, 422)
  const target = { rencanaId: idOf(c), butirId: idOf(c, 'butir'), bulan: monthOf(c) }
  const refusal = await refusalOf(() => setSel(c.get('caller'), { ...target, ...form.values }))
  if (!refusal) {
    setFlash(
      c,
      `${monthName(target.bulan)} ditandai ${selLabels[form.values.status].toLowerCase()}.`,
    )
    const plan = `${planUrl(target.rencanaId)}#b-${target.butirId}`
    return c.redirect(isFromMine(c) ? mineUrl : plan, 303)
  }
  if (!isSelConflict(refusal.detail)) return selPage(c, form.typed, problemOf(refusal), 409)
  const page = await selIn(c)
  return staffPage(
    c,
    { title: 'Ada perubahan orang lain', crumbs: planCrumbs(page.tree), status: 409 },
    <SelConflictView
      page={page}
      conflict={refusal.detail}
      message={refusal.message}
      typed={form.typed}
    />,
  )
})

staffSel.get('/:id/bulan/:bulan', async (c) => columnPage(c, { status: 'done' }, []))

async function columnPage(
  c: HubContext,
  typed: Typed,
  problems: readonly Problem[],
  status: 200 | 409 | 422 = 200,
) {
  const bulan = monthOf(c)
  if (bulan === 0) throw notFound('Bulan')
  const { tree, today } = await planForStaff(c.get('caller'), idOf(c))
  const cells = placesOf(tree)
    .filter((place) => canMarkPlace(actorOf(c), tree, place))
    .flatMap((place) => {
      const sel = place.butir.sel.find((cell) => cell.bulan === bulan)
      return sel ? [{ place, sel }] : []
    })
  return staffPage(
    c,
    { title: `Tandai ${monthName(bulan)}`, crumbs: planCrumbs(tree), year: tree.tahun, status },
    <ColumnView
      {...{ tree, today, bulan, cells, problems }}
      typed={c.req.query('pilih') === 'terbuka' ? { ...typed, butir: openIn(cells) } : typed}
    />,
  )
}

const openIn = (cells: readonly { place: ButirPlace; sel: Sel }[]) =>
  cells
    .filter(({ sel: { status } }) => status === 'planned' || status === 'in_progress')
    .map(({ place, sel }) => `${place.butir.id}:${sel.versi}`)

staffSel.post('/:id/bulan/:bulan', async (c) => {
  const form = await readForm(c, columnForm)
  if (!form.ok) return columnPage(c, form.typed, form.problems, 422)
  const { butir, ...change } = form.values
  const input = { rencanaId: idOf(c), bulan: monthOf(c), sel: butir, ...change }
  const refusal = await refusalOf(() => setSelColumn(c.get('caller'), input))
  if (refusal) return columnPage(c, form.typed, problemOf(refusal, 'butir'), 409)
  setFlash(c, `${butir.length} kewajiban ${monthName(input.bulan)} ditandai.`)
  return c.redirect(planUrl(input.rencanaId), 303)
})

staffSel.get('/:id/penanggung-jawab', async (c) => assignPage(c, {}, []))

async function assignPage(
  c: HubContext,
  typed: Typed,
  problems: readonly Problem[],
  status: 200 | 409 | 422 = 200,
) {
  const { tree, owners } = await ownersForStaff(c.get('caller'), idOf(c))
  return staffPage(
    c,
    {
      title: 'Tetapkan penanggung jawab',
      crumbs: planCrumbs(tree),
      year: tree.tahun,
      status,
    },
    <AssignView tree={tree} places={placesOf(tree)} {...{ owners, typed, problems }} />,
  )
}

staffSel.post('/:id/penanggung-jawab', async (c) => {
  const form = await readForm(c, assignForm)
  if (!form.ok) return assignPage(c, form.typed, form.problems, 422)
  const input = { rencanaId: idOf(c), ...form.values }
  const refusal = await refusalOf(() => assignButir(c.get('caller'), input))
  if (refusal) return assignPage(c, form.typed, problemOf(refusal, 'butir'), 409)
  setFlash(c, `Penanggung jawab ${form.values.butir.length} butir ditetapkan.`)
  return c.redirect(planUrl(input.rencanaId), 303)
})
