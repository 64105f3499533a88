import { sql } from 'kysely'
import { query } from '#platform/command.ts'
import { findPerson } from '../commands/find.ts'
import { delegationsOf, rolesOf } from './roles.ts'

/** What a person sees of himself at the office that he works for now. */
export const ownAccount = query(async (q, _input: null) => {
  const person = await findPerson(q, q.actor.id)
  const { kode: satkerKode, today } = person.office
  const memberships = await sql<{ satker_kode: string; satker_nama: string }>`
    select satker_kode, satker_nama from hub.keanggotaan(${q.actor.userId}, ${q.now})`.execute(q.tx)
  return {
    id: person.id,
    nama: person.nama,
    email: person.email,
    nip: person.nip,
    office: person.office,
    roles: await rolesOf(q, satkerKode, person.id, today),
    delegations: await delegationsOf(q, { satkerKode, today, penggunaId: person.id }),
    memberships: memberships.rows.map((row) => ({ kode: row.satker_kode, nama: row.satker_nama })),
  }
})

export type OwnAccount = Awaited<ReturnType<typeof ownAccount>>
