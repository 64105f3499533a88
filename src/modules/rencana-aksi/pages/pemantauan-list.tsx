import { longDate, longMoment } from '#platform/date.ts'
import { Figures } from '#ui/data/figures.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { type Column, Table } from '#ui/data/table.tsx'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { Card } from '#ui/layout/card.tsx'
import { LinePlot } from '#ui/plot/line-plot.tsx'
import { selangs } from '../pemantauan.ts'
import {
  percentText,
  periodStateLabels,
  periodStateMarks,
  selangLabels,
} from '../pemantauan-labels.ts'
import type { PemantauanPage, PeriodRow } from '../queries/pemantauan.ts'
import { planUrl } from '../urls.ts'

/** The periods of a plan: which were monitored, which are due, which were missed. */
export const PemantauanListView = ({ page }: { page: PemantauanPage }) => {
  const { head, rows, earlier, can } = page
  const next = rows.find(({ state }) => state === 'overdue' || state === 'open')
  return (
    <>
      <Figures items={figureItems(page)} />
      {can.take && next ? (
        <ButtonRow>
          <ButtonLink kind="main" href={planUrl(head.id, 'pemantauan', next.periode.kode)}>
            Ambil pemantauan {next.periode.nama}
          </ButtonLink>
        </ButtonRow>
      ) : null}
      <LajuPlot rows={[...rows]} />
      <Periods page={page} caption={selangLabels[page.selang]} rows={rows} />
      {earlier.length > 0 ? (
        <Periods page={page} caption="Diambil dengan selang lain" rows={earlier} />
      ) : null}
      {can.setSelang ? (
        <Card title="Selang pemantauan">
          <Form action={planUrl(head.id, 'pemantauan')}>
            <Select
              name="selang"
              label="Rencana ini dipantau"
              hint="Pemantauan yang sudah diambil tetap tersimpan."
              value={page.selang}
              width="medium"
              options={selangs.map((value) => ({ value, label: selangLabels[value] }))}
            />
            <ButtonRow>
              <Button>Simpan selang</Button>
            </ButtonRow>
          </Form>
        </Card>
      ) : null}
    </>
  )
}

function figureItems({ rows }: PemantauanPage) {
  const count = (state: PeriodRow['state']) => rows.filter((row) => row.state === state).length
  const overdue = count('overdue')
  const last = rows.findLast(({ taken }) => taken !== null)
  return [
    {
      label: 'Periode dipantau',
      value: count('taken'),
      unit: `dari ${rows.length - count('coming')} yang sudah waktunya`,
    },
    {
      label: 'Terlewat',
      value: overdue,
      note: overdue === 0 ? 'tidak ada' : 'lewat satu bulan sesudah periode berakhir',
      ...(overdue > 0 ? { tone: 'late' as const } : {}),
    },
    {
      label: 'Kegiatan setahun',
      value: percentText(last?.laju?.kegiatan ?? null),
      note: last ? `menurut ${last.periode.nama}` : 'belum dipantau',
    },
    {
      label: 'Anggaran terpakai',
      value: percentText(last?.laju?.anggaran ?? null),
      note: last ? `menurut ${last.periode.nama}` : 'belum dipantau',
    },
  ]
}

/** Plan, activities and budget over the periods that were taken. */
const LajuPlot = ({ rows }: { rows: readonly PeriodRow[] }) => {
  const taken = rows.flatMap(({ periode, laju }) => (laju ? [{ periode, laju }] : []))
  const last = taken.at(-1)
  if (taken.length < 2 || !last) return null
  const { kegiatan, rencana } = last.laju
  const behind = kegiatan !== null && rencana !== null && kegiatan < rencana
  return (
    <LinePlot
      title={
        behind
          ? `Kegiatan ${percentText(kegiatan)} dari setahun, rencananya ${percentText(rencana)}`
          : `Kegiatan ${percentText(kegiatan)} dari setahun, sesuai rencana`
      }
      note="Bagian dari seluruh tahun, dalam persen"
      xHead="Periode"
      xs={taken.map(({ periode }) => periode.kode)}
      domain={[0, 100]}
      format={percentText}
      series={[
        { label: 'Rencana', values: taken.map(({ laju }) => laju.rencana), tone: 'quiet' },
        { label: 'Kegiatan', values: taken.map(({ laju }) => laju.kegiatan), tone: 'brand' },
        { label: 'Anggaran', values: taken.map(({ laju }) => laju.anggaran), tone: 'run' },
      ]}
    />
  )
}

type PeriodsProps = { page: PemantauanPage; caption: string; rows: readonly PeriodRow[] }

const Periods = ({ page: { head, can }, caption, rows }: PeriodsProps) => (
  <Table<PeriodRow>
    caption={caption}
    columns={columnsOf(head.zonaWaktu)}
    rows={rows}
    rowHref={({ periode, state }) =>
      state === 'coming' || (state !== 'taken' && !can.take)
        ? undefined
        : planUrl(head.id, 'pemantauan', periode.kode)
    }
  />
)

const columnsOf = (zona: string): Column<PeriodRow>[] => [
  { key: 'periode', label: 'Periode', main: true, cell: ({ periode }) => periode.nama },
  {
    key: 'keadaan',
    label: 'Keadaan',
    cell: ({ state }) => (
      <StatusMark state={periodStateMarks[state]} label={periodStateLabels[state]} />
    ),
  },
  { key: 'batas', label: 'Paling lambat', cell: ({ jatuhTempo }) => longDate(jatuhTempo) },
  {
    key: 'kegiatan',
    label: 'Kegiatan setahun',
    align: 'end',
    cell: ({ laju }) => percentText(laju?.kegiatan ?? null),
  },
  {
    key: 'anggaran',
    label: 'Anggaran',
    align: 'end',
    cell: ({ laju }) => percentText(laju?.anggaran ?? null),
  },
  {
    key: 'diambil',
    label: 'Diambil',
    cell: ({ taken }) =>
      taken ? `${longMoment(taken.at, zona)}, oleh ${taken.oleh ?? 'sistem'}` : '–',
  },
]
