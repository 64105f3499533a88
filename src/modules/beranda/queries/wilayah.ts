import { sql } from 'kysely'
import { monthIn } from '#modules/rencana-aksi'
import { type Q, query } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { notFound } from '#platform/errors.ts'
import { isNational } from '../policy.ts'
import type { RekapPart } from '../rekap.ts'
import type { AreaPart, Place, WilayahView } from '../wilayah.ts'
import { keptWhileUnchanged } from './kept.ts'
import { approvedSums } from './sums.ts'

/** The heat table: provinces for KPU RI, the offices of one province else; with the sums by month. */
export const wilayahForStaff = query(async (q: Q, asked: WilayahView) => {
  const years = await yearsIn(q)
  const scope = scopeOf(q, asked)
  const view = { ...asked, provinsi: scope.provinsi, tahun: yearOf(asked, years) }
  const { byProvince } = scope
  const places = byProvince ? await provinces(q) : await officesIn(q, scope)
  if (!byProvince && places.length === 0) throw notFound('Provinsi')
  const sums = { ...scope, now: q.now, tahun: view.tahun ?? 0, jenis: view.jenis }
  const today = localDate(q.now, q.actor.zonaWaktu)
  return {
    view,
    years,
    byProvince,
    places,
    province: byProvince ? null : (places.find(({ kode }) => kode === scope.provinsi) ?? null),
    ...(await keptWhileUnchanged(q, about('wilayah', { ...sums, byProvince }), async () => ({
      counts: await countOffices(q, { ...sums, byProvince }),
      ...(await areaAndMonthParts(q, { ...sums, byProvince })),
    }))),
    sampaiBulan: view.tahun === null ? 0 : monthIn(view.tahun, today),
    today,
  }
})

export type Wilayah = Awaited<ReturnType<typeof wilayahForStaff>>

/** Every office in reach with its sums by area: for the long table and the CSV file. */
export const officesForStaff = query(async (q: Q, asked: WilayahView) => {
  const years = await yearsIn(q)
  const scope = scopeOf(q, asked)
  const view = { ...asked, provinsi: scope.provinsi, tahun: yearOf(asked, years) }
  const sums = { ...scope, now: q.now, tahun: view.tahun ?? 0, jenis: view.jenis }
  return {
    view,
    years,
    places: await officesIn(q, scope),
    parts: await keptWhileUnchanged(q, about('satker', { ...sums, byProvince: false }), () =>
      areaParts(q, { ...sums, byProvince: false }),
    ),
  }
})

export type Offices = Awaited<ReturnType<typeof officesForStaff>>

type Scope = { dari: string; sampai: string; provinsi: string; byProvince: boolean }

/** What of the actor's reach is asked for; a province always sees its own offices. */
function scopeOf({ actor }: Q, { provinsi }: WilayahView): Scope {
  const chosen = isNational(actor) ? provinsi : actor.satkerKode
  if (chosen === '')
    return { dari: actor.dari, sampai: actor.sampai, provinsi: '', byProvince: true }
  return { dari: chosen, sampai: `${chosen}~`, provinsi: chosen, byProvince: false }
}

const yearOf = ({ tahun }: WilayahView, years: readonly number[]) =>
  years.find((year) => year === tahun) ?? years[0] ?? null

async function yearsIn({ tx }: Q): Promise<number[]> {
  const rows = await tx
    .selectFrom('rencana')
    .select('tahun')
    .distinct()
    .where('approved_at', 'is not', null)
    .orderBy('tahun', 'desc')
    .execute()
  return rows.map(({ tahun }) => tahun)
}

const officesIn = ({ tx }: Q, { dari, sampai }: Scope): Promise<Place[]> =>
  tx
    .selectFrom('satker')
    .select(['kode', 'nama'])
    .where('kode', '>=', dari)
    .where('kode', '<', sampai)
    .orderBy('kode')
    .execute()

/** KPU RI and the provinces, named by their region since each stands for all offices in it. */
const provinces = ({ tx }: Q): Promise<Place[]> =>
  tx
    .selectFrom('satker')
    .select([
      'kode',
      sql<string>`case when jenis = 'pusat' then 'KPU RI' else wilayah end`.as('nama'),
    ])
    .where('jenis', 'in', ['pusat', 'provinsi'])
    .orderBy('kode')
    .execute()

type Sums = Parameters<typeof approvedSums>[1] & { byProvince: boolean }

const about = (name: string, { dari, sampai, tahun, jenis, byProvince }: Sums) => ({
  name,
  dari,
  sampai,
  rest: [tahun, jenis, byProvince],
})

type MonthPart = RekapPart & { bulan: number }

const placeCode = (byProvince: boolean, column: string) =>
  byProvince ? sql<string>`left(${sql.ref(column)}, 2)` : sql<string>`${sql.ref(column)}`

const areaParts = ({ tx }: Q, { byProvince, ...scope }: Sums): Promise<AreaPart[]> =>
  approvedSums(tx, scope)
    .select([placeCode(byProvince, 'p.satker_kode').as('kode'), 'p.area_baku as areaBaku'])
    .groupBy([placeCode(byProvince, 'p.satker_kode'), 'p.area_baku'])
    .execute()

/** Sums by place and area, and by month, from one reading of the rows. */
async function areaAndMonthParts({ tx }: Q, { byProvince, ...scope }: Sums) {
  const kode = placeCode(byProvince, 'p.satker_kode')
  const rows = await approvedSums(tx, scope)
    .select([kode.as('kode'), 'p.area_baku as areaBaku', 'p.bulan'])
    .groupBy(sql`grouping sets ((${kode}, p.area_baku), (p.bulan))`)
    .$castTo<(AreaPart & { bulan: null }) | (MonthPart & { kode: null })>()
    .execute()
  return {
    parts: rows.filter((row) => row.kode !== null),
    months: rows.filter((row) => row.kode === null),
  }
}

/** How many offices of each place there are, and how many of them have an approved plan that year. */
async function countOffices({ tx }: Q, { byProvince, tahun, jenis, dari, sampai }: Sums) {
  const rows = await tx
    .selectFrom('satker as s')
    .select((eb) => [
      placeCode(byProvince, 's.kode').as('kode'),
      eb.fn.countAll<number>().as('satker'),
      eb.fn
        .countAll<number>()
        .filterWhere((f) =>
          f.exists(
            f
              .selectFrom('rencana as r')
              .select('r.id')
              .whereRef('r.satker_kode', '=', 's.kode')
              .where('r.tahun', '=', tahun)
              .where('r.approved_at', 'is not', null)
              .$if(jenis !== '', (plans) => plans.where('r.jenis', '=', jenis)),
          ),
        )
        .as('berencana'),
    ])
    .where('s.kode', '>=', dari)
    .where('s.kode', '<', sampai)
    .groupBy(placeCode(byProvince, 's.kode'))
    .execute()
  return new Map(rows.map(({ kode, ...counts }) => [kode, counts]))
}
