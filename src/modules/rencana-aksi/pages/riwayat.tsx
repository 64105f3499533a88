import { longMoment, monthName } from '#platform/date.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Diff } from '#ui/data/diff.tsx'
import { Empty } from '#ui/data/empty.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { Timeline } from '#ui/data/timeline.tsx'
import { Card } from '#ui/layout/card.tsx'
import type { DiffRencana, DiffRow } from '../diff.ts'
import { diffLabels, peristiwaLabel, shorten } from '../labels.ts'
import { type Names, valueLines } from '../riwayat-text.ts'
import type { historyForStaff, Riwayat, RiwayatRow } from '../queries/history.ts'
import { planUrl, withQuery } from '../urls.ts'

export type HistoryPage = Awaited<ReturnType<typeof historyForStaff>>

/** Who changed what, when and why. */
export const RiwayatView = ({ page }: { page: HistoryPage }) => (
  <>
    <History riwayat={page.riwayat} zona={page.head.zonaWaktu} rencanaId={page.head.id} />
    <Pager
      page={page.page}
      pages={page.pages}
      total={page.total}
      noun="peristiwa"
      href={(n) => withQuery(planUrl(page.head.id, 'riwayat'), { halaman: n })}
    />
  </>
)

type HistoryProps = {
  riwayat: Riwayat
  zona: string
  rencanaId: string
  /** on the page of a butir its name goes without saying */
  of?: 'plan' | 'butir'
}

/** A history as a timeline; each entry shows the values before and after. */
export const History = ({ riwayat: { rows, names }, zona, rencanaId, of = 'plan' }: HistoryProps) =>
  rows.length === 0 ? (
    <p class="muted">Belum ada riwayat.</p>
  ) : (
    <Timeline
      entries={rows.map((row) => ({
        title: (
          <>
            {peristiwaLabel(row.peristiwa)}
            {row.bulan ? ` untuk ${monthName(row.bulan)}` : ''}
            {of === 'plan' && row.butirId && row.butir ? (
              <>
                {': '}
                <a href={planUrl(rencanaId, 'butir', row.butirId)}>{shorten(row.butir, 90)}</a>
              </>
            ) : null}
          </>
        ),
        when: longMoment(row.at, zona),
        datetime: row.at.toISOString(),
        who: row.oleh ?? 'Sistem KPU HUB',
        children: <Values row={row} names={names} />,
      }))}
    />
  )

const Values = ({ row, names }: { row: RiwayatRow; names: Names }) => {
  const lines = valueLines(row.sebelum, row.sesudah, names)
  return (
    <>
      {row.alasan ? (
        <p>
          <span class="muted">Alasan:</span> {row.alasan}
        </p>
      ) : null}
      {lines
        .filter(({ after }) => after !== row.alasan)
        .map(({ label, before, after }) => (
          <p>
            <span class="muted">{label}:</span>{' '}
            {before === '' ? after : `${before} → ${after || '(kosong)'}`}
          </p>
        ))}
    </>
  )
}

type CompareProps = { diff: DiffRencana; dari: number; ke: number; rencanaId: string }

/** Two versions: what came, what went, and each field that changed. */
export const CompareView = ({ diff, dari, ke, rencanaId }: CompareProps) => (
  <>
    <h2>
      Versi {dari} dibandingkan dengan versi {ke}
    </h2>
    <Changes diff={diff} />
    <p>
      <a href={planUrl(rencanaId, 'tahap')}>Kembali ke tahap dan versi</a>
    </p>
  </>
)

/** A difference of two plans, row by row. */
export const Changes = ({ diff: { added, removed, changed } }: { diff: DiffRencana }) => {
  if (added.length + removed.length + changed.length === 0)
    return <Empty title="Tidak ada perbedaan">Isi kedua rencana sama.</Empty>
  return (
    <>
      <Rows title="Butir baru" tone="ok" rows={added} />
      <Rows title="Butir yang keluar" tone="late" rows={removed} />
      {changed.map(({ row, fields }) => (
        <Card title={shorten(row.teks, 140)}>
          <DefinitionList
            items={fields.map(({ field, before, after }) => ({
              term: diffLabels[field],
              value: <Diff before={before} after={after} />,
            }))}
          />
        </Card>
      ))}
    </>
  )
}

type RowsProps = { title: string; tone: 'ok' | 'late'; rows: readonly DiffRow[] }

const Rows = ({ title, tone, rows }: RowsProps) =>
  rows.length === 0 ? null : (
    <Card title={`${title} (${rows.length})`}>
      <ul class="stack">
        {rows.map((row) => (
          <li>
            <Tag tone={tone}>{shorten(row.area, 60)}</Tag> {row.teks}
          </li>
        ))}
      </ul>
    </Card>
  )
