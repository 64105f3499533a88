import { Hono } from 'hono'
import { Refusal } from '#platform/errors.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { saveAturan } from './commands/aturan.ts'
import { aturanForm } from './forms.ts'
import { AturanView, typedAturan } from './pages/aturan.tsx'
import { aturanForStaff } from './queries/aturan.ts'
import { aturanUrl, tugasUrl } from './urls.ts'

/** How long before and after the office reminds its people. */
export const staffAturan = new Hono<HubEnv>()

staffAturan.get('/setelan-pengingat', (c) => aturanPage(c))

async function aturanPage(
  c: HubContext,
  typed?: Typed,
  problems: readonly Problem[] = [],
  status: 200 | 409 | 422 = 200,
) {
  const page = await aturanForStaff(c.get('caller'), undefined)
  return staffPage(
    c,
    {
      title: 'Pengingat dan eskalasi',
      crumbs: [{ href: tugasUrl, label: 'Tugas saya' }],
      status,
    },
    <AturanView page={page} typed={typed ?? typedAturan(page)} problems={problems} />,
  )
}

staffAturan.post('/setelan-pengingat', async (c) => {
  const form = await readForm(c, aturanForm)
  if (!form.ok) return aturanPage(c, form.typed, form.problems, 422)
  try {
    await saveAturan(c.get('caller'), { satkerKode: actorOf(c).satkerKode, ...form.values })
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'refused') throw error
    return aturanPage(c, form.typed, [{ field: '', message: error.message }], 409)
  }
  setFlash(c, 'Angka pengingat disimpan dan berlaku mulai pengingat berikutnya.')
  return c.redirect(aturanUrl, 303)
})
