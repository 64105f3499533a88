import {
  butirTitle,
  jenisLabels,
  monthIn,
  selLabels,
  selMarks,
  selStateOf,
  titleOf,
} from '#modules/rencana-aksi'
import { nomorKeputusan } from '#modules/keputusan'
import { localDate, longDate, longMoment, monthName } from '#platform/date.ts'
import { type GridCell, type GridSection, MonthGrid } from '#ui/data/month-grid.tsx'
import { monthsOfYear } from '#ui/data/months.ts'
import { Legend } from '#ui/data/status-mark.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import type { PublicPlanPage } from '../queries/public-plan.ts'

type Butir = PublicPlanPage['butir'][number]
type Cell = PublicPlanPage['cells'][number]

/** One approved plan as the public reads it: every butir and the marks of its months. */
export const PortalPlan = ({ page }: { page: PublicPlanPage }) => {
  const { satker, plan, today } = page
  const { nomor, nomorTahun, tanggal } = plan
  const decree = nomor
    ? `Keputusan ${nomorKeputusan({ nomor, tahun: nomorTahun ?? plan.tahun })} tanggal ${longDate(tanggal ?? '')}. `
    : ''
  const approved = longDate(localDate(plan.approvedAt, satker.zonaWaktu))
  const month = monthIn(plan.tahun, today)
  return (
    <>
      <PageHead
        title={`${jenisLabels[plan.jenis]} ${plan.tahun}`}
        subtitle={`${satker.nama}. ${decree}Disahkan ${approved}, terakhir berubah ${longMoment(plan.at, satker.zonaWaktu)}.`}
      />
      <Legend
        items={(['planned', 'in_progress', 'done', 'late', 'waived'] as const).map((state) => ({
          state: selMarks[state],
          label: selLabels[state],
        }))}
      />
      <MonthGrid
        id="rencana"
        caption={`Rencana ${plan.tahun}: langkah dan bulan`}
        rowHead="Langkah"
        months={monthsOfYear(today.startsWith(String(plan.tahun)) ? month : undefined)}
        sections={sectionsOf(page)}
      />
    </>
  )
}

/** Areas as upper sections, kegiatan inside them. */
function sectionsOf({ butir, cells, today }: PublicPlanPage): GridSection[] {
  const cellsOf = Map.groupBy(cells, ({ butirId }) => butirId)
  const areas = Map.groupBy(butir, ({ areaUrutan }) => areaUrutan)
  return [...areas.values()].flatMap((inArea) => {
    const kegiatan = Map.groupBy(inArea, ({ kegiatanUrutan }) => kegiatanUrutan)
    const [first] = inArea
    return [
      {
        title: titleOf({ nomor: first?.areaNomor ?? null, judul: first?.areaJudul ?? null }),
        rows: [],
      },
      ...[...kegiatan.values()].map(([head, ...rest]) => ({
        level: 2 as const,
        title: titleOf({ nomor: head?.kegiatanNomor ?? null, judul: head?.kegiatanJudul ?? null }),
        rows: [...(head ? [head] : []), ...rest].map((one) =>
          rowOf(one, cellsOf.get(one.id) ?? [], today),
        ),
      })),
    ]
  })
}

const rowOf = (butir: Butir, cells: readonly Cell[], today: string) => ({
  id: `b-${butir.id.slice(-12)}`,
  title: butirTitle(butir),
  cells: Array.from({ length: 12 }, (_, index) => {
    const cell = cells.find(({ bulan }) => bulan === index + 1)
    return cell ? gridCell(cell, today) : null
  }),
})

function gridCell(cell: Cell, today: string): GridCell {
  const state = selStateOf(cell, today)
  const when = cell.doneOn ? ` ${longDate(cell.doneOn)}` : ''
  return {
    state: selMarks[state],
    label: `${monthName(cell.bulan)}: ${selLabels[state].toLowerCase()}${when}`,
  }
}
