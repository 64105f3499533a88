import { Hono } from 'hono'
import { notFound } from '#platform/errors.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { pageOf } from '#platform/http/page-of.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import { staffPage } from '#ui/page.tsx'
import { discard } from './commands/discard.ts'
import { type AlreadyWaiting, upload } from './commands/upload.ts'
import { imporHref } from './pages/frame.tsx'
import { ListPage } from './pages/list.tsx'
import { ConfirmPage } from './pages/section.tsx'
import { StatePage } from './pages/state.tsx'
import { UploadPage, type UploadPageProps } from './pages/upload.tsx'
import { canImport } from './policy.ts'
import { originalFile } from './queries/file.ts'
import { imporForStaff } from './queries/list.ts'
import { imporState } from './queries/review.ts'
import { showPlan } from './staff-rows.tsx'
import { templateBytes } from './templat-xlsx.ts'
import { tried } from './tried.ts'

export const listCrumb = { href: '/kerja/impor', label: 'Impor keputusan' }

/** List, upload and what follows an import until it is read and after it is closed. */
export const staff = new Hono<HubEnv>()

staff.get('/impor', async (c) => {
  const list = await imporForStaff(c.get('caller'), { page: pageOf(c) })
  return staffPage(
    c,
    { title: 'Impor keputusan' },
    <ListPage {...list} zonaWaktu={actorOf(c).zonaWaktu} />,
  )
})

staff.get('/impor/baru', (c) => uploadPage(c, {}))

staff.get('/impor/templat.xlsx', (c) =>
  c.body(Buffer.from(templateBytes()), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': 'attachment; filename="templat-rencana-aksi.xlsx"',
  }),
)

staff.post('/impor', rateLimit({ most: 30, perSeconds: 300 }), async (c) => {
  const { berkas } = await c.req.parseBody()
  if (!(berkas instanceof File) || berkas.name === '')
    return uploadPage(c, problem('Pilih berkas yang akan diunggah.'))
  const bytes = new Uint8Array(await berkas.arrayBuffer())
  const { satkerKode } = actorOf(c)
  const kept = await tried(upload(c.get('caller'), { satkerKode, nama: berkas.name, bytes }))
  if (kept.ok) return c.redirect(imporHref(kept.value.id), 303)
  const waiting = (kept.detail as AlreadyWaiting | undefined)?.imporId
  return uploadPage(c, { ...problem(kept.message), waiting })
})

staff.get('/impor/:id', async (c) => {
  const impor = await imporState(c.get('caller'), c.req.param('id'))
  if (impor.state === 'review') return showPlan(c)
  const page = {
    title: impor.namaBerkas,
    crumbs: [listCrumb],
    ...(impor.state === 'reading' ? { refresh: 2 } : {}),
  }
  return staffPage(c, page, <StatePage impor={impor} zonaWaktu={actorOf(c).zonaWaktu} />)
})

staff.get('/impor/:id/berkas', async (c) => {
  const { nama, bytes } = await originalFile(c.get('caller'), c.req.param('id'))
  return c.body(Buffer.from(bytes), 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(nama)}`,
  })
})

staff.get('/impor/:id/pembatalan', async (c) => {
  const impor = await imporState(c.get('caller'), c.req.param('id'))
  if (impor.state === 'accepted' || impor.state === 'discarded') throw notFound('Halaman')
  return staffPage(
    c,
    { title: 'Batalkan impor', crumbs: [listCrumb] },
    <ConfirmPage
      title="Batalkan impor ini?"
      confirm="Batalkan impor"
      action={imporHref(impor.id, '/pembatalan')}
      back={imporHref(impor.id)}
    >
      Berkas dan semua perbaikan pada impor ini dihapus dan tidak dapat dikembalikan.
    </ConfirmPage>,
  )
})

staff.post('/impor/:id/pembatalan', async (c) => {
  await discard(c.get('caller'), { imporId: c.req.param('id') })
  setFlash(c, 'Impor dibatalkan.')
  return c.redirect('/kerja/impor', 303)
})

const problem = (message: string): UploadPageProps => ({ problems: [{ field: 'berkas', message }] })

function uploadPage(c: HubContext, props: UploadPageProps) {
  const { satkerKode } = actorOf(c)
  if (!canImport(actorOf(c), satkerKode)) throw notFound('Halaman')
  const status = props.problems ? 422 : 200
  return staffPage(
    c,
    { title: 'Unggah keputusan', crumbs: [listCrumb], status },
    <UploadPage {...props} />,
  )
}
