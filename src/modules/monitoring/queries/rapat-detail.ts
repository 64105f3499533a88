import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { berkasOf } from '#modules/berkas'
import { peopleOf } from '#modules/pengguna'
import { query, type Q } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { canCloseRapat, canPlanRatl, canWriteRapat } from '../policy.ts'
import { afterRapat, type Dokumen, packOf, type RapatAct } from '../rapat.ts'
import { ratlState } from '../ratl.ts'
import { keputusanRows, pesertaRows, rapatRow } from './rapat-rows.ts'
import { riwayatOf, riwayatRows } from './riwayat.ts'

/** The meeting itself, for the forms that change it. */
async function rapatHead(q: Q, id: string) {
  const rapat = await rapatRow(q, id)
  const write = canWriteRapat(q.actor, rapat.satkerKode)
  const close = canCloseRapat(q.actor, rapat.satkerKode)
  const may = (act: RapatAct) => afterRapat(rapat.state, act) !== null
  return {
    rapat,
    can: {
      change: write && may('change'),
      close: close && may('close'),
      cancel: close && may('cancel'),
      reopen: close && may('reopen'),
      prove: write && may('prove'),
      plan: canPlanRatl(q.actor, rapat.satkerKode) && rapat.state !== 'cancelled',
    },
  }
}

export const rapatHeadForStaff = query(rapatHead)

export type RapatHead = Awaited<ReturnType<typeof rapatHead>>

/** One meeting whole, for its page. */
export const rapatForStaff = query(async (q: Q, id: string) => {
  const head = await rapatHead(q, id)
  const { rapat } = head
  const { keputusan, ratl, files, riwayat, ...lists } = await listsOf(q, rapat)
  const steps = Map.groupBy(ratl, ({ keputusanId }) => keputusanId)
  const ids = files.map(({ berkas_id }) => berkas_id)
  const stored = new Map((await berkasOf(q, rapat.satkerKode, ids)).map((row) => [row.id, row]))
  const berkas = files.flatMap(({ berkas_id, dokumen }) => {
    const file = stored.get(berkas_id)
    return file ? [{ dokumen: dokumen as Dokumen, berkas: file }] : [] // the table's check allows no other
  })
  return {
    ...head,
    ...lists,
    keputusan: keputusan.map((each) => ({
      ...each,
      ratl: (steps.get(each.id) ?? []).map((row) => ({ ...row, state: ratlState(row) })),
    })),
    berkas,
    pack: packOf({
      ...rapat,
      peserta: lists.peserta.length,
      hadir: lists.peserta.filter(({ hadir }) => hadir).length,
      berkas: berkas.filter((one) => !one.berkas.rejectedAt).map(({ dokumen }) => dokumen),
    }),
    riwayat: riwayatOf(riwayat),
    today: localDate(q.now, rapat.zona),
  }
})

export type RapatPage = Awaited<ReturnType<typeof rapatForStaff>>

type Key = { satkerKode: string; id: string }

/** Every short list of a meeting, in one statement. */
const listsOf = (q: Q, rapat: Key) =>
  q.tx
    .selectNoFrom([
      jsonArrayFrom(pesertaRows(q, rapat)).as('peserta'),
      jsonArrayFrom(keputusanRows(q, rapat)).as('keputusan'),
      jsonArrayFrom(ratlRows(q, rapat)).as('ratl'),
      jsonArrayFrom(fileRows(q, rapat)).as('files'),
      jsonArrayFrom(usesOf(rapat)).as('pakai'),
      jsonArrayFrom(temuanRows(q, rapat)).as('temuan'),
      jsonArrayFrom(riwayatRows(q, 'rapat', rapat)).as('riwayat'),
    ])
    .executeTakeFirstOrThrow()

const ratlRows = ({ tx }: Q, rapat: Key) =>
  tx
    .selectFrom('ratl as r')
    .innerJoin('rapat_keputusan as k', (join) =>
      join.onRef('k.satker_kode', '=', 'r.satker_kode').onRef('k.id', '=', 'r.rapat_keputusan_id'),
    )
    .select(['r.id', 'r.aksi', 'r.jatuh_tempo as jatuhTempo', 'r.reported_at', 'r.closed_at'])
    .select('k.id as keputusanId')
    .where('k.satker_kode', '=', rapat.satkerKode)
    .where('k.rapat_id', '=', rapat.id)
    .orderBy('r.jatuh_tempo')

const fileRows = ({ tx }: Q, rapat: Key) =>
  tx
    .selectFrom('rapat_berkas')
    .select(['berkas_id', 'dokumen'])
    .where('satker_kode', '=', rapat.satkerKode)
    .where('rapat_id', '=', rapat.id)
    .orderBy('created_at')

/** The butir that the pack proves, each with the lines that it fills. */
const usesOf = (rapat: Key) => sql<{
  butirId: string
  rencanaId: string
  rencana: string
  teks: string
  slot: string[]
}>`(
  select b.id as "butirId", b.rencana_id as "rencanaId", r.judul as rencana,
    coalesce(b.uraian, b.langkah) as teks,
    array_agg(distinct coalesce(k.slot, 'Di luar daftar eviden')) as slot
  from rapat_pakai k
  join rencana_butir b on b.satker_kode = k.satker_kode and b.id = k.butir_id
  join rencana r on r.satker_kode = b.satker_kode and r.id = b.rencana_id
  where k.satker_kode = ${rapat.satkerKode} and k.rapat_id = ${rapat.id}
  group by b.id, b.rencana_id, r.judul, b.uraian, b.langkah, r.jenis, b.urutan
  order by r.jenis, b.urutan)`

const temuanRows = ({ tx }: Q, rapat: Key) =>
  tx
    .selectFrom('temuan_monev')
    .select(['id', 'uraian'])
    .where('satker_kode', '=', rapat.satkerKode)
    .where('rapat_id', '=', rapat.id)
    .orderBy('created_at')

const laporanRows = ({ tx }: Q, satkerKode: string) =>
  tx
    .selectFrom('laporan_monev')
    .select(['id', 'judul'])
    .where('satker_kode', '=', satkerKode)
    .orderBy('mulai', 'desc')
    .limit(24)

const choicesOf = async (q: Q, satkerKode: string) => ({
  people: await peopleOf(q, satkerKode),
  laporan: await laporanRows(q, satkerKode).execute(),
  can: { write: canWriteRapat(q.actor, satkerKode) },
})

/** What the form of a meeting offers: the people of the office, and its reports of rounds. */
export const rapatChoices = query(choicesOf)

export type RapatChoices = Awaited<ReturnType<typeof choicesOf>>

/** A meeting with what its form offers. */
export const rapatFormForStaff = query(async (q: Q, id: string) => {
  const head = await rapatHead(q, id)
  return { ...head, choices: await choicesOf(q, head.rapat.satkerKode) }
})

export type RapatForm = Awaited<ReturnType<typeof rapatFormForStaff>>

/** Who is invited, and the people of the office who can be. */
export const pesertaForStaff = query(async (q: Q, id: string) => {
  const head = await rapatHead(q, id)
  return {
    ...head,
    peserta: await pesertaRows(q, head.rapat).execute(),
    people: await peopleOf(q, head.rapat.satkerKode),
  }
})

export type PesertaPage = Awaited<ReturnType<typeof pesertaForStaff>>
