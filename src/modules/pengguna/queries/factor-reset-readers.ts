import { sql } from 'kysely'
import { query } from '#platform/command.ts'
import { findPerson } from '../commands/find.ts'

/** Who reads of a reset: its owner, and today's ketua and sekretaris of the office. */
export const factorResetReaders = query(async (q, input: { id: string }) => {
  const person = await findPerson(q, input.id)
  const { rows } = await sql<{ nama: string; email: string }>`
    select distinct p.nama, p.email from hub.tugas_pada(${person.satker_kode}, ${person.office.today}) t
    join pengguna p on p.satker_kode = ${person.satker_kode} and p.id = t.pengguna_id
    where t.peran in ('ketua', 'sekretaris') and p.deactivated_at is null and p.id <> ${person.id}
    order by p.email`.execute(q.tx)
  return {
    pemilik: person.nama,
    zonaWaktu: person.office.zonaWaktu,
    readers: [{ nama: person.nama, email: person.email }, ...rows],
  }
})
