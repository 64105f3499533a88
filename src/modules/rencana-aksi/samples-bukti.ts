import { sampleFile, sampleNote, samplePost, suggestedBukti } from '#modules/eviden'
import { actorHolding } from '#modules/pengguna'
import { type Caller, query } from '#platform/command.ts'
import { callerOf, type Services } from '#platform/services.ts'
import { type Diserahkan, proveButir } from './commands/bukti.ts'
import { acceptBukti, returnBukti } from './commands/bukti-verify.ts'
import { butirTitle, shorten } from './labels.ts'
import { rencanaTree } from './queries/tree.ts'
import { type ButirPlace, placesOf, type RencanaTree } from './tree.ts'

const treeOf = query(rencanaTree)
const perArea = 4

type People = { bringer: Caller; verifier: Caller }

/** Brings evidence for some butir of a sample plan, so that checklists and queues are alive. */
export async function loadSampleBukti(services: Services, rencanaId: string, satkerKode: string) {
  const bringer = await callerHolding(services, satkerKode, 'admin_satker')
  const verifier = await callerHolding(services, satkerKode, 'kasubbag')
  if (!bringer || !verifier) return
  const tree = await treeOf(bringer, rencanaId)
  const chosen = tree.area.flatMap(chosenOf)
  const [first, ...others] = chosen
  if (!first) return
  const shared = await bringReport(services, { bringer, verifier }, tree, first)
  for (const [index, place] of others.entries())
    await bringOne({ bringer, verifier }, tree, place, { index, shared })
}

async function callerHolding(services: Services, satkerKode: string, peran: string) {
  const actor = await actorHolding(services, satkerKode, peran)
  return actor ? callerOf(services, actor) : null
}

/** The first butir of an area that ask for a document and have a month done. */
const chosenOf = (area: RencanaTree['area'][number]): ButirPlace[] =>
  placesOf({ area: [area] })
    .filter(({ butir }) => butir.eviden.length > 0 && doneIn(butir) !== undefined)
    .slice(0, perArea)

const doneIn = (butir: ButirPlace['butir']) =>
  butir.sel.find(({ status, doneOn }) => status === 'done' && doneOn !== null)

const targetOf = (tree: RencanaTree, { butir }: ButirPlace) => {
  const done = doneIn(butir)
  return {
    rencanaId: tree.id,
    butirId: butir.id,
    bulan: done?.bulan ?? null,
    slot: butir.eviden[0] ?? null,
    judul: shorten(butir.eviden[0] ?? butirTitle(butir), 100),
    // a month may be done in the year after its plan's
    tanggal: done?.doneOn?.startsWith(String(tree.tahun)) ? done.doneOn : `${tree.tahun}-12-31`,
  }
}

/** A report that is accepted; answers with its evidence, to be used again. */
async function bringReport(
  services: Services,
  { bringer, verifier }: People,
  tree: RencanaTree,
  place: ButirPlace,
): Promise<string> {
  const { judul, tanggal, ...target } = targetOf(tree, place)
  const { satkerKode, satkerNama } = tree
  const baru = [await sampleFile(services, bringer, { satkerKode, satkerNama, judul, tanggal })]
  const { pakaiIds, evidenIds } = await proveButir(bringer, { ...target, baru })
  for (const pakaiId of pakaiIds)
    await acceptBukti(verifier, { bukti: [{ rencanaId: tree.id, pakaiId }] })
  return evidenIds[0] ?? ''
}

type Turn = { index: number; shared: string }

/** By turns: used again and waiting, a post accepted, a note waiting, a note returned; data of the system where asked. */
async function bringOne(
  { bringer, verifier }: People,
  tree: RencanaTree,
  place: ButirPlace,
  { index, shared }: Turn,
) {
  const { judul, tanggal, ...target } = targetOf(tree, place)
  const kind = suggestedBukti(target.slot ?? '')
  const periode = `${tree.tahun}-Y`
  const turns: Diserahkan[] = [
    { pakai: [{ evidenId: shared, halaman: 1 }] },
    { baru: [samplePost(judul, tanggal)] },
    { baru: [sampleNote(judul, tanggal)] },
    { baru: [sampleNote(judul, tanggal)] },
  ]
  const automatic = kind && {
    baru: [
      {
        judul: kind.judul,
        tanggal: `${tree.tahun}-12-31`,
        isi: { bentuk: 'otomatis' as const, jenis: kind.jenis, periode },
      },
    ],
  }
  const turn = index % turns.length
  const { pakaiIds } = await proveButir(bringer, { ...target, ...(automatic ?? turns[turn]) })
  const bukti = pakaiIds.map((pakaiId) => ({ rencanaId: tree.id, pakaiId }))
  if (turn === 1) await acceptBukti(verifier, { bukti })
  const catatan = 'Contoh: lampirkan daftar hadir yang sudah ditandatangani.'
  if (turn === 3) for (const one of bukti) await returnBukti(verifier, { ...one, catatan })
}
