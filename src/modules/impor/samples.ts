import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { actorHolding, peopleOf, type PersonChoice } from '#modules/pengguna'
import {
  approve,
  assignButir,
  type ButirNode,
  editButir,
  editOf,
  loadSampleBukti,
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
import { at, type SampleStory, storyOf } from './sample-story.ts'

type Sample = {
  satkerKode: string
  berkas: string
  /** the date of the decree, from which the office's story runs */
  tanggal: string
  /** the decree lost its months; a sample coordinator sets those of so many butir */
  scheduled?: number
}

const samples: readonly Sample[] = [
  { satkerKode: '5271', berkas: 'kota-mataram-11-2025.txt', tanggal: '2025-09-03' },
  { satkerKode: '5203', berkas: 'lombok-timur-21-2025.txt', tanggal: '2025-08-11' },
  { satkerKode: '3508', berkas: 'lumajang-07-2022.txt', tanggal: '2022-02-08' },
  { satkerKode: '15', berkas: 'prov-jambi-10-2026.txt', tanggal: '2026-02-03', scheduled: 24 },
  { satkerKode: '52', berkas: 'prov-ntb-19-2022.txt', tanggal: '2022-01-17' },
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
  for (const sample of some) {
    const story = storyOf(sample.tanggal, services.clock())
    const rencanaId = await importSample(services, sample, story)
    await carryOut(services, { ...sample, story }, rencanaId)
  }
}

/** Who holds a role at a sample office, as a caller at this moment. */
async function holding(services: Services, satkerKode: string, peran: string): Promise<Caller> {
  const actor = await actorHolding(services, satkerKode, peran)
  if (!actor) throw new Error(`sample office ${satkerKode} has no ${peran}`)
  return callerOf(services, actor)
}

async function importSample(
  services: Services,
  { satkerKode, berkas }: Sample,
  story: SampleStory,
): Promise<string> {
  const folder = join(services.config.projectRoot, 'data/contoh/keputusan')
  const bytes = await readFile(join(folder, berkas))
  const admin = await holding(services, satkerKode, 'admin_satker')
  const { id } = await upload(at(admin, story.read), { satkerKode, nama: berkas, bytes })
  await jobs['impor.read']?.({ ...services, clock: () => story.read }, { satkerKode, id })
  const kasubbag = at(await holding(services, satkerKode, 'kasubbag'), story.accepted)
  await acceptRemaining(kasubbag, { imporId: id })
  const { rencanaId } = await accept(kasubbag, { imporId: id })
  return rencanaId
}

async function carryOut(
  services: Services,
  { satkerKode, scheduled = 0, story }: Sample & { story: SampleStory },
  rencanaId: string,
): Promise<void> {
  const kasubbag = await holding(services, satkerKode, 'kasubbag')
  const ketua = await holding(services, satkerKode, 'ketua')
  const coordinator = await holding(services, satkerKode, 'koordinator_area')
  const draft = await treeOf(kasubbag, rencanaId)
  if (scheduled > 0) await setMonths(at(coordinator, story.accepted), draft, scheduled)
  await assignAll(at(kasubbag, story.accepted), draft)
  await propose(at(kasubbag, story.proposed), { rencanaId })
  await approve(at(ketua, story.approved), { rencanaId })
  await markCells(kasubbag, await treeOf(kasubbag, rencanaId), story)
  await loadSampleBukti(services, rencanaId, satkerKode)
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
async function setMonths(coordinator: Caller, tree: RencanaTree, count: number): Promise<void> {
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

/** Marks the obligations as time went by, so that the audit chain tells them in that order. */
async function markCells(caller: Caller, tree: RencanaTree, story: SampleStory): Promise<void> {
  const today = localDate(caller.now, tree.zonaWaktu)
  const marks = placesOf(tree).flatMap(({ butir }, index) => marksOf(butir, index, today))
  const groups = alikeMarks(marks).flatMap((group) => {
    const [first] = group
    return first ? [{ ...first, group, when: story.marked(first.mark, first.mulai) }] : []
  })
  for (const { group, mark, bulan, when } of groups.toSorted((a, b) => +a.when - +b.when)) {
    const sel = group.map(({ butirId, versi }) => ({ butirId, versi }))
    await setSelColumn(at(caller, when), { rencanaId: tree.id, bulan, sel, ...mark, catatan: null })
  }
}

const marksOf = (butir: ButirNode, index: number, today: string) =>
  butir.sel.flatMap((sel) => {
    const mark = sampleMark(sel, index, today)
    return mark
      ? [{ mark, bulan: sel.bulan, mulai: sel.mulai, butirId: butir.id, versi: sel.versi }]
      : []
  })
