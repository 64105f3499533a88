import type { NotNull } from 'kysely'
import { sql } from 'kysely'
import { monthIn } from '#modules/rencana-aksi'
import { publicQuery } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import type { Tx } from '#platform/db/database.ts'
import { capaianBy } from '../rekap.ts'
import { publicSums } from './sums.ts'

const pageSize = 50
const nation = { dari: '0', sampai: '~' }

type Wanted = { tahun: number | null; page: number }

/** What all offices promised in one year and how far it is; the newest year unless another is asked for. */
export const publicHome = publicQuery(async ({ tx, now }, { tahun: asked, page }: Wanted) => {
  const years = await yearsOf(tx)
  const tahun = years.find((year) => year === asked) ?? years[0] ?? null
  const names = await officeNames(tx)
  if (tahun === null) return { years, names, year: null }
  const months = await publicSums(tx, { now, tahun, ...nation })
    .select('p.bulan')
    .groupBy('p.bulan')
    .$narrowType<{ bulan: NotNull }>()
    .execute()
  const offices = await promisingOffices(tx, tahun, page)
  const codes = offices.map(({ kode }) => kode)
  const parts = await publicSums(tx, { now, tahun, ...nation })
    .select('p.satker_kode as kode')
    .where(sql<boolean>`p.satker_kode = any(${codes}::text[])`)
    .groupBy('p.satker_kode')
    .$narrowType<{ kode: NotNull }>()
    .execute()
  const total = offices[0]?.total ?? 0
  return {
    years,
    names,
    year: {
      tahun,
      months,
      sampaiBulan: monthIn(tahun, localDate(now, 'Asia/Jakarta')),
      offices,
      capaian: capaianBy(parts, ({ kode }) => kode),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / pageSize)),
    },
  }
})

export type PublicHome = Awaited<ReturnType<typeof publicHome>>
export type PublicYear = NonNullable<PublicHome['year']>

/** Every office, or those whose name holds what was typed. */
export const publicOffices = publicQuery(async ({ tx }, patterns: readonly string[]) =>
  tx
    .selectFrom('satker')
    .select(['kode', 'nama', 'jenis', 'wilayah', 'provinsi_kode as provinsiKode'])
    .where(sql<boolean>`nama ilike all (${patterns}::text[])`)
    .orderBy('kode')
    .execute(),
)

export type PublicOffice = Awaited<ReturnType<typeof publicOffices>>[number]

async function yearsOf(tx: Tx): Promise<number[]> {
  const rows = await tx
    .selectFrom('publik.rencana')
    .select('tahun')
    .distinct()
    .orderBy('tahun', 'desc')
    .$narrowType<{ tahun: NotNull }>()
    .execute()
  return rows.map(({ tahun }) => tahun)
}

async function officeNames(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('satker').select('nama').orderBy('kode').execute()
  return rows.map(({ nama }) => nama)
}

/** Offices with an approved plan that year, fifty a page, in the order of their codes. */
const promisingOffices = (tx: Tx, tahun: number, page: number) =>
  tx
    .selectFrom('publik.rencana as r')
    .innerJoin('satker as s', 's.kode', 'r.satker_kode')
    .select(['s.kode', 's.nama', sql<string[]>`array_agg(r.jenis order by r.jenis)`.as('jenis')])
    .select((eb) => eb.fn.countAll<number>().over().as('total'))
    .where('r.tahun', '=', tahun)
    .groupBy(['s.kode', 's.nama'])
    .orderBy('s.kode')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
