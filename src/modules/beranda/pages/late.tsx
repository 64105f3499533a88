import { Empty } from '#ui/data/empty.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { count } from '../labels.ts'
import type { LateList } from '../queries/office.ts'
import { lateUrl } from '../urls.ts'
import { CellTable } from './cells.tsx'

/** Everything that is late in an office, the oldest first. */
export const LateView = ({ list }: { list: LateList }) => {
  const { satker, tahun, rows, total, page, pages, today } = list
  return (
    <div class="stack">
      <PageHead title={`Terlambat, ${tahun}`} subtitle={satker.nama} />
      {rows.length === 0 ? (
        <Empty title="Tidak ada yang terlambat">
          Semua kewajiban yang sudah jatuh tempo selesai atau ditiadakan.
        </Empty>
      ) : (
        <CellTable caption={`${count(total)} kewajiban`} cells={rows} today={today} />
      )}
      <Pager
        page={page}
        pages={pages}
        total={total}
        noun="kewajiban"
        href={(other) => lateUrl(satker.kode, tahun, other)}
      />
    </div>
  )
}
