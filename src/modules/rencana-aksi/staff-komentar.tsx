import { Hono } from 'hono'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { refused } from '#platform/errors.ts'
import { staffPage } from '#ui/page.tsx'
import { commentButir, removeButirKomentar, settleKomentar } from './commands/komentar.ts'
import { keadaanForm, komentarForm } from './komentar-forms.ts'
import { butirTitle, shorten } from './labels.ts'
import { ButirView } from './pages/butir.tsx'
import { planCrumbs } from './pages/plan-frame.tsx'
import { butirForStaff } from './queries/butir.ts'
import { idOf, problemOf, refusalOf } from './staff-form.ts'
import { planUrl } from './urls.ts'

/** What is said about a butir. */
export const staffKomentar = new Hono<HubEnv>()

const butirOf = (c: HubContext) => ({ rencanaId: idOf(c), butirId: idOf(c, 'butir') })

const komentarOf = (c: HubContext) => ({ ...butirOf(c), komentarId: idOf(c, 'komentar') })

const back = (c: HubContext, to = 'komentar') =>
  c.redirect(`${planUrl(idOf(c), 'butir', idOf(c, 'butir'))}#${to}`, 303)

staffKomentar.get('/:id/butir/:butir/komentar', (c) => back(c))

staffKomentar.post('/:id/butir/:butir/komentar', async (c) => {
  const form = await readForm(c, komentarForm)
  if (!form.ok) return typedPage(c, form.typed, form.problems, 422)
  let id = ''
  const refusal = await refusalOf(async () => {
    id = await commentButir(c.get('caller'), { ...butirOf(c), ...form.values })
  })
  if (refusal) return typedPage(c, form.typed, problemOf(refusal, 'teks'), 409)
  setFlash(c, form.values.indukId ? 'Balasan terkirim.' : 'Komentar terkirim.')
  return back(c, `k-${id}`)
})

/** The same page with what was typed still in its form. */
async function typedPage(
  c: HubContext,
  typed: Typed,
  problems: readonly Problem[],
  status: 409 | 422,
) {
  const { rencanaId: id, butirId } = butirOf(c)
  const page = await butirForStaff(c.get('caller'), { id, butirId })
  return staffPage(
    c,
    {
      title: shorten(butirTitle(page.place.butir), 60),
      crumbs: planCrumbs(page.tree),
      year: page.tree.tahun,
      status,
    },
    <ButirView page={page} komentar={{ indukId: typedText(typed, 'indukId'), typed, problems }} />,
  )
}

staffKomentar.post('/:id/butir/:butir/komentar/:komentar/keadaan', async (c) => {
  const form = await readForm(c, keadaanForm)
  if (!form.ok) throw refused('Pilih Tandai selesai atau Buka kembali pada percakapannya.')
  const settled = form.values.selesai
  await settleKomentar(c.get('caller'), { ...komentarOf(c), settled })
  setFlash(c, settled ? 'Percakapan ditandai selesai.' : 'Percakapan dibuka kembali.')
  return back(c)
})

staffKomentar.post('/:id/butir/:butir/komentar/:komentar/hapus', async (c) => {
  await removeButirKomentar(c.get('caller'), komentarOf(c))
  setFlash(c, 'Komentar dihapus.')
  return back(c)
})
