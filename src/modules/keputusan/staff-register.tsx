import { Hono } from 'hono'
import { localDate } from '#platform/date.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { readForm } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { correctPeraturan } from './commands/correct-peraturan.ts'
import { peraturanForm } from './forms.ts'
import { PeraturanPage, RegisterPage } from './pages/register.tsx'
import { peraturanDetail, peraturanForStaff } from './queries/register.ts'

export const staffRegister = new Hono<HubEnv>()

const crumbs = [{ href: '/kerja/dasar-hukum', label: 'Dasar hukum' }]
const today = (c: HubContext) => localDate(c.get('caller').now, actorOf(c).zonaWaktu)

staffRegister.get('/', async (c) => {
  const list = await peraturanForStaff(c.get('caller'), undefined)
  return staffPage(c, { title: 'Dasar hukum' }, <RegisterPage list={list} today={today(c)} />)
})

// A code holds a slash (PermenPANRB 90/2021), so the parameter takes the rest of the path.
staffRegister.get('/:kode{.+}', async (c) => {
  const detail = await peraturanDetail(c.get('caller'), c.req.param('kode'))
  const { judul, berlaku_dari, berlaku_sampai, sumber, keyakinan, catatan, versi } =
    detail.peraturan
  const values = {
    judul,
    berlaku_dari: berlaku_dari ?? '',
    berlaku_sampai: berlaku_sampai ?? '',
    sumber,
    keyakinan,
    catatan: catatan ?? '',
    versi: String(versi),
  }
  return staffPage(
    c,
    { title: detail.peraturan.kode, crumbs },
    <PeraturanPage detail={detail} today={today(c)} values={values} problems={[]} />,
  )
})

staffRegister.post('/:kode{.+}', async (c) => {
  const kode = c.req.param('kode')
  const form = await readForm(c, peraturanForm)
  if (!form.ok) {
    const detail = await peraturanDetail(c.get('caller'), kode)
    const body = (
      <PeraturanPage
        detail={detail}
        today={today(c)}
        values={form.typed}
        problems={form.problems}
      />
    )
    return staffPage(c, { title: kode, crumbs, status: 422 }, body)
  }
  await correctPeraturan(c.get('caller'), { kode, facts: form.values })
  setFlash(c, `${kode} diperbaiki.`)
  return c.redirect(`/kerja/dasar-hukum/${encodeURIComponent(kode)}`, 303)
})
