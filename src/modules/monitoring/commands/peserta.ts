import { peopleOf } from '#modules/pengguna'
import { command, type Ctx } from '#platform/command.ts'
import { notFound, refuseIf } from '#platform/errors.ts'
import type { RapatRow } from './find-rapat.ts'
import { findForChange, happened } from './rapat.ts'

type AddPeserta = {
  rapatId: string
  penggunaIds: readonly string[]
  /** people from outside: a name, and after a comma their post */
  nama: readonly string[]
}

const mostPeserta = 500

/** Adds people to the list of those invited; whoever stands there already is passed over. */
export const addPeserta = command('monitoring.addPeserta', async (ctx, input: AddPeserta) => {
  const rapat = await findForChange(ctx, input.rapatId)
  const people = await peopleOf(ctx, rapat.satkerKode)
  const present = await pesertaOf(ctx, rapat)
  const known = input.penggunaIds.map((id) => {
    const person = people.find((each) => each.id === id)
    if (!person) throw notFound('Pengguna')
    return { pengguna_id: person.id, nama: person.nama, jabatan: null }
  })
  const wanted = [...known, ...input.nama.map(fromLine)].filter(
    (each) => !present.some((one) => isSame(one, each)),
  )
  refuseIf(wanted.length === 0, 'Pilih orang, atau tulis nama yang belum ada dalam daftar.')
  refuseIf(
    present.length + wanted.length > mostPeserta,
    `Satu rapat memuat paling banyak ${mostPeserta} peserta.`,
  )
  const last = Math.max(0, ...present.map(({ urutan }) => urutan))
  const rows = wanted.map((each, index) => ({
    satker_kode: rapat.satkerKode,
    id: ctx.newId(),
    rapat_id: rapat.id,
    urutan: last + index + 1,
    ...each,
  }))
  await ctx.tx.insertInto('rapat_peserta').values(rows).execute()
  await happened(ctx, rapat, 'peserta_added', { catatan: `${rows.length} orang` })
  return { added: rows.length }
})

type Person = { pengguna_id: string | null; nama: string; jabatan: string | null }

/** "Siti Rahma, Dosen" → name and post. */
function fromLine(line: string): Person {
  const [nama = '', ...rest] = line.split(',')
  return { pengguna_id: null, nama: nama.trim(), jabatan: rest.join(',').trim() || null }
}

const isSame = (a: Person, b: Person) =>
  b.pengguna_id === null
    ? a.nama.toLowerCase() === b.nama.toLowerCase()
    : a.pengguna_id === b.pengguna_id

const pesertaOf = ({ tx }: Ctx, rapat: RapatRow) =>
  tx
    .selectFrom('rapat_peserta')
    .select(['id', 'urutan', 'pengguna_id', 'nama', 'jabatan', 'hadir'])
    .where('satker_kode', '=', rapat.satkerKode)
    .where('rapat_id', '=', rapat.id)
    .orderBy('urutan')
    .execute()

type MarkHadir = { rapatId: string; hadirIds: readonly string[]; hapusIds: readonly string[] }

/** Says who attended, and takes those off the list who were not invited after all. */
export const markHadir = command('monitoring.markHadir', async (ctx, input: MarkHadir) => {
  const rapat = await findForChange(ctx, input.rapatId)
  const present = await pesertaOf(ctx, rapat)
  const ids = new Set(present.map(({ id }) => id))
  if ([...input.hadirIds, ...input.hapusIds].some((id) => !ids.has(id)))
    throw notFound('Peserta rapat')
  for (const { id, hadir } of present) {
    if (input.hapusIds.includes(id)) await remove(ctx, rapat, id)
    else if (hadir !== input.hadirIds.includes(id)) await setHadir(ctx, rapat, id, !hadir)
  }
  const hadir = input.hadirIds.filter((id) => !input.hapusIds.includes(id)).length
  const undang = present.length - input.hapusIds.length
  await happened(ctx, rapat, 'hadir_marked', { catatan: `${hadir} dari ${undang} hadir` })
})

const setHadir = ({ tx }: Ctx, { satkerKode }: RapatRow, id: string, hadir: boolean) =>
  tx
    .updateTable('rapat_peserta')
    .set({ hadir })
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .execute()

const remove = ({ tx }: Ctx, { satkerKode }: RapatRow, id: string) =>
  tx
    .deleteFrom('rapat_peserta')
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .execute()
