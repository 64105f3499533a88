import { Hono } from 'hono'
import { localDate } from '#platform/date.ts'
import { notFound } from '#platform/errors.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { staffPage } from '#ui/page.tsx'
import { assignPeran, endPeran } from './commands/penugasan.ts'
import { deactivatePengguna, editPengguna, reactivatePengguna } from './commands/pengguna.ts'
import { assignForm, editForm } from './forms.ts'
import { PeoplePage } from './pages/people.tsx'
import { AssignPage, EditPage } from './pages/person-forms.tsx'
import { PersonPage } from './pages/person.tsx'
import { withSatker } from './pages/parts.tsx'
import { isPeran } from './peran.ts'
import { type PeopleFilter, peopleForStaff } from './queries/people.ts'
import { personForStaff, type PersonView } from './queries/person.ts'
import { tried } from './tried.ts'

export const staffPeople = new Hono<HubEnv>()

staffPeople.get('/pengguna', async (c) => {
  const people = await peopleForStaff(c.get('caller'), filterOf(c))
  const wide = actorOf(c).satkerKode.length === 2
  return staffPage(c, { title: 'Pengguna' }, <PeoplePage {...people} wide={wide} />)
})

staffPeople.get('/pengguna/:id', async (c) => {
  const person = await personForStaff(c.get('caller'), { id: c.req.param('id') })
  return staffPage(
    c,
    { title: person.nama, crumbs: crumbs(person, false) },
    <PersonPage person={person} />,
  )
})

staffPeople.get('/pengguna/:id/ubah', async (c) => {
  const person = await personForStaff(c.get('caller'), { id: c.req.param('id') })
  if (!person.can.edit) throw notFound('Halaman')
  return editPage(c, person, { nama: person.nama, nip: person.nip ?? '' })
})

staffPeople.post('/pengguna/:id/ubah', async (c) => {
  const id = c.req.param('id')
  const form = await readForm(c, editForm)
  const saved = form.ok ? await tried(editPengguna(c.get('caller'), { id, ...form.values })) : null
  if (saved?.ok) {
    setFlash(c, 'Data tersimpan.')
    return c.redirect(`/kerja/pengguna/${id}`, 303)
  }
  const person = await personForStaff(c.get('caller'), { id })
  if (!person.can.edit) throw notFound('Halaman')
  const problems = saved ? [{ field: '', message: saved.message }] : form.ok ? [] : form.problems
  return editPage(c, person, form.typed, problems, saved?.detail !== undefined)
})

staffPeople.get('/pengguna/:id/peran', async (c) => {
  const person = await personForStaff(c.get('caller'), { id: c.req.param('id') })
  const dari = localDate(c.get('caller').now, person.office.zonaWaktu)
  return assignPage(c, person, { dari })
})

staffPeople.post('/pengguna/:id/peran', async (c) => {
  const penggunaId = c.req.param('id')
  const form = await readForm(c, assignForm)
  const given = form.ok
    ? await tried(assignPeran(c.get('caller'), { penggunaId, ...form.values }))
    : null
  if (given?.ok) {
    setFlash(c, 'Peran diberikan.')
    return c.redirect(`/kerja/pengguna/${penggunaId}`, 303)
  }
  const person = await personForStaff(c.get('caller'), { id: penggunaId })
  const problems = given ? [{ field: '', message: given.message }] : form.ok ? [] : form.problems
  return assignPage(c, person, form.typed, problems)
})

staffPeople.post('/pengguna/peran/:id/akhiri', async (c) => {
  const penggunaId = await endPeran(c.get('caller'), { id: c.req.param('id') })
  setFlash(c, 'Peran diakhiri.')
  return c.redirect(`/kerja/pengguna/${penggunaId}`, 303)
})

staffPeople.post('/pengguna/:id/nonaktif', async (c) => {
  const id = c.req.param('id')
  await deactivatePengguna(c.get('caller'), { id })
  setFlash(c, 'Orang ini dinonaktifkan.')
  return c.redirect(`/kerja/pengguna/${id}`, 303)
})

staffPeople.post('/pengguna/:id/aktif', async (c) => {
  const id = c.req.param('id')
  await reactivatePengguna(c.get('caller'), { id })
  setFlash(c, 'Orang ini aktif kembali.')
  return c.redirect(`/kerja/pengguna/${id}`, 303)
})

function editPage(
  c: HubContext,
  person: PersonView,
  typed: Typed,
  problems: readonly Problem[] = [],
  conflict = false,
) {
  const page = (
    <EditPage
      id={person.id}
      nama={person.nama}
      versi={person.versi}
      theirs={conflict ? person : undefined}
      typed={typed}
      problems={problems}
    />
  )
  const status = conflict ? 409 : statusOf(problems)
  return staffPage(c, { title: 'Ubah data', crumbs: crumbs(person, true), status }, page)
}

function assignPage(
  c: HubContext,
  person: PersonView,
  typed: Typed,
  problems: readonly Problem[] = [],
) {
  if (person.can.assign.length === 0) throw notFound('Halaman')
  const { id, nama } = person
  const page = (
    <AssignPage id={id} nama={nama} roles={person.can.assign} typed={typed} problems={problems} />
  )
  const head = { title: 'Beri peran', crumbs: crumbs(person, true), status: statusOf(problems) }
  return staffPage(c, head, page)
}

const statusOf = (problems: readonly Problem[]): 200 | 422 => (problems.length > 0 ? 422 : 200)

/** The way back: the list of the office, and below the person the person. */
const crumbs = ({ id, nama, office }: PersonView, below: boolean) => [
  { href: withSatker('/kerja/pengguna', office.kode), label: 'Pengguna' },
  ...(below ? [{ href: `/kerja/pengguna/${id}`, label: nama }] : []),
]

function filterOf(c: HubContext): PeopleFilter {
  const peran = c.req.query('peran') ?? ''
  const status = c.req.query('status')
  return {
    satkerKode: satkerOf(c),
    cari: (c.req.query('cari') ?? '').slice(0, 100),
    peran: isPeran(peran) ? peran : '',
    status: status === 'nonaktif' || status === 'semua' ? status : 'aktif',
    page: pageOf(c, 'hal'),
  }
}

/** The office that a page is about: the one in the address, else one's own. */
export const satkerOf = (c: HubContext): string => c.req.query('satker') || actorOf(c).satkerKode
