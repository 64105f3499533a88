import { Hono } from 'hono'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { localDate } from '#platform/date.ts'
import { staffPage } from '#ui/page.tsx'
import { createDraft } from './commands/draft.ts'
import { draftForm } from './forms.ts'
import { DraftForm } from './pages/draft-form.tsx'
import { ListView } from './pages/list.tsx'
import { type ListFilter, listRencana } from './queries/list.ts'
import { problemOf, refusalOf } from './staff-form.ts'
import { staffBukti } from './staff-bukti.tsx'
import { staffIndikator } from './staff-indikator.tsx'
import { staffKelengkapan } from './staff-kelengkapan.tsx'
import { staffKomentar } from './staff-komentar.tsx'
import { staffPadanan } from './staff-padanan.tsx'
import { staffPemantauan } from './staff-pemantauan.tsx'
import { staffPetaJalan } from './staff-peta-jalan.tsx'
import { staffPlan } from './staff-plan.tsx'
import { staffProposal } from './staff-proposal.tsx'
import { staffSalin } from './staff-salin.tsx'
import { staffSel } from './staff-sel.tsx'
import { staffSections } from './staff-sections.tsx'
import { staffTemplat } from './staff-templat.tsx'
import { staffVerifikasi } from './staff-verifikasi.tsx'
import { staffButir } from './staff-butir.tsx'
import { listUrl, mineUrl, planUrl } from './urls.ts'

const listCrumb = { href: listUrl, label: 'Rencana aksi' }

export const staff = new Hono<HubEnv>()

staff.get('/', async (c) => {
  const page = await listRencana(c.get('caller'), filterOf(c))
  return staffPage(c, { title: 'Rencana aksi' }, <ListView page={page} />)
})

function filterOf(c: HubContext): ListFilter {
  const { tahun = '', jenis = '', keadaan = '', satker = '' } = c.req.query()
  const states = ['draft', 'proposed', 'approved', 'closed'] as const
  return {
    tahun: /^\d{4}$/.test(tahun) ? Number(tahun) : null,
    jenis: jenis === 'RB' || jenis === 'ZI' ? jenis : '',
    keadaan: states.find((state) => state === keadaan) ?? '',
    satker: /^\d{2}(\d{2})?$/.test(satker) ? satker : '',
    page: pageOf(c),
  }
}

staff.get('/tugas-saya', (c) => c.redirect(mineUrl, 303))

staff.get('/baru', (c) => {
  const { now } = c.get('caller')
  const year = localDate(now, actorOf(c).zonaWaktu).slice(0, 4)
  return draftPage(c, { tahun: year, judul: '' }, [])
})

staff.post('/baru', async (c) => {
  const form = await readForm(c, draftForm)
  if (!form.ok) return draftPage(c, form.typed, form.problems, 422)
  const satkerKode = actorOf(c).satkerKode
  let id = ''
  const refusal = await refusalOf(async () => {
    ;({ id } = await createDraft(c.get('caller'), { satkerKode, ...form.values }))
  })
  if (refusal) return draftPage(c, form.typed, problemOf(refusal, 'tahun'), 409)
  setFlash(c, 'Draf dibuat. Tambahkan area, kegiatan, dan butir.')
  return c.redirect(planUrl(id, 'pohon'), 303)
})

const draftPage = (
  c: HubContext,
  typed: Typed,
  problems: readonly Problem[],
  status: 200 | 409 | 422 = 200,
) =>
  staffPage(
    c,
    { title: 'Rencana aksi baru', crumbs: [listCrumb], status },
    <DraftForm typed={typed} problems={problems} />,
  )

for (const routes of [
  staffVerifikasi,
  staffTemplat,
  staffPetaJalan,
  staffPlan,
  staffSel,
  staffBukti,
  staffKelengkapan,
  staffButir,
  staffKomentar,
  staffSections,
  staffProposal,
  staffIndikator,
  staffPadanan,
  staffPemantauan,
  staffSalin,
])
  staff.route('/', routes)
