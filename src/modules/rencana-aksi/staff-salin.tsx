import { Hono } from 'hono'
import { allow } from '#platform/errors.ts'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { salinRencana } from './commands/salin.ts'
import { planCrumbs } from './pages/plan-frame.tsx'
import { SalinanView, SalinView } from './pages/salin.tsx'
import { salinanForStaff, salinPreview, type SalinPreview } from './queries/salin.ts'
import { salinForm } from './salin-forms.ts'
import { idOf, problemOf, refusalOf } from './staff-form.ts'
import { planUrl } from './urls.ts'

/** Copying a plan to another year, and what became of the copy. */
export const staffSalin = new Hono<HubEnv>()

const yearIn = (text: unknown) => (/^(20\d\d|2100)$/.test(String(text)) ? Number(text) : null)

staffSalin.get('/:id/salin', async (c) => {
  const { tahun, ganti } = c.req.query()
  const wanted = { id: idOf(c), tahun: yearIn(tahun), gantiTahun: ganti === 'ya' }
  const page = await salinPreview(c.get('caller'), wanted)
  return previewPage(c, page, { judul: nextTitle(page) }, [])
})

/** The title of the copy: the old one with the new year. */
const nextTitle = ({ head, tahun }: SalinPreview) =>
  head.judul.includes(String(head.tahun))
    ? head.judul.replaceAll(String(head.tahun), String(tahun))
    : `${head.judul} ${tahun}`

function previewPage(
  c: HubContext,
  page: SalinPreview,
  typed: Typed,
  problems: readonly Problem[],
  status: 200 | 409 | 422 = 200,
) {
  allow(page.can.copy)
  const { head } = page
  return staffPage(
    c,
    { title: `Salin ${head.judul}`, crumbs: planCrumbs(head), year: head.tahun, status },
    <SalinView page={page} typed={typed} problems={problems} />,
  )
}

staffSalin.post('/:id/salin', async (c) => {
  const form = await readForm(c, salinForm)
  const again = () =>
    salinPreview(c.get('caller'), {
      id: idOf(c),
      tahun: yearIn(form.typed['tahun']),
      gantiTahun: form.typed['gantiTahun'] === 'ya',
    })
  if (!form.ok) return previewPage(c, await again(), form.typed, form.problems, 422)
  let id = ''
  const refusal = await refusalOf(async () => {
    ;({ id } = await salinRencana(c.get('caller'), { rencanaId: idOf(c), ...form.values }))
  })
  if (refusal) return previewPage(c, await again(), form.typed, problemOf(refusal, 'judul'), 409)
  setFlash(c, `Draf ${form.values.tahun} dibuat dari salinan. Periksa perbedaannya.`)
  return c.redirect(planUrl(id, 'salinan'), 303)
})

staffSalin.get('/:id/salinan', async (c) => {
  const page = await salinanForStaff(c.get('caller'), idOf(c))
  const { head } = page
  return staffPage(
    c,
    { title: 'Dibandingkan dengan asalnya', crumbs: planCrumbs(head), year: head.tahun },
    <SalinanView page={page} />,
  )
})
