import { Hono } from 'hono'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { notFound, type Refusal } from '#platform/errors.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { editOf } from './butir-edit.ts'
import { addButir, editButir, removeButir } from './commands/butir.ts'
import { proposeChange } from './commands/usulan.ts'
import { isButirConflict } from './conflict.ts'
import { alasanForm, butirForm, editIn } from './forms.ts'
import { butirTitle, shorten } from './labels.ts'
import { ButirEditView, ButirView } from './pages/butir.tsx'
import { typedButir } from './pages/butir-form.tsx'
import { planCrumbs } from './pages/plan-frame.tsx'
import { ConfirmPage } from './pages/section.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import {
  type ButirFormPage,
  butirFormForStaff,
  butirForStaff,
  oneButirForStaff,
  type OneButirPage,
} from './queries/butir.ts'
import { ownersForStaff } from './queries/owners.ts'
import { idOf, problemOf, refusalOf } from './staff-form.ts'
import { planUrl } from './urls.ts'

/** One butir: shown, edited in a draft, changed by proposal in an approved plan. */
export const staffButir = new Hono<HubEnv>()

type Status = 200 | 409 | 422

const butirIn = (c: HubContext) => ({ id: idOf(c), butirId: idOf(c, 'butir') })

staffButir.get('/:id/butir/:butir', async (c) => {
  const page = await butirForStaff(c.get('caller'), butirIn(c))
  const title = shorten(butirTitle(page.place.butir), 60)
  return staffPage(
    c,
    { title, crumbs: planCrumbs(page.tree), year: page.tree.tahun },
    <ButirView page={page} />,
  )
})

staffButir.get('/:id/butir/:butir/ubah', async (c) => {
  const page = await butirFormForStaff(c.get('caller'), butirIn(c))
  return editPage(c, page, { typed: typedButir(editOf(page.place.butir, page.place.kegiatan.id)) })
})

type EditState = { typed: Typed; problems?: readonly Problem[]; refusal?: Refusal }

function editPage(c: HubContext, page: ButirFormPage, state: EditState, status: Status = 200) {
  const { tree, place, owners, can } = page
  if (!owners) throw notFound('Formulir butir')
  const conflict = state.refusal?.detail
  const url = planUrl(tree.id, 'butir', place.butir.id)
  const title = can.edit ? 'Ubah butir' : 'Usulkan perubahan butir'
  return staffPage(
    c,
    { title, crumbs: planCrumbs(tree, crumbOf(page)), year: tree.tahun, status },
    <ButirEditView
      title={title}
      action={`${url}/ubah`}
      cancel={url}
      proposal={!can.edit}
      versi={Number(state.typed['versi'] ?? place.butir.versi)}
      typed={state.typed}
      problems={state.problems ?? []}
      conflict={
        state.refusal && isButirConflict(conflict)
          ? { conflict, zona: tree.zonaWaktu, message: state.refusal.message }
          : null
      }
      {...{ tree, owners }}
    />,
  )
}

const crumbOf = ({ tree, place: { butir } }: OneButirPage) => ({
  href: planUrl(tree.id, 'butir', butir.id),
  label: shorten(butirTitle(butir), 50),
})

staffButir.post('/:id/butir/:butir/ubah', async (c) => {
  const page = await butirFormForStaff(c.get('caller'), butirIn(c))
  const form = await readForm(c, butirForm)
  const { typed } = form
  if (!form.ok) return editPage(c, page, { typed, problems: form.problems }, 422)
  const { versi, alasan } = form.values
  const edit = editIn(form.values)
  const target = { rencanaId: idOf(c), butirId: idOf(c, 'butir') }
  const wish = { jenis: 'ubah_butir' as const, butirId: target.butirId, edit }
  const refusal = await refusalOf(() =>
    page.tree.state === 'draft'
      ? editButir(c.get('caller'), { ...target, versi, edit })
      : proposeChange(c.get('caller'), { rencanaId: target.rencanaId, wish, alasan }),
  )
  if (refusal) {
    const problems = isButirConflict(refusal.detail) ? [] : problemOf(refusal)
    return editPage(c, page, { typed, problems, refusal }, 409)
  }
  return done(c, page.tree.state === 'draft' ? 'Butir disimpan.' : proposedMessage)
})

const proposedMessage = 'Perubahan diusulkan dan menunggu keputusan ketua atau sekretaris.'

function done(c: HubContext, message: string, ...to: string[]) {
  setFlash(c, message)
  const [id, butirId] = [idOf(c), idOf(c, 'butir')]
  return c.redirect(to.length > 0 ? planUrl(id, ...to) : planUrl(id, 'butir', butirId), 303)
}

staffButir.get('/:id/butir/:butir/hapus', async (c) =>
  removalPage(c, await oneButirForStaff(c.get('caller'), butirIn(c)), '', []),
)

function removalPage(
  c: HubContext,
  page: OneButirPage,
  alasan: string,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const { tree, place } = page
  const draft = tree.state === 'draft'
  const url = planUrl(tree.id, 'butir', place.butir.id)
  return staffPage(
    c,
    { title: 'Hapus butir', crumbs: planCrumbs(tree, crumbOf(page)), year: tree.tahun, status },
    <ConfirmPage
      title={draft ? 'Hapus butir ini?' : 'Usulkan mengeluarkan butir ini?'}
      action={`${url}/hapus`}
      confirm={draft ? 'Hapus butir' : 'Ajukan usulan'}
      cancel={url}
      problems={problems}
    >
      <p>{butirTitle(place.butir)}</p>
      {draft ? (
        <p>Isinya tetap terbaca di riwayat.</p>
      ) : (
        <TextArea
          name="alasan"
          label="Alasan"
          hint="Pekerjaan yang sudah dicatat tetap tersimpan."
          value={alasan}
          error={problems[0]?.message}
          rows={2}
        />
      )}
    </ConfirmPage>,
  )
}

staffButir.post('/:id/butir/:butir/hapus', async (c) => {
  const page = await oneButirForStaff(c.get('caller'), butirIn(c))
  const target = { rencanaId: idOf(c), butirId: idOf(c, 'butir') }
  if (page.tree.state === 'draft') {
    await removeButir(c.get('caller'), target)
    return done(c, 'Butir dihapus.', 'pohon')
  }
  const form = await readForm(c, alasanForm)
  const typed = String(form.typed['alasan'] ?? '')
  if (!form.ok) return removalPage(c, page, typed, form.problems, 422)
  const wish = { jenis: 'hapus_butir' as const, butirId: target.butirId }
  const { alasan } = form.values
  const refusal = await refusalOf(() =>
    proposeChange(c.get('caller'), { rencanaId: target.rencanaId, wish, alasan }),
  )
  if (refusal) return removalPage(c, page, typed, problemOf(refusal, 'alasan'), 409)
  return done(c, proposedMessage)
})

staffButir.get('/:id/butir-baru', async (c) =>
  newPage(c, { kegiatanId: c.req.query('kegiatan') ?? '', bulan: [] }, []),
)

async function newPage(
  c: HubContext,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const { tree, owners } = await ownersForStaff(c.get('caller'), idOf(c))
  const title = tree.state === 'draft' ? 'Butir baru' : 'Usulkan butir baru'
  return staffPage(
    c,
    { title, crumbs: planCrumbs(tree), year: tree.tahun, status },
    <ButirEditView
      title={title}
      action={planUrl(tree.id, 'butir-baru')}
      cancel={planUrl(tree.id, 'pohon')}
      proposal={tree.state !== 'draft'}
      versi={0}
      {...{ tree, owners, typed, problems }}
    />,
  )
}

staffButir.post('/:id/butir-baru', async (c) => {
  const form = await readForm(c, butirForm)
  if (!form.ok) return newPage(c, form.typed, form.problems, 422)
  const caller = c.get('caller')
  const { tree } = await ownersForStaff(caller, idOf(c))
  const edit = editIn(form.values)
  const { alasan } = form.values
  const rencanaId = tree.id
  const refusal = await refusalOf(() =>
    tree.state === 'draft'
      ? addButir(caller, { rencanaId, edit })
      : proposeChange(caller, { rencanaId, wish: { jenis: 'tambah_butir', edit }, alasan }),
  )
  if (refusal) return newPage(c, form.typed, problemOf(refusal), 409)
  if (tree.state === 'draft') return done(c, 'Butir ditambahkan.', 'pohon')
  return done(c, proposedMessage, 'tahap')
})
