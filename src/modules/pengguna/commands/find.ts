import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { localDate } from '#platform/date.ts'
import { notFound } from '#platform/errors.ts'
import { isUuid } from '#platform/id.ts'
import type { Actor } from '#platform/identity/actor.ts'

export type Scoped = { tx: Tx; actor: Actor; now: Date }

export type Office = { kode: string; nama: string; zonaWaktu: string; today: string }

/** The office, only inside the actor's reach; `today` is its local date. */
export async function findOffice({ tx, actor, now }: Scoped, kode: string): Promise<Office> {
  const found = await tx
    .selectFrom('satker')
    .select(['kode', 'nama', 'zona_waktu as zonaWaktu'])
    .where('kode', '=', kode)
    .where('kode', '>=', actor.dari)
    .where('kode', '<', actor.sampai)
    .executeTakeFirst()
  if (!found) throw notFound('Satuan kerja')
  return { ...found, today: localDate(now, found.zonaWaktu) }
}

/** A person inside the actor's reach, with his office; ids that are no ids are not found either. */
export async function findPerson(scoped: Scoped, id: string) {
  const person = await scoped.tx
    .selectFrom('pengguna')
    .selectAll()
    .where('id', '=', knownId(id, 'Orang'))
    .executeTakeFirst()
  if (!person) throw notFound('Orang')
  return { ...person, office: await findOffice(scoped, person.satker_kode) }
}

/** Passes an id of the right form; anything else answers 404 instead of a fault of the database. */
export function knownId(id: string, what: string): string {
  if (!isUuid(id)) throw notFound(what)
  return id
}

/** One change at a time to who may do what at an office, so that its rules see each other's result. */
export const lockRoles = ({ tx }: Scoped, satkerKode: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`pengguna:${satkerKode}`}, 0))`.execute(tx)

/** Is this person the only active admin of the office today? */
export async function isLastAdmin(
  { tx }: Scoped,
  office: Office,
  penggunaId: string,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select distinct p.id from hub.tugas_pada(${office.kode}, ${office.today}) t
    join pengguna p on p.satker_kode = ${office.kode} and p.id = t.pengguna_id
    where t.peran = 'admin_satker' and p.deactivated_at is null limit 2`.execute(tx)
  return rows.length === 1 && rows[0]?.id === penggunaId
}

export const lastAdminMessage =
  'Satuan kerja harus selalu punya seorang admin. Beri peran admin kepada orang lain lebih dahulu.'
