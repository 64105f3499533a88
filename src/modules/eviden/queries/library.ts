import { sql } from 'kysely'
import { type Q, query } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import type { Bentuk, Media, PakaiState } from '../eviden.ts'
import { canKeepEviden } from '../policy.ts'
import { briefColumns, briefOf, type EvidenBrief } from './uses.ts'

export const pageSize = 50

export type LibraryFilter = {
  cari: string
  bentuk: Bentuk | ''
  /** evidence whose validity covers a day of this year */
  tahun: number | null
  keadaan: PakaiState | 'unused' | ''
  /** only evidence of a medium, or of this one */
  media: Media | 'semua' | ''
  /** an office below one's own; '' = one's own */
  satker: string
  page: number
}

export type LibraryRow = {
  eviden: EvidenBrief
  createdBy: string | null
  sasaran: string | null
  /** how many rows it proves, by what was decided */
  pending: number
  accepted: number
  returned: number
}

/** The evidence of one office, the newest first. */
export const libraryForStaff = query(async (q, filter: LibraryFilter) => {
  const satkerKode = isBelow(q, filter.satker) ? filter.satker : q.actor.satkerKode
  const total = await countOf(q, satkerKode, filter)
  const rows = await rowsOf(q, satkerKode, filter)
  return {
    filter,
    total,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    rows,
    satkerKode,
    satkerNama: await officeName(q, satkerKode),
    thisYear: Number(localDate(q.now, q.actor.zonaWaktu).slice(0, 4)),
    can: { add: canKeepEviden(q.actor, satkerKode) },
  }
})

const isBelow = ({ actor }: Q, kode: string) =>
  /^\d{2}(\d{2})?$/.test(kode) && kode >= actor.dari && kode < actor.sampai

export const officeName = async ({ tx }: Q, kode: string): Promise<string> => {
  const row = await tx
    .selectFrom('satker')
    .select('nama')
    .where('kode', '=', kode)
    .executeTakeFirst()
  return row?.nama ?? kode
}

/** The filter as one condition on eviden as e. */
function narrowed(filter: LibraryFilter) {
  const { cari, bentuk, tahun, keadaan, media } = filter
  const pattern = `%${cari.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const standing = sql`from eviden_pakai p where p.satker_kode = e.satker_kode and p.eviden_id = e.id
    and p.removed_at is null`
  const states = {
    '': sql`true`,
    unused: sql`not exists (select ${standing})`,
    pending: sql`exists (select ${standing} and p.decided_by is null)`,
    accepted: sql`exists (select ${standing} and p.accepted_at is not null)`,
    returned: sql`exists (select ${standing} and p.returned_at is not null)`,
  }
  const from = tahun === null ? null : `${tahun}-01-01`
  const to = tahun === null ? null : `${tahun}-12-31`
  return sql<boolean>`(${cari.trim()} = '' or e.judul ilike ${pattern} or e.sumber ilike ${pattern}
      or e.keterangan ilike ${pattern} or e.url ilike ${pattern})
    and (${bentuk} = '' or e.bentuk = ${bentuk})
    and (${from}::date is null or (e.berlaku_dari <= ${to}::date and e.berlaku_sampai >= ${from}::date))
    and (${media} = '' or (e.media is not null and (${media} = 'semua' or e.media = ${media})))
    and ${states[keadaan]}`
}

async function countOf({ tx }: Q, satkerKode: string, filter: LibraryFilter): Promise<number> {
  const row = await tx
    .selectFrom('eviden as e')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('e.satker_kode', '=', satkerKode)
    .where('e.removed_at', 'is', null)
    .where(narrowed(filter))
    .executeTakeFirstOrThrow()
  return row.n
}

async function rowsOf({ tx }: Q, satkerKode: string, filter: LibraryFilter): Promise<LibraryRow[]> {
  const rows = await tx
    .selectFrom('eviden as e')
    .leftJoin('berkas as f', (join) =>
      join.onRef('f.satker_kode', '=', 'e.satker_kode').onRef('f.id', '=', 'e.berkas_id'),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('eviden_pakai as p')
          .select((e) => [
            e.fn.countAll<number>().filterWhere('p.decided_by', 'is', null).as('pending'),
            e.fn.countAll<number>().filterWhere('p.accepted_at', 'is not', null).as('accepted'),
            e.fn.countAll<number>().filterWhere('p.returned_at', 'is not', null).as('returned'),
          ])
          .whereRef('p.satker_kode', '=', 'e.satker_kode')
          .whereRef('p.eviden_id', '=', 'e.id')
          .where('p.removed_at', 'is', null)
          .as('u'),
      (join) => join.onTrue(),
    )
    .select([...briefColumns])
    .select(['e.sasaran', 'u.pending', 'u.accepted', 'u.returned'])
    .leftJoin('pengguna as o', (join) =>
      join.onRef('o.satker_kode', '=', 'e.satker_kode').onRef('o.id', '=', 'e.created_by'),
    )
    .select('o.nama as pembawa')
    .where('e.satker_kode', '=', satkerKode)
    .where('e.removed_at', 'is', null)
    .where(narrowed(filter))
    .orderBy(filter.media === '' ? 'e.created_at' : 'e.tanggal', 'desc')
    .orderBy('e.id')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .execute()
  return rows.map((row) => ({
    eviden: briefOf(row),
    createdBy: row.pembawa,
    sasaran: row.sasaran,
    pending: row.pending ?? 0,
    accepted: row.accepted ?? 0,
    returned: row.returned ?? 0,
  }))
}

export type LibraryPage = Awaited<ReturnType<typeof libraryForStaff>>
