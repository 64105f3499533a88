import { Hono } from 'hono'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, readTyped, type Typed } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { staffPage } from '#ui/page.tsx'
import { batchForm, pointForm, returnForm } from './bukti-forms.ts'
import { pointBukti, removeBukti } from './commands/bukti.ts'
import { acceptBukti, returnBukti } from './commands/bukti-verify.ts'
import { BuktiView, DetachView, queueUrl } from './pages/bukti.tsx'
import { buktiUrl } from './pages/bukti-list.tsx'
import { planCrumbs } from './pages/plan-frame.tsx'
import { VerifikasiView } from './pages/verifikasi.tsx'
import { buktiForStaff, type BuktiPage } from './queries/bukti.ts'
import { verifikasiForStaff } from './queries/verifikasi.ts'
import { idOf, problemOf, refusalOf } from './staff-form.ts'
import { planUrl } from './urls.ts'

/** Verification: the queue, one evidence, and what is decided about it. */
export const staffVerifikasi = new Hono<HubEnv>()

type Status = 200 | 409 | 422

staffVerifikasi.get('/verifikasi', (c) => queuePage(c, [], []))

async function queuePage(
  c: HubContext,
  chosen: readonly string[],
  problems: readonly Problem[],
  status: Status = 200,
) {
  const page = await verifikasiForStaff(c.get('caller'), pageOf(c))
  return staffPage(
    c,
    { title: 'Verifikasi eviden', status },
    <VerifikasiView page={page} chosen={chosen} problems={problems} />,
  )
}

staffVerifikasi.post('/verifikasi', async (c) => {
  const form = await readForm(c, batchForm)
  const chosen = [form.typed['bukti'] ?? []].flat()
  if (!form.ok) return queuePage(c, chosen, form.problems, 422)
  const { bukti } = form.values
  const refusal = await refusalOf(() => acceptBukti(c.get('caller'), { bukti }))
  if (refusal) return queuePage(c, chosen, problemOf(refusal), 409)
  setFlash(c, `${bukti.length} eviden diterima.`)
  return c.redirect(queueUrl, 303)
})

const buktiIn = (c: HubContext) =>
  buktiForStaff(c.get('caller'), { id: idOf(c), pakaiId: idOf(c, 'pakai') })

staffVerifikasi.get('/:id/bukti/:pakai', async (c) => buktiPage(c, await buktiIn(c), {}, []))

function buktiPage(
  c: HubContext,
  page: BuktiPage,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const { tree, use } = page
  return staffPage(
    c,
    { title: use.eviden.judul, crumbs: planCrumbs(tree), year: tree.tahun, status },
    <BuktiView page={page} typed={typed} problems={problems} />,
  )
}

const targetIn = (c: HubContext) => ({ rencanaId: idOf(c), pakaiId: idOf(c, 'pakai') })

staffVerifikasi.post('/:id/bukti/:pakai/terima', async (c) => {
  const page = await buktiIn(c)
  const refusal = await refusalOf(() => acceptBukti(c.get('caller'), { bukti: [targetIn(c)] }))
  if (refusal) return buktiPage(c, page, {}, problemOf(refusal), 409)
  return onToNext(c, page, 'Eviden diterima.')
})

staffVerifikasi.post('/:id/bukti/:pakai/kembalikan', async (c) => {
  const page = await buktiIn(c)
  const form = await readForm(c, returnForm)
  if (!form.ok) return buktiPage(c, page, form.typed, form.problems, 422)
  const input = { ...targetIn(c), ...form.values }
  const refusal = await refusalOf(() => returnBukti(c.get('caller'), input))
  if (refusal) return buktiPage(c, page, form.typed, problemOf(refusal, 'catatan'), 409)
  return onToNext(c, page, 'Eviden dikembalikan kepada yang memasangnya.')
})

/** After a decision the verifier stands before the next one, or before the empty queue. */
function onToNext(c: HubContext, { queue, use }: BuktiPage, message: string) {
  const index = queue.findIndex(({ pakaiId }) => pakaiId === use.id)
  const next = queue[index + 1] ?? queue.find(({ pakaiId }) => pakaiId !== use.id)
  setFlash(c, next ? `${message} Ini yang berikutnya.` : message)
  return c.redirect(next ? buktiUrl(next.rencanaId, next.pakaiId) : queueUrl, 303)
}

staffVerifikasi.post('/:id/bukti/:pakai/tunjuk', async (c) => {
  const page = await buktiIn(c)
  const form = await readForm(c, pointForm)
  if (!form.ok) return buktiPage(c, page, form.typed, form.problems, 422)
  const input = { ...targetIn(c), ...form.values }
  const refusal = await refusalOf(() => pointBukti(c.get('caller'), input))
  if (refusal) return buktiPage(c, page, await readTyped(c), problemOf(refusal), 409)
  setFlash(c, 'Letak eviden disimpan.')
  return c.redirect(buktiUrl(page.tree.id, page.use.id), 303)
})

staffVerifikasi.get('/:id/bukti/:pakai/lepas', async (c) => detachPage(c, await buktiIn(c), []))

function detachPage(
  c: HubContext,
  page: BuktiPage,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const { tree } = page
  return staffPage(
    c,
    { title: 'Lepas eviden', crumbs: planCrumbs(tree), year: tree.tahun, status },
    <DetachView page={page} problems={problems} />,
  )
}

staffVerifikasi.post('/:id/bukti/:pakai/lepas', async (c) => {
  const page = await buktiIn(c)
  const refusal = await refusalOf(() => removeBukti(c.get('caller'), targetIn(c)))
  if (refusal) return detachPage(c, page, problemOf(refusal), 409)
  setFlash(c, 'Eviden dilepas dari butir. Eviden itu tetap ada di pustaka.')
  return c.redirect(`${planUrl(page.tree.id, 'butir', page.place.butir.id)}#eviden`, 303)
})
