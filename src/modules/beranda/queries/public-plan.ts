import type { NotNull } from 'kysely'
import type { SelStatus } from '#modules/rencana-aksi'
import { publicQuery } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { notFound } from '#platform/errors.ts'
import { findSatker, plansOf } from './public-office.ts'

type Wanted = { satkerKode: string; id: string }

/** One approved plan with every butir and the marks of its months. */
export const publicPlan = publicQuery(async ({ tx, now }, { satkerKode, id }: Wanted) => {
  const satker = await findSatker(tx, satkerKode)
  const plan = (await plansOf(tx, satkerKode)).find((one) => one.id === id)
  if (!plan) throw notFound('Rencana aksi')
  const butir = await tx
    .selectFrom('publik.rencana_butir')
    .select([
      'id',
      'label',
      'uraian',
      'langkah',
      'area_urutan as areaUrutan',
      'area_nomor as areaNomor',
    ])
    .select(['area_judul as areaJudul', 'kegiatan_urutan as kegiatanUrutan'])
    .select(['kegiatan_nomor as kegiatanNomor', 'kegiatan_judul as kegiatanJudul'])
    .where('satker_kode', '=', satkerKode)
    .where('rencana_id', '=', id)
    .orderBy('area_urutan')
    .orderBy('kegiatan_urutan')
    .orderBy('urutan')
    .$narrowType<{ id: NotNull }>()
    .execute()
  const cells = await tx
    .selectFrom('publik.rencana_sel')
    .select([
      'butir_id as butirId',
      'bulan',
      'status',
      'jatuh_tempo as jatuhTempo',
      'done_on as doneOn',
    ])
    .where('satker_kode', '=', satkerKode)
    .where('rencana_id', '=', id)
    .$narrowType<{ butirId: NotNull; bulan: NotNull; jatuhTempo: NotNull }>()
    .execute()
  const known = cells.map((cell) => ({ ...cell, status: cell.status as SelStatus })) // by the table's check
  return { satker, plan, butir, cells: known, today: localDate(now, satker.zonaWaktu) }
})

export type PublicPlanPage = Awaited<ReturnType<typeof publicPlan>>
