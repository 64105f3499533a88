import { query } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { localDate } from '#platform/date.ts'
import { canManageUnit } from './policy.ts'

export const satkerPageSize = 50

export type SatkerFilter = { nama: string; provinsi: string; halaman: number }

/** The offices in reach, by page, for those who look after more than one. */
export const satkerForStaff = query(async ({ tx, actor }, filter: SatkerFilter) => {
  let found = tx
    .selectFrom('satker')
    .where('kode', '>=', actor.dari)
    .where('kode', '<', actor.sampai)
  if (filter.nama)
    found = found.where('nama', 'ilike', `%${filter.nama.replace(/[%_\\]/g, '\\$&')}%`)
  if (filter.provinsi) found = found.where('provinsi_kode', '=', filter.provinsi)
  const { total } = await found
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await found
    .select(['kode', 'nama', 'jenis', 'zona_waktu'])
    .orderBy('kode')
    .limit(satkerPageSize)
    .offset((filter.halaman - 1) * satkerPageSize)
    .execute()
  const provinces = await tx
    .selectFrom('satker')
    .select(['kode', 'wilayah'])
    .where('jenis', '=', 'provinsi')
    .where('kode', '>=', actor.dari)
    .where('kode', '<', actor.sampai)
    .orderBy('kode')
    .execute()
  return { rows, total, provinces }
})

/** One office with its units and posts, those of today first. */
export const satkerWithUnits = query(async ({ tx, actor, now }, kode: string) => {
  const satker = await tx
    .selectFrom('satker')
    .selectAll('satker')
    .where('kode', '=', kode)
    .executeTakeFirst()
  if (!satker || kode < actor.dari || kode >= actor.sampai) throw notFound('Satuan kerja')
  const today = localDate(now, satker.zona_waktu)
  const units = await tx
    .selectFrom('unit')
    .select(['id', 'nama', 'singkatan', 'jenis', 'dari', 'sampai', 'sumber', 'versi'])
    .where('satker_kode', '=', kode)
    .orderBy('dari', 'desc')
    .orderBy('nama')
    .execute()
  const posts = await tx
    .selectFrom('jabatan')
    .select(['id', 'nama', 'dari', 'sampai'])
    .where('satker_kode', '=', kode)
    .orderBy('nama')
    .execute()
  const current = <T extends { dari: string; sampai: string | null }>({ dari, sampai }: T) =>
    dari <= today && (sampai === null || sampai > today)
  return {
    satker,
    today,
    units: units.filter(current),
    otherUnits: units.filter((unit) => !current(unit)),
    posts: posts.filter(current),
    can: { manage: canManageUnit(actor, kode) },
  }
})

export type SatkerList = Awaited<ReturnType<typeof satkerForStaff>>
export type SatkerDetail = Awaited<ReturnType<typeof satkerWithUnits>>
