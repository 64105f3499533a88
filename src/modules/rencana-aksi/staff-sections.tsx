import { Hono } from 'hono'
import { canonicalAreas } from '#modules/keputusan'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { notFound } from '#platform/errors.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { staffPage } from '#ui/page.tsx'
import { move } from './commands/move.ts'
import {
  addArea,
  addKegiatan,
  editArea,
  editKegiatan,
  removeArea,
  removeKegiatan,
} from './commands/sections.ts'
import { areaForm, moveForm, titledForm } from './forms.ts'
import { titleOf } from './labels.ts'
import { SectionForm } from './pages/draft-form.tsx'
import { planCrumbs } from './pages/plan-frame.tsx'
import { ConfirmPage, SectionPageView } from './pages/section.tsx'
import { planForStaff } from './queries/plan.ts'
import { idOf, refusalOf } from './staff-form.ts'
import type { AreaNode, KegiatanNode, RencanaTree } from './tree.ts'
import { planUrl } from './urls.ts'

/** Areas and kegiatan of a draft: added, named, moved, removed. */
export const staffSections = new Hono<HubEnv>()

type Status = 200 | 422
type State = { typed: Typed; problems: readonly Problem[] }
type Kind = 'area' | 'kegiatan'
type Found = { tree: RencanaTree; kind: Kind; node: AreaNode | KegiatanNode; area: AreaNode }

const areaOptions = canonicalAreas.map(({ judul, nomor }) => ({
  value: String(nomor.RB),
  label: `${nomor.RB}. ${judul}`,
}))

async function findSection(c: HubContext, kind: Kind): Promise<Found> {
  const { tree } = await planForStaff(c.get('caller'), idOf(c))
  const id = idOf(c, 'bagian')
  for (const area of tree.area) {
    if (kind === 'area' && area.id === id) return { tree, kind, node: area, area }
    const node = area.kegiatan.find((kegiatan) => kegiatan.id === id)
    if (kind === 'kegiatan' && node) return { tree, kind, node, area }
  }
  throw notFound(kind === 'area' ? 'Area' : 'Kegiatan')
}

const typedSection = (node: AreaNode | KegiatanNode): Typed => ({
  nomor: node.nomor ?? '',
  judul: node.judul ?? '',
  areaBaku: 'areaBaku' in node ? String(node.areaBaku ?? '') : '',
})

function sectionPage(c: HubContext, found: Found, state: State, status: Status = 200) {
  const { tree, kind, node, area } = found
  const url = planUrl(tree.id, kind, node.id)
  return staffPage(
    c,
    { title: titleOf(node), crumbs: planCrumbs(tree), year: tree.tahun, status },
    <SectionPageView
      title={titleOf(node)}
      subtitle={kind === 'area' ? tree.judul : titleOf(area)}
      form={
        <SectionForm
          title={titleOf(node)}
          action={url}
          cancel={planUrl(tree.id, 'pohon')}
          save="Simpan"
          areas={kind === 'area' ? areaOptions : undefined}
          {...state}
        />
      }
      move={{ action: planUrl(tree.id, 'pindah'), jenis: kind, id: node.id }}
      add={
        kind === 'area'
          ? {
              href: `${planUrl(tree.id, 'kegiatan-baru')}?area=${node.id}`,
              label: 'Tambah kegiatan',
            }
          : { href: `${planUrl(tree.id, 'butir-baru')}?kegiatan=${node.id}`, label: 'Tambah butir' }
      }
      remove={{ href: `${url}/hapus`, label: `Hapus ${kind}` }}
    />,
  )
}

for (const kind of ['area', 'kegiatan'] as const) {
  staffSections.get(`/:id/${kind}/:bagian`, async (c) => {
    const found = await findSection(c, kind)
    return sectionPage(c, found, { typed: typedSection(found.node), problems: [] })
  })

  staffSections.post(`/:id/${kind}/:bagian`, async (c) => {
    const form = await readForm(c, areaForm)
    if (!form.ok) return sectionPage(c, await findSection(c, kind), form, 422)
    const { nomor, judul, areaBaku } = form.values
    const target = { rencanaId: idOf(c), nomor, judul }
    const bagian = idOf(c, 'bagian')
    if (kind === 'area') await editArea(c.get('caller'), { ...target, areaId: bagian, areaBaku })
    else await editKegiatan(c.get('caller'), { ...target, kegiatanId: bagian })
    return toTree(c, 'Judul disimpan.')
  })

  staffSections.get(`/:id/${kind}/:bagian/hapus`, async (c) => {
    const { tree, node } = await findSection(c, kind)
    const url = planUrl(tree.id, kind, node.id)
    return staffPage(
      c,
      { title: `Hapus ${kind}`, crumbs: planCrumbs(tree), year: tree.tahun },
      <ConfirmPage
        title={`Hapus ${titleOf(node)}?`}
        action={`${url}/hapus`}
        confirm={`Hapus ${kind}`}
        cancel={url}
      >
        <p>Semua butir di dalamnya ikut terhapus; isinya tetap tersimpan di riwayat.</p>
      </ConfirmPage>,
    )
  })

  staffSections.post(`/:id/${kind}/:bagian/hapus`, async (c) => {
    const [rencanaId, bagian] = [idOf(c), idOf(c, 'bagian')]
    if (kind === 'area') await removeArea(c.get('caller'), { rencanaId, areaId: bagian })
    else await removeKegiatan(c.get('caller'), { rencanaId, kegiatanId: bagian })
    return toTree(c, kind === 'area' ? 'Area dihapus.' : 'Kegiatan dihapus.')
  })

  staffSections.get(`/:id/${kind}-baru`, (c) =>
    newPage(c, kind, { typed: { area: c.req.query('area') ?? '' }, problems: [] }),
  )

  staffSections.post(`/:id/${kind}-baru`, async (c) => {
    const form = await readForm(c, titledForm)
    if (!form.ok) return newPage(c, kind, form, 422)
    const target = { rencanaId: idOf(c), ...form.values }
    const areaId = c.req.query('area') ?? ''
    if (kind === 'area') await addArea(c.get('caller'), target)
    else await addKegiatan(c.get('caller'), { ...target, areaId: uuidOr404(areaId) })
    return toTree(c, kind === 'area' ? 'Area ditambahkan.' : 'Kegiatan ditambahkan.')
  })
}

async function newPage(c: HubContext, kind: Kind, state: State, status: Status = 200) {
  const { tree } = await planForStaff(c.get('caller'), idOf(c))
  const areaId = c.req.query('area') ?? ''
  const area = tree.area.find(({ id }) => id === areaId)
  if (kind === 'kegiatan' && !area) throw notFound('Area')
  const title = kind === 'area' ? 'Area baru' : 'Kegiatan baru'
  const parameters = area ? `?area=${area.id}` : ''
  return staffPage(
    c,
    { title, crumbs: planCrumbs(tree), year: tree.tahun, status },
    <div class="stack">
      <PageHead title={title} subtitle={area ? titleOf(area) : tree.judul} />
      <SectionForm
        title={title}
        action={`${planUrl(tree.id, `${kind}-baru`)}${parameters}`}
        cancel={planUrl(tree.id, 'pohon')}
        save="Tambahkan"
        {...state}
      />
    </div>,
  )
}

function uuidOr404(id: string): string {
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw notFound('Area')
  return id
}

function toTree(c: HubContext, message: string, tone: 'ok' | 'late' = 'ok') {
  setFlash(c, message, tone)
  return c.redirect(planUrl(idOf(c), 'pohon'), 303)
}

staffSections.post('/:id/pindah', async (c) => {
  const form = await readForm(c, moveForm)
  if (!form.ok) throw notFound('Baris')
  const input = { rencanaId: idOf(c), ...form.values }
  const refusal = await refusalOf(() => move(c.get('caller'), input))
  return refusal ? toTree(c, refusal.message, 'late') : toTree(c, 'Urutan diubah.')
})
