import { sql } from 'kysely'
import { type Q, query } from '#platform/command.ts'
import { allow } from '#platform/errors.ts'
import type { Tugas } from '#platform/identity/actor.ts'
import { findOffice } from '../commands/find.ts'
import { maskEmail } from '../mask.ts'
import { canManage, canReadPeople, canSeeIdentity, canSetFactorPolicy } from '../policy.ts'
import { assignablePeran } from './roles.ts'

export const pageSize = 50

export type PeopleFilter = {
  satkerKode: string
  cari: string
  peran: string
  status: 'aktif' | 'nonaktif' | 'semua'
  page: number
}

export type PersonRow = {
  id: string
  nama: string
  email: string
  active: boolean
  hasAccount: boolean
  tugas: Tugas[]
}

/** The people of one office, as its admin or those above see them. */
export const peopleForStaff = query(async (q, filter: PeopleFilter) => {
  const office = await findOffice(q, filter.satkerKode)
  allow(canReadPeople(q.actor, office.kode))
  const found = await findPeople(q, office, filter)
  const total = found[0]?.total ?? 0
  return {
    office,
    filter,
    total,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    rows: found.map((row): PersonRow => ({
      id: row.id,
      nama: row.nama,
      email: canSeeIdentity(q.actor, { satkerKode: office.kode, id: row.id })
        ? row.email
        : maskEmail(row.email),
      active: row.deactivated_at === null,
      hasAccount: row.user_id !== null,
      tugas: row.tugas,
    })),
    can: {
      manage: canManage(q.actor, office.kode),
      invite: assignablePeran(q, office.kode).length > 0,
      setFactorPolicy: canSetFactorPolicy(q.actor),
    },
  }
})

type Found = {
  id: string
  nama: string
  email: string
  user_id: string | null
  deactivated_at: Date | null
  tugas: Tugas[]
  total: number
}

async function findPeople(
  { tx }: Q,
  office: { kode: string; today: string },
  { cari, peran, status, page }: PeopleFilter,
): Promise<Found[]> {
  const pattern = `%${cari.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const { rows } = await sql<Found>`
    with tugas as (
      select pengguna_id, array_agg(peran) as peran, jsonb_agg(
        jsonb_build_object('peran', peran, 'areaBaku', area_baku, 'lewat', lewat)
        order by lewat, peran, area_baku) as isi
      from hub.tugas_pada(${office.kode}, ${office.today}) group by pengguna_id
    )
    select p.id, p.nama, p.email, p.user_id, p.deactivated_at,
      coalesce(t.isi, '[]') as tugas, count(*) over () as total
    from pengguna p left join tugas t on t.pengguna_id = p.id
    where p.satker_kode = ${office.kode}
      and (${cari.trim()} = '' or p.nama ilike ${pattern})
      and (${peran} = '' or ${peran} = any(t.peran))
      and (${status} = 'semua' or (p.deactivated_at is null) = (${status} = 'aktif'))
    order by lower(p.nama), p.id
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx)
  return rows
}

export type PersonChoice = { id: string; nama: string; tugas: Tugas[] }

/** The active people of an office with their roles of today, for selects and for finding who is responsible. */
export async function peopleOf(q: Q, satkerKode: string): Promise<PersonChoice[]> {
  const office = await findOffice(q, satkerKode)
  const { rows } = await sql<PersonChoice>`
    select p.id, p.nama, coalesce(jsonb_agg(
      jsonb_build_object('peran', t.peran, 'areaBaku', t.area_baku, 'lewat', t.lewat)
      order by t.lewat, t.peran, t.area_baku) filter (where t.peran is not null), '[]') as tugas
    from pengguna p
    left join hub.tugas_pada(${office.kode}, ${office.today}) t on t.pengguna_id = p.id
    where p.satker_kode = ${office.kode} and p.deactivated_at is null
    group by p.id, p.nama order by lower(p.nama), p.id`.execute(q.tx)
  return rows
}
