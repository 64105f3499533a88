import { Hono } from 'hono'
import { type EvidenOfForm, evidenOfForm, libraryForStaff, suggestedBukti } from '#modules/eviden'
import { localDate } from '#platform/date.ts'
import { allow } from '#platform/errors.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { placeForm, reuseForm } from './bukti-forms.ts'
import { proveButir } from './commands/bukti.ts'
import { butirTitle, shorten } from './labels.ts'
import { ProveView, ReuseView } from './pages/bukti-form.tsx'
import { planCrumbs } from './pages/plan-frame.tsx'
import { type ProvePage, proveForStaff } from './queries/bukti.ts'
import { idOf, problemOf, refusalOf } from './staff-form.ts'
import { planUrl } from './urls.ts'

/** Bringing evidence for a butir: new, or again from the library. */
export const staffBukti = new Hono<HubEnv>()

type Status = 200 | 409 | 422

const pageIn = async (c: HubContext): Promise<ProvePage> => {
  const page = await proveForStaff(c.get('caller'), { id: idOf(c), butirId: idOf(c, 'butir') })
  allow(
    page.prove,
    'Eviden dipasang oleh penanggung jawab, koordinator area, atau sekretariat, selama rencana berjalan.',
  )
  return page
}

const isFromLibrary = (c: HubContext) => c.req.query('dari') === 'pustaka'

/** What the address asks for: the document and the month. */
const askedIn = (c: HubContext): Typed => ({
  slot: c.req.query('slot') ?? '',
  bulan: c.req.query('bulan') ?? '',
})

staffBukti.get('/:id/butir/:butir/eviden', async (c) => {
  const page = await pageIn(c)
  const typed = askedIn(c)
  if (isFromLibrary(c)) return reusePage(c, page, typed, [])
  const today = localDate(c.get('caller').now, actorOf(c).zonaWaktu)
  const kind = suggestedBukti(String(typed['slot']))
  const bentuk = kind ? 'otomatis' : 'berkas'
  // Today says nothing about a plan of another year.
  const tanggal = today.startsWith(String(page.tree.tahun)) ? today : ''
  const first = { ...typed, bentuk, jenis: kind?.jenis ?? '', tanggal }
  return newPage(c, page, { typed: first, problems: [], received: [] })
})

type New = Pick<EvidenOfForm, 'typed' | 'problems' | 'received'>

const frameOf = (page: ProvePage, status: Status) => ({
  title: 'Tambah eviden',
  year: page.tree.tahun,
  status,
  crumbs: planCrumbs(page.tree, {
    href: planUrl(page.tree.id, 'butir', page.place.butir.id),
    label: shorten(butirTitle(page.place.butir), 50),
  }),
})

const newPage = (c: HubContext, page: ProvePage, state: New, status: Status = 200) =>
  staffPage(c, frameOf(page, status), <ProveView page={page} {...state} />)

async function reusePage(
  c: HubContext,
  page: ProvePage,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const library = await libraryForStaff(c.get('caller'), {
    cari: (c.req.query('cari') ?? '').slice(0, 200),
    bentuk: '',
    tahun: page.tree.tahun,
    keadaan: '',
    media: '',
    satker: page.tree.satkerKode,
    page: 1,
  })
  return staffPage(c, frameOf(page, status), <ReuseView {...{ page, library, typed, problems }} />)
}

staffBukti.post('/:id/butir/:butir/eviden', async (c) => {
  const page = await pageIn(c)
  return isFromLibrary(c) ? reuse(c, page) : bringNew(c, page)
})

async function bringNew(c: HubContext, page: ProvePage) {
  const form = await evidenOfForm(c)
  const place = await readForm(c, placeForm)
  if (!place.ok || form.problems.length > 0) {
    const problems = [...(place.ok ? [] : place.problems), ...form.problems]
    return newPage(c, page, { ...form, problems }, 422)
  }
  const { halaman, ...rest } = place.values
  const input = { rencanaId: page.tree.id, butirId: page.place.butir.id, ...rest }
  const refusal = await refusalOf(() =>
    proveButir(c.get('caller'), { ...input, halaman, baru: form.baru }),
  )
  if (refusal) return newPage(c, page, { ...form, problems: problemOf(refusal) }, 409)
  return done(c, page, form.baru.length)
}

async function reuse(c: HubContext, page: ProvePage) {
  const form = await readForm(c, reuseForm)
  if (!form.ok) return reusePage(c, page, form.typed, form.problems, 422)
  const { eviden, halaman, ...rest } = form.values
  const input = { rencanaId: page.tree.id, butirId: page.place.butir.id, ...rest }
  const pakai = eviden.map((evidenId) => ({ evidenId, halaman }))
  const refusal = await refusalOf(() => proveButir(c.get('caller'), { ...input, pakai }))
  if (refusal) return reusePage(c, page, form.typed, problemOf(refusal), 409)
  return done(c, page, eviden.length)
}

function done(c: HubContext, { tree, place }: ProvePage, count: number) {
  setFlash(c, `${count} eviden dipasang dan menunggu verifikasi.`)
  return c.redirect(`${planUrl(tree.id, 'butir', place.butir.id)}#eviden`, 303)
}
