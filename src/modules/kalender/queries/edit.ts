import { query } from '#platform/command.ts'
import { allow, notFound } from '#platform/errors.ts'
import { isUuid } from '#platform/id.ts'
import { z } from 'zod'
import { canSetLocal, canSetNational } from '../policy.ts'

/** A national holiday for those who may correct it. */
export const hariLiburForEdit = query(async ({ tx, actor }, tanggal: string) => {
  const isDate = z.iso.date().safeParse(tanggal).success
  const hari = isDate
    ? await tx
        .selectFrom('hari_libur')
        .selectAll('hari_libur')
        .where('tanggal', '=', tanggal)
        .executeTakeFirst()
    : undefined
  if (!hari) throw notFound('Hari libur')
  allow(canSetNational(actor))
  return hari
})

/** A Ramadan for those who may correct it. */
export const ramadanForEdit = query(async ({ tx, actor }, tahunHijriah: string) => {
  const ramadan = /^1\d{3}$/.test(tahunHijriah)
    ? await tx
        .selectFrom('ramadan')
        .selectAll('ramadan')
        .where('tahun_hijriah', '=', Number(tahunHijriah))
        .executeTakeFirst()
    : undefined
  if (!ramadan) throw notFound('Ramadan')
  allow(canSetNational(actor))
  return ramadan
})

/** A day of the reader's own office, before it is taken back. */
export const hariLokalForRemoval = query(async ({ tx, actor }, id: string) => {
  const hari = isUuid(id)
    ? await tx
        .selectFrom('hari_lokal')
        .select(['satker_kode', 'id', 'tanggal', 'nama'])
        .where('satker_kode', '=', actor.satkerKode)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!hari) throw notFound('Hari lokal')
  allow(canSetLocal(actor, hari.satker_kode))
  return hari
})

/** Hours of the reader's own office, before they are taken back. */
export const jamLokalForRemoval = query(async ({ tx, actor }, id: string) => {
  const jam = isUuid(id)
    ? await tx
        .selectFrom('jam_lokal')
        .select(['satker_kode', 'id', 'hari', 'dasar'])
        .where('satker_kode', '=', actor.satkerKode)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!jam) throw notFound('Jam kerja')
  allow(canSetLocal(actor, jam.satker_kode))
  return jam
})
