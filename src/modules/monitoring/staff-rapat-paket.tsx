import { Hono } from 'hono'
import { allow, notFound } from '#platform/errors.ts'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { query } from '#platform/command.ts'
import { staffPage } from '#ui/page.tsx'
import { type Isian, usePaket } from './commands/pack.ts'
import { cancelRapat, closeRapat, reopenRapat } from './commands/rapat.ts'
import { naskahOf } from './naskah.ts'
import { PaketView } from './pages/paket.tsx'
import { RapatCetak } from './pages/rapat-cetak.tsx'
import { ReasonView } from './pages/reason.tsx'
import { paketForStaff, type PaketPage } from './queries/paket.ts'
import { rapatHeadForStaff } from './queries/rapat-detail.ts'
import { rapatNaskah } from './queries/rapat-rows.ts'
import { isDokumen } from './rapat.ts'
import { paketForm } from './rapat-forms.ts'
import { askedId, idOf, type Status, tried } from './staff-form.ts'
import { crumbsOf, rapatPage } from './staff-rapat.tsx'
import { reasonForm } from './text-fields.ts'
import { rapatUrl } from './urls.ts'

/** Closing the pack, printing its documents, and letting it prove butir. */
export const staffRapatPaket = new Hono<HubEnv>()

staffRapatPaket.post('/:id/tutup', async (c) => {
  const closed = await tried(closeRapat(c.get('caller'), { rapatId: idOf(c) }))
  if (!closed.ok) return rapatPage(c, closed.problems[0]?.message, 409)
  setFlash(c, 'Paket ditutup dan terkunci. Sekarang dapat dipakai sebagai eviden.')
  return c.redirect(rapatUrl(idOf(c)), 303)
})

const reasons = {
  buka: {
    title: 'Buka lagi paket rapat',
    confirm: 'Buka lagi',
    what: 'Paket dapat diubah lagi sampai ditutup. Eviden yang sudah dibuat darinya tetap seperti semula; pakailah paket sekali lagi setelah dikoreksi.',
    done: 'Paket dibuka lagi untuk koreksi.',
    run: reopenRapat,
    may: 'reopen',
  },
  batal: {
    title: 'Batalkan rapat',
    confirm: 'Batalkan rapat',
    what: 'Rapat tetap tersimpan dengan alasannya, tetapi tidak dapat diubah atau dipakai sebagai eviden.',
    done: 'Rapat dibatalkan.',
    run: cancelRapat,
    may: 'cancel',
  },
} as const

type ReasonName = keyof typeof reasons

for (const name of Object.keys(reasons) as ReasonName[]) {
  staffRapatPaket.get(`/:id/${name}`, (c) => reasonPage(c, name, {}, []))
  staffRapatPaket.post(`/:id/${name}`, async (c) => {
    const form = await readForm(c, reasonForm)
    if (!form.ok) return reasonPage(c, name, form.typed, form.problems, 422)
    const { run, done } = reasons[name]
    const asked = await tried(run(c.get('caller'), { rapatId: idOf(c), ...form.values }))
    if (!asked.ok) return rapatPage(c, asked.problems[0]?.message, 409)
    setFlash(c, done)
    return c.redirect(rapatUrl(idOf(c)), 303)
  })
}

async function reasonPage(
  c: HubContext,
  name: ReasonName,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  const page = await rapatHeadForStaff(c.get('caller'), idOf(c))
  const { title, confirm, what, may } = reasons[name]
  allow(page.can[may], 'Ini tidak dapat Anda lakukan pada rapat ini sekarang.')
  return staffPage(
    c,
    { title, crumbs: crumbsOf(page), status },
    <ReasonView
      {...{ title, confirm, typed, problems }}
      subtitle={page.rapat.judul}
      action={rapatUrl(page.rapat.id, name)}
      back={rapatUrl(page.rapat.id)}
    >
      {what}
    </ReasonView>,
  )
}

const naskahForStaff = query(rapatNaskah)

staffRapatPaket.get('/:id/cetak/:dokumen', async (c) => {
  const dokumen = c.req.param('dokumen')
  if (!isDokumen(dokumen) || dokumen === 'dokumentasi') throw notFound('Dokumen')
  const rapat = await naskahForStaff(c.get('caller'), idOf(c))
  return c.html(
    <RapatCetak
      rapatId={rapat.id}
      satkerNama={rapat.satkerNama}
      naskah={naskahOf(rapat, dokumen)}
    />,
  )
})

staffRapatPaket.get('/:id/paket', async (c) =>
  paketPage(c, await readPaket(c, askedId(c, 'rencana') ?? ''), {}, []),
)

const readPaket = (c: HubContext, rencana: string) =>
  paketForStaff(c.get('caller'), { id: idOf(c), rencana })

function paketPage(
  c: HubContext,
  page: PaketPage,
  typed: Typed,
  problems: readonly Problem[],
  status: Status = 200,
) {
  allow(page.rapat.state === 'closed', 'Tutup dahulu paket rapat ini.')
  return staffPage(
    c,
    { title: 'Pakai paket sebagai eviden', crumbs: crumbsOf(page), status },
    <PaketView {...{ page, typed, problems }} />,
  )
}

staffRapatPaket.post('/:id/paket', async (c) => {
  const form = await readForm(c, paketForm)
  const page = await readPaket(c, typedText(form.typed, 'rencana'))
  if (!form.ok) return paketPage(c, page, { ...form.typed, isi: [] }, form.problems, 422)
  const isian = isianOf(page, form.values.isi)
  const used = await tried(usePaket(c.get('caller'), { rapatId: idOf(c), isian }))
  if (!used.ok) return paketPage(c, page, form.typed, used.problems, 409)
  const { filled, butir } = used.value
  setFlash(c, `${filled} dokumen pada ${butir} butir terisi dan menunggu verifikasi.`)
  return c.redirect(rapatUrl(idOf(c)), 303)
})

/** What was ticked, as the page offers it now. */
const isianOf = ({ plan, butir }: PaketPage, chosen: readonly string[]): Isian[] =>
  butir.flatMap(({ butirId, offers }) =>
    offers
      .filter(({ value }) => chosen.includes(value))
      .map(({ slot, dokumen }) => ({ rencanaId: plan?.id ?? '', butirId, slot, dokumen })),
  )
