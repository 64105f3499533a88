import { sql } from 'kysely'

/** Of a finding as t: was it recorded by someone who is not of the office that it concerns? */
export const isFromAbove = sql<boolean>`not exists (
  select from pengguna o where o.satker_kode = t.satker_kode and o.id = t.created_by)`
