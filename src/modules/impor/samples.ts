import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { actorHolding, peopleOf, type PersonChoice } from '#modules/pengguna'
import {
  approve,
  assignButir,
  type ButirNode,
  editButir,
  editOf,
  placesOf,
  propose,
  rencanaTree,
  type RencanaTree,
  setSelColumn,
} from '#modules/rencana-aksi'
import { type Caller, query } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { callerOf, type Services } from '#platform/services.ts'
import { accept } from './commands/accept.ts'
import { acceptRemaining } from './commands/temuan.ts'
import { upload } from './commands/upload.ts'
import { jobs } from './jobs.ts'
import { alikeMarks, sampleMark, sampleMonths } from './sample-progress.ts'

type Sample = {
  satkerKode: string
  berkas: string
  /** the decree lost its months; a sample coordinator sets those of so many butir */
  scheduled?: number
}

const samples: readonly Sample[] = [
  { satkerKode: '5271', berkas: 'kota-mataram-11-2025.txt' },
  { satkerKode: '5203', berkas: 'lombok-timur-21-2025.txt' },
  { satkerKode: '3508', berkas: 'lumajang-07-2022.txt' },
  { satkerKode: '15', berkas: 'prov-jambi-10-2026.txt', scheduled: 24 },
  { satkerKode: '52', berkas: 'prov-ntb-19-2022.txt' },
]

const treeOf = query(rencanaTree)
const peopleHere = query(peopleOf)

/** Imports the shipped decrees into their offices by the commands that people use, and carries out some months. */
export async function loadSampleImports(services: Services): Promise<void> {
  // Two at a time: a slow machine must not run into the reader's deadline.
  await Promise.all([
    loadInTurn(services, samples.slice(0, 2)),
    loadInTurn(services, samples.slice(2)),
  ])
}

async function loadInTurn(services: Services, some: readonly Sample[]): Promise<void> {
  for (const sample of some) await carryOut(services, sample, await importSample(services, sample))
}

/** Who holds a role at a sample office, as a caller at this moment. */
async function holding(services: Services, satkerKode: string, peran: string): Promise<Caller> {
  const actor = await actorHolding(services, satkerKode, peran)
  if (!actor) throw new Error(`sample office ${satkerKode} has no ${peran}`)
  return callerOf(services, actor)
}

async function importSample(services: Services, { satkerKode, berkas }: Sample): Promise<string> {
  const folder = join(services.config.projectRoot, 'data/contoh/keputusan')
  const bytes = await readFile(join(folder, berkas))
  const admin = await holding(services, satkerKode, 'admin_satker')
  const { id } = await upload(admin, { satkerKode, nama: berkas, bytes })
  await jobs['impor.read']?.(services, { satkerKode, id })
  const kasubbag = await holding(services, satkerKode, 'kasubbag')
  await acceptRemaining(kasubbag, { imporId: id })
  const { rencanaId } = await accept(kasubbag, { imporId: id })
  return rencanaId
}

async function carryOut(services: Services, sample: Sample, rencanaId: string): Promise<void> {
  const { satkerKode, scheduled = 0 } = sample
  const kasubbag = await holding(services, satkerKode, 'kasubbag')
  const ketua = await holding(services, satkerKode, 'ketua')
  const draft = await treeOf(kasubbag, rencanaId)
  if (scheduled > 0) await setMonths(services, draft, scheduled)
  await assignAll(kasubbag, draft)
  await propose(kasubbag, { rencanaId })
  await approve(ketua, { rencanaId })
  await markCells(kasubbag, await treeOf(kasubbag, rencanaId))
}

/** Every butir gets the coordinator of its area, every third one of the area's team where there is one. */
async function assignAll(caller: Caller, { id, satkerKode }: RencanaTree): Promise<void> {
  const people = await peopleHere(caller, satkerKode)
  const tree = await treeOf(caller, id)
  const chosen = placesOf(tree).map(({ area, butir }, index) => ({
    butir,
    penanggungJawabId: responsible(people, area.areaBaku, index),
  }))
  for (const [penanggungJawabId, group] of Map.groupBy(chosen, (each) => each.penanggungJawabId)) {
    if (penanggungJawabId === null) continue
    const butir = group.map((each) => ({ butirId: each.butir.id, versi: each.butir.versi }))
    await assignButir(caller, { rencanaId: id, butir, penanggungJawabId })
  }
}

function responsible(
  people: readonly PersonChoice[],
  areaBaku: number | null,
  index: number,
): string | null {
  const of = (peran: string) =>
    people.find(({ tugas }) => tugas.some((t) => t.peran === peran && t.areaBaku === areaBaku))
  const team = index % 3 === 2 ? of('anggota_tim') : undefined
  return (team ?? of('koordinator_area'))?.id ?? null
}

/** The first butir of the plan, spread over its areas, get the months that their decree lost. */
async function setMonths(services: Services, tree: RencanaTree, count: number): Promise<void> {
  const coordinator = await holding(services, tree.satkerKode, 'koordinator_area')
  const places = placesOf(tree)
  const step = Math.max(1, Math.floor(places.length / count))
  const chosen = places.filter((_, index) => index % step === 0).slice(0, count)
  for (const [index, { butir, kegiatan }] of chosen.entries()) {
    const edit = { ...editOf(butir, kegiatan.id), bulan: sampleMonths(index) }
    await editButir(coordinator, {
      rencanaId: tree.id,
      butirId: butir.id,
      versi: butir.versi,
      edit,
    })
  }
}

async function markCells(caller: Caller, tree: RencanaTree): Promise<void> {
  const today = localDate(caller.now, tree.zonaWaktu)
  const marks = placesOf(tree).flatMap(({ butir }, index) => marksOf(butir, index, today))
  for (const group of alikeMarks(marks)) {
    const [first] = group
    if (!first) continue
    const sel = group.map(({ butirId, versi }) => ({ butirId, versi }))
    const { mark, bulan } = first
    await setSelColumn(caller, { rencanaId: tree.id, bulan, sel, ...mark, catatan: null })
  }
}

const marksOf = (butir: ButirNode, index: number, today: string) =>
  butir.sel.flatMap((sel) => {
    const mark = sampleMark(sel, index, today)
    return mark ? [{ mark, bulan: sel.bulan, butirId: butir.id, versi: sel.versi }] : []
  })
