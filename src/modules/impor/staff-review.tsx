import { Hono } from 'hono'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { accept, type Accepted } from './commands/accept.ts'
import { revise } from './commands/revise.ts'
import { acceptRemaining, decideTemuan } from './commands/temuan.ts'
import { decisionForm, factsForm, remainingForm } from './forms.ts'
import { AcceptPage } from './pages/accept.tsx'
import { FactsPage } from './pages/facts.tsx'
import { imporHref } from './pages/frame.tsx'
import { SisaPage, TemuanPage } from './pages/temuan.tsx'
import { acceptForReview, factsForReview, sisaForReview } from './queries/review.ts'
import { temuanForReview } from './queries/temuan.ts'
import { tried } from './tried.ts'

const crumbs = [{ href: '/kerja/impor', label: 'Impor keputusan' }]

/** Facts of the decree, findings, leftovers, and taking the whole over. */
export const staffReview = new Hono<HubEnv>()

staffReview.get('/impor/:id/fakta', (c) => factsPage(c))

staffReview.post('/impor/:id/fakta', async (c) => {
  const imporId = c.req.param('id')
  const form = await readForm(c, factsForm)
  if (!form.ok) return factsPage(c, { typed: form.typed, problems: form.problems }, 422)
  const { versi, ...nilai } = form.values
  const saved = await tried(
    revise(c.get('caller'), {
      imporId,
      changes: [{ jenis: 'keputusan', versi, nilai }],
      projectRoot: c.get('services').config.projectRoot,
    }),
  )
  if (!saved.ok)
    return factsPage(
      c,
      { typed: form.typed, problems: [{ field: '', message: saved.message }] },
      409,
    )
  setFlash(c, 'Fakta keputusan tersimpan.')
  return c.redirect(imporHref(imporId, '/fakta'), 303)
})

staffReview.get('/impor/:id/temuan', async (c) => {
  const id = c.req.param('id')
  const view = await temuanForReview(c.get('caller'), id)
  if (!view) return c.redirect(imporHref(id), 303)
  return staffPage(c, { title: 'Temuan', crumbs }, <TemuanPage view={view} />)
})

staffReview.post('/impor/:id/temuan', async (c) => {
  const imporId = c.req.param('id')
  const form = await readForm(c, remainingForm)
  const { temuan, butir } = await acceptRemaining(c.get('caller'), { imporId })
  setFlash(c, `${temuan} temuan diterima dan ${butir} butir ditandai sudah diperiksa.`)
  const back = typedText(form.typed, 'kembali') === 'penerimaan' ? '/penerimaan' : '/temuan'
  return c.redirect(imporHref(imporId, back), 303)
})

staffReview.post('/impor/:id/temuan/:urutan', async (c) => {
  const imporId = c.req.param('id')
  const urutan = Number(c.req.param('urutan')) || 0
  const form = await readForm(c, decisionForm)
  if (form.ok) {
    await decideTemuan(c.get('caller'), { imporId, urutan, ...form.values })
    setFlash(c, 'Temuan diputuskan.')
  } else setFlash(c, form.problems[0]?.message ?? 'Temuan belum diputuskan.', 'late')
  return c.redirect(imporHref(imporId, '/temuan'), 303)
})

staffReview.get('/impor/:id/sisa', async (c) => {
  const id = c.req.param('id')
  const view = await sisaForReview(c.get('caller'), id)
  if (!view) return c.redirect(imporHref(id), 303)
  return staffPage(c, { title: 'Sisa', crumbs }, <SisaPage view={view} />)
})

staffReview.get('/impor/:id/penerimaan', (c) => acceptPage(c))

staffReview.post('/impor/:id/penerimaan', async (c) => {
  const imporId = c.req.param('id')
  const taken = await tried(accept(c.get('caller'), { imporId }))
  if (!taken.ok) return acceptPage(c, [{ field: '', message: taken.message }], 409)
  setFlash(c, acceptedWords(taken.value))
  return c.redirect(`/kerja/rencana-aksi/${taken.value.rencanaId}`, 303)
})

const acceptedWords = ({ cara, usulan }: Accepted): string => {
  if (cara === 'dibuat') return 'Keputusan terdaftar dan draf rencana dibuat.'
  return cara === 'diganti'
    ? 'Draf rencana diganti dengan hasil impor.'
    : `${usulan} usulan perubahan diajukan untuk diputuskan.`
}

type Typing = { typed?: Typed; problems?: Problem[] }

async function factsPage(c: HubContext, typing: Typing = {}, status: 200 | 409 | 422 = 200) {
  const id = c.req.param('id') ?? ''
  const view = await factsForReview(c.get('caller'), id)
  if (!view) return c.redirect(imporHref(id), 303)
  const page = { title: 'Fakta keputusan', crumbs, status }
  return staffPage(c, page, <FactsPage view={view} {...typing} />)
}

async function acceptPage(c: HubContext, problems: Problem[] = [], status: 200 | 409 = 200) {
  const id = c.req.param('id') ?? ''
  const view = await acceptForReview(c.get('caller'), id)
  if (!view) return c.redirect(imporHref(id), 303)
  const page = { title: 'Penerimaan', crumbs, status }
  return staffPage(c, page, <AcceptPage view={view} problems={problems} />)
}
