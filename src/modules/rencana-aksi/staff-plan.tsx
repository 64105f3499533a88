import { Hono } from 'hono'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { readForm } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { staffPage } from '#ui/page.tsx'
import { approve, close, propose, returnToDraft } from './commands/approval.ts'
import { discardDraft } from './commands/draft.ts'
import { type GridFilter, monthIn } from './figures.ts'
import { catatanForm } from './forms.ts'
import { selLabels } from './labels.ts'
import { CetakPage } from './pages/cetak.tsx'
import { MonthView } from './pages/month.tsx'
import { planCrumbs, PlanFrame } from './pages/plan-frame.tsx'
import { PohonView } from './pages/pohon.tsx'
import { CompareView, RiwayatView } from './pages/riwayat.tsx'
import { ConfirmPage } from './pages/section.tsx'
import { type StageProblem, TahapView } from './pages/tahap.tsx'
import { compareForStaff, historyForStaff, stagesForStaff } from './queries/history.ts'
import { planForStaff, type PlanPage } from './queries/plan.ts'
import type { SelState } from './sel.ts'
import { idOf, problemOf, refusalOf } from './staff-form.ts'
import { listUrl, planUrl } from './urls.ts'

/** The views of one plan and its way from draft to closed. */
export const staffPlan = new Hono<HubEnv>()

staffPlan.get('/:id', async (c) => {
  const page = await planForStaff(c.get('caller'), idOf(c))
  const { tree, today, can } = page
  return staffPage(
    c,
    { title: tree.judul, crumbs: planCrumbs(tree).slice(0, 1), year: tree.tahun },
    <PlanFrame head={tree} tab="bulan" action={actionOf(page)}>
      <MonthView tree={tree} today={today} filter={gridFilter(c)} canEdit={can.edit} />
    </PlanFrame>,
  )
})

/** The one next step that the state of the plan asks for. */
function actionOf({ tree, today, can }: PlanPage) {
  if (can.propose || can.decide)
    return { href: planUrl(tree.id, 'tahap'), label: can.decide ? 'Periksa dan sahkan' : 'Ajukan' }
  if (tree.state !== 'approved') return null
  const bulan = Math.max(1, monthIn(tree.tahun, today))
  return { href: planUrl(tree.id, 'bulan', bulan), label: 'Tandai satu bulan' }
}

function gridFilter(c: HubContext): GridFilter {
  const { area = '', orang = '', keadaan = '' } = c.req.query()
  const known = (Object.keys(selLabels) as SelState[]).find((state) => state === keadaan)
  return { area, orang, keadaan: known ?? '' }
}

staffPlan.get('/:id/pohon', async (c) => {
  const { tree, today, can } = await planForStaff(c.get('caller'), idOf(c))
  return staffPage(
    c,
    { title: tree.judul, crumbs: planCrumbs(tree).slice(0, 1), year: tree.tahun },
    <PlanFrame head={tree} tab="pohon">
      <PohonView tree={tree} today={today} can={can} />
    </PlanFrame>,
  )
})

staffPlan.get('/:id/cetak', async (c) => {
  const { tree } = await planForStaff(c.get('caller'), idOf(c))
  return c.html(<CetakPage tree={tree} />)
})

staffPlan.get('/:id/riwayat', async (c) => {
  const page = await historyForStaff(c.get('caller'), { id: idOf(c), page: pageOf(c) })
  return staffPage(
    c,
    { title: page.head.judul, crumbs: planCrumbs(page.head).slice(0, 1), year: page.head.tahun },
    <PlanFrame head={page.head} tab="riwayat">
      <RiwayatView page={page} />
    </PlanFrame>,
  )
})

staffPlan.get('/:id/banding', async (c) => {
  const [dari, ke] = [pageOf(c, 'dari'), pageOf(c, 'ke')]
  const page = await compareForStaff(c.get('caller'), { id: idOf(c), dari, ke })
  return staffPage(
    c,
    { title: 'Bandingkan versi', crumbs: planCrumbs(page.head), year: page.head.tahun },
    <PlanFrame head={page.head} tab="tahap">
      <CompareView diff={page.diff} dari={dari} ke={ke} rencanaId={page.head.id} />
    </PlanFrame>,
  )
})

staffPlan.get('/:id/tahap', (c) => stagesPage(c))

async function stagesPage(
  c: HubContext,
  problem: StageProblem | null = null,
  status: 200 | 409 | 422 = 200,
) {
  const page = await stagesForStaff(c.get('caller'), idOf(c))
  return staffPage(
    c,
    {
      title: page.head.judul,
      crumbs: planCrumbs(page.head).slice(0, 1),
      year: page.head.tahun,
      status,
    },
    <PlanFrame head={page.head} tab="tahap">
      <TahapView page={page} problem={problem} />
    </PlanFrame>,
  )
}

type Step = (
  caller: Parameters<typeof close>[0],
  input: { rencanaId: string; catatan: string },
) => Promise<unknown>

const steps: readonly (readonly [string, Step, string])[] = [
  ['ajukan', propose, 'Rencana diajukan untuk disahkan.'],
  ['kembalikan', returnToDraft, 'Rencana dikembalikan kepada penyusun.'],
  ['sahkan', approve, 'Rencana disahkan.'],
  ['tutup', close, 'Rencana ditutup.'],
]

for (const [form, step, message] of steps)
  staffPlan.post(`/:id/${form}`, async (c) => {
    const read = await readForm(c, catatanForm)
    const typed = String(read.typed['catatan'] ?? '')
    if (!read.ok) {
      const problems = read.problems.map((one) => ({ ...one, field: `catatan-${form}` }))
      return stagesPage(c, { form, typed, problems }, 422)
    }
    const input = { rencanaId: idOf(c), catatan: read.values.catatan }
    const refusal = await refusalOf(() => step(c.get('caller'), input))
    if (refusal) {
      const problems = problemOf(refusal, form === 'ajukan' ? '' : `catatan-${form}`)
      return stagesPage(c, { form, typed, problems }, 409)
    }
    setFlash(c, message)
    return c.redirect(planUrl(idOf(c), 'tahap'), 303)
  })

staffPlan.get('/:id/buang', async (c) => {
  const { tree } = await planForStaff(c.get('caller'), idOf(c))
  return staffPage(
    c,
    { title: 'Buang draf', crumbs: planCrumbs(tree), year: tree.tahun },
    <ConfirmPage
      title={`Buang draf ${tree.judul}?`}
      action={planUrl(tree.id, 'buang')}
      confirm="Buang draf"
      cancel={planUrl(tree.id, 'tahap')}
    >
      <p>Draf tidak tampil lagi. Isinya tetap tersimpan dalam jejak audit satuan kerja.</p>
    </ConfirmPage>,
  )
})

staffPlan.post('/:id/buang', async (c) => {
  const refusal = await refusalOf(() => discardDraft(c.get('caller'), { rencanaId: idOf(c) }))
  setFlash(c, refusal?.message ?? 'Draf dibuang.', refusal ? 'late' : 'ok')
  return c.redirect(refusal ? planUrl(idOf(c), 'tahap') : listUrl, 303)
})
