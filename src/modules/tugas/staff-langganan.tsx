import { Hono } from 'hono'
import { notFound, Refusal } from '#platform/errors.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { isUuid } from '#platform/id.ts'
import { staffPage } from '#ui/page.tsx'
import { createLangganan, revokeLangganan } from './commands/langganan.ts'
import { langgananForm } from './forms.ts'
import { LanggananView } from './pages/langganan.tsx'
import { ownLangganan } from './queries/langganan.ts'
import { hashOf, newToken } from './token.ts'
import { langgananUrl, tugasUrl } from './urls.ts'

/** One's own calendar subscriptions. */
export const staffLangganan = new Hono<HubEnv>()

type State = { typed?: Typed; problems?: readonly Problem[]; address?: string }

staffLangganan.get('/langganan', (c) => langgananPage(c, {}))

async function langgananPage(c: HubContext, state: State, status: 200 | 201 | 409 | 422 = 200) {
  const rows = await ownLangganan(c.get('caller'), undefined)
  return staffPage(
    c,
    { title: 'Tugas di kalender', crumbs: [{ href: tugasUrl, label: 'Tugas saya' }], status },
    <LanggananView
      rows={rows}
      zona={actorOf(c).zonaWaktu}
      typed={state.typed ?? {}}
      problems={state.problems ?? []}
      address={state.address}
    />,
  )
}

// The answer to the form shows the address itself: a redirect would have to keep the secret somewhere.
staffLangganan.post('/langganan', async (c) => {
  const form = await readForm(c, langgananForm)
  if (!form.ok) return langgananPage(c, { typed: form.typed, problems: form.problems }, 422)
  const token = newToken()
  try {
    await createLangganan(c.get('caller'), { ...form.values, tokenHash: hashOf(token) })
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'refused') throw error
    const problems = [{ field: '', message: error.message }]
    return langgananPage(c, { typed: form.typed, problems }, 409)
  }
  const address = `${c.get('services').config.baseUrl}/kalender/${token}.ics`
  return langgananPage(c, { address }, 201)
})

staffLangganan.post('/langganan/:id/cabut', async (c) => {
  const id = c.req.param('id')
  if (!isUuid(id)) throw notFound('Langganan kalender')
  await revokeLangganan(c.get('caller'), id)
  setFlash(c, 'Langganan dicabut. Alamatnya tidak lagi menjawab.')
  return c.redirect(langgananUrl, 303)
})
