import { Hono } from 'hono'
import { notFound } from '#platform/errors.ts'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { resetFaktor, setWajibFaktor } from './commands/faktor.ts'
import { eraseFactors } from './faktor/factors.ts'
import { policyForm, resetFactorForm } from './forms-keamanan.ts'
import { FactorPolicyPage } from './pages/factor-policy.tsx'
import { FactorResetPage } from './pages/factor-reset.tsx'
import { withSatker } from './pages/parts.tsx'
import { personForStaff } from './queries/person.ts'
import { wajibFaktor } from './queries/wajib-faktor.ts'
import { recentlyProven } from './staff-own.ts'
import { tried } from './tried.ts'

/** What admins decide about second factors: for a colleague who lost his, and for the nation. */
export const staffFaktor = new Hono<HubEnv>()

staffFaktor.use('/pengguna/:id/faktor', recentlyProven)

staffFaktor.get('/pengguna/:id/faktor', (c) => resetPage(c, {}))

staffFaktor.post('/pengguna/:id/faktor', async (c) => {
  const id = c.req.param('id')
  const form = await readForm(c, resetFactorForm)
  const erase = (userId: string) => eraseFactors(c.get('services'), userId)
  const done = form.ok
    ? await tried(resetFaktor(c.get('caller'), { id, erase, ...form.values }))
    : null
  if (done?.ok) {
    setFlash(c, 'Verifikasi dua langkah diatur ulang. Suratnya sedang dikirim.')
    return c.redirect(`/kerja/pengguna/${id}`, 303)
  }
  const problems = done ? [{ field: '', message: done.message }] : form.ok ? [] : form.problems
  return resetPage(c, form.typed, problems)
})

staffFaktor.get('/pengguna/kewajiban-faktor', async (c) => {
  const rows = await wajibFaktor(c.get('caller'), null)
  const typed = Object.fromEntries(
    rows.flatMap(({ peran, wajibSejak, tenggangHari }) => [
      [`sejak.${peran}`, wajibSejak ?? ''],
      [`tenggang.${peran}`, String(tenggangHari)],
    ]),
  )
  return policyPage(c, typed)
})

staffFaktor.post('/pengguna/kewajiban-faktor', async (c) => {
  const form = await readForm(c, policyForm)
  if (!form.ok) {
    await wajibFaktor(c.get('caller'), null)
    return policyPage(c, form.typed, form.problems)
  }
  await setWajibFaktor(c.get('caller'), form.values)
  setFlash(c, 'Kewajiban tersimpan. Orang yang terkena diberi tahu saat masuk berikutnya.')
  return c.redirect('/kerja/pengguna', 303)
})

async function resetPage(c: HubContext, typed: Typed, problems: readonly Problem[] = []) {
  const person = await personForStaff(c.get('caller'), { id: c.req.param('id') ?? '' })
  if (!person.can.resetFactor) throw notFound('Halaman')
  const crumbs = [
    { href: withSatker('/kerja/pengguna', person.office.kode), label: 'Pengguna' },
    { href: `/kerja/pengguna/${person.id}`, label: person.nama },
  ]
  const page = (
    <FactorResetPage id={person.id} nama={person.nama} typed={typed} problems={problems} />
  )
  const status = problems.length > 0 ? 422 : 200
  return staffPage(c, { title: 'Atur ulang verifikasi', crumbs, status }, page)
}

function policyPage(c: HubContext, typed: Typed, problems: readonly Problem[] = []) {
  const crumbs = [{ href: '/kerja/pengguna', label: 'Pengguna' }]
  const status = problems.length > 0 ? 422 : 200
  const page = <FactorPolicyPage typed={typed} problems={problems} />
  return staffPage(c, { title: 'Kewajiban verifikasi dua langkah', crumbs, status }, page)
}
