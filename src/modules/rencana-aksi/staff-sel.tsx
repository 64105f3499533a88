import { Hono } from 'hono'
import { type FilesOfForm, filesOfForm } from '#modules/eviden'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { localDate, monthName } from '#platform/date.ts'
import { notFound, type Refusal } from '#platform/errors.ts'
import { checkForm, type Problem, readForm, readTyped, type Typed } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { selBuktiForm } from './bukti-forms.ts'
import { assignButir } from './commands/butir.ts'
import { setSel, setSelColumn } from './commands/sel.ts'
import { isSelConflict } from './conflict.ts'
import { assignForm, columnForm, selForm } from './forms.ts'
import { selLabels } from './labels.ts'
import { firstOpenSlot } from './pages/bukti-list.tsx'
import { AssignView, ColumnView } from './pages/many.tsx'
import { planCrumbs } from './pages/plan-frame.tsx'
import {
  type Back,
  isOfAnotherYear,
  SelConflictView,
  type SelPage,
  SelView,
  typedSel,
} from './pages/sel.tsx'
import { selForStaff } from './queries/butir.ts'
import { ownersForStaff } from './queries/owners.ts'
import { canMarkPlace, planForStaff } from './queries/plan.ts'
import { idOf, monthOf, problemOf, refusalOf } from './staff-form.ts'
import { canFollow } from './sel.ts'
import { type ButirPlace, placesOf, type Sel } from './tree.ts'
import { fromMine, mineUrl, planUrl } from './urls.ts'

/** Marking what was done: one cell, one month, and who answers for it. */
export const staffSel = new Hono<HubEnv>()

const selIn = (c: HubContext) =>
  selForStaff(c.get('caller'), { id: idOf(c), butirId: idOf(c, 'butir'), bulan: monthOf(c) })

staffSel.get('/:id/sel/:butir/:bulan', async (c) => selPage(c, null))

const mineCrumb = { href: mineUrl, label: 'Tugas saya' }

/** People who came from their tasks go back to them, to the next one. */
const isFromMine = (c: HubContext) => c.req.query('dari') === fromMine.dari

const backOf = (c: HubContext, rencanaId: string): Back =>
  isFromMine(c) ? { href: mineUrl, query: fromMine } : { href: planUrl(rencanaId), query: {} }

type SelState = { typed: Typed; problems: readonly Problem[]; files: FilesOfForm }

async function selPage(c: HubContext, state: SelState | null, status: 200 | 409 | 422 = 200) {
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
      typed={state?.typed ?? proposedSel(c, page)}
      problems={state?.problems ?? []}
      received={state?.files.received ?? []}
      back={backOf(c, page.tree.id)}
    />,
  )
}

/** What stands in the form at first: the cell, or Selesai when that was asked for with one click before. */
const proposedSel = (c: HubContext, { sel, place, uses }: SelPage): Typed => {
  const done = c.req.query('tandai') === 'selesai' && canFollow(sel.status, 'done')
  const slot = firstOpenSlot(place.butir.eviden, uses) ?? ''
  return { ...typedSel(sel), slot, ...(done ? { status: 'done' } : {}) }
}

staffSel.post('/:id/sel/:butir/:bulan', async (c) => {
  const files = await filesOfForm(c)
  const typed = await typedIn(c)
  const form = checkForm(selForm, typed)
  const proof = checkForm(selBuktiForm, typed)
  const wrong = [form, proof].flatMap((checked) => (checked.ok ? [] : checked.problems))
  const problems = [...wrong, ...filesProblems(typed, files)]
  if (!form.ok || !proof.ok || problems.length > 0)
    return selPage(c, { typed, problems, files }, 422)
  const target = { rencanaId: idOf(c), butirId: idOf(c, 'butir'), bulan: monthOf(c) }
  const { now } = c.get('caller')
  const { tanggalBukti, slot } = proof.values
  const dated = tanggalBukti ?? form.values.doneOn
  if (!dated && files.received.length > 0 && isOfAnotherYear(await selIn(c)))
    return selPage(c, { typed, problems: [undated], files }, 422)
  const baru = files.baruAt(dated ?? localDate(now, actorOf(c).zonaWaktu))
  const bukti = baru.length > 0 ? { slot, baru } : null
  const refusal = await refusalOf(() =>
    setSel(c.get('caller'), { ...target, ...form.values, bukti }),
  )
  if (refusal) return selRefused(c, refusal, { typed, problems: problemOf(refusal), files })
  const withFiles = bukti ? `, dengan ${baru.length} eviden yang menunggu verifikasi` : ''
  const state = selLabels[form.values.status].toLowerCase()
  setFlash(c, `${monthName(target.bulan)} ditandai ${state}${withFiles}.`)
  const plan = `${planUrl(target.rencanaId)}#b-${target.butirId}`
  return c.redirect(isFromMine(c) ? mineUrl : plan, 303)
})

const undated: Problem = {
  field: 'tanggalBukti',
  message: 'Isi tanggal dokumen: eviden membuktikan tahun dari tanggalnya.',
}

/** What was typed; the button that completes with evidence says Selesai by itself. */
async function typedIn(c: HubContext): Promise<Typed> {
  const typed = await readTyped(c)
  return typed['dengan'] === 'eviden' ? { ...typed, status: 'done' } : typed
}

const filesProblems = (typed: Typed, { problems, received }: FilesOfForm): Problem[] =>
  typed['dengan'] === 'eviden' && received.length === 0 && problems.length === 0
    ? [
        {
          field: 'berkas',
          message: 'Pilih berkasnya dahulu, atau pilih Selesai lalu Simpan bila tanpa eviden.',
        },
      ]
    : problems

/** Someone else was first: both values are shown. Any other rule stands on the form. */
async function selRefused(c: HubContext, refusal: Refusal, state: SelState) {
  if (!isSelConflict(refusal.detail)) return selPage(c, state, 409)
  const page = await selIn(c)
  return staffPage(
    c,
    { title: 'Ada perubahan orang lain', crumbs: planCrumbs(page.tree), status: 409 },
    <SelConflictView
      page={page}
      conflict={refusal.detail}
      message={refusal.message}
      typed={state.typed}
      received={state.files.received}
    />,
  )
}

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
