import { longDate, localDate } from '#platform/date.ts'
import { MonthGrid } from '#ui/data/month-grid.tsx'
import { monthsOfYear } from '#ui/data/months.ts'
import { type Column, Table } from '#ui/data/table.tsx'
import { PrintLayout } from '#ui/layout/print-layout.tsx'
import { jadwalText } from '../diff.ts'
import { butirTitle, selMarks, selSentence, titleOf } from '../labels.ts'
import { selStateOf } from '../sel.ts'
import { type ButirNode, type ButirPlace, placesOf, type RencanaTree } from '../tree.ts'
import { planUrl } from '../urls.ts'

/** The plan as the annex of its decree: A4 landscape, the head repeated on each page. */
export const CetakPage = ({ tree, today }: { tree: RencanaTree; today: string }) => (
  <PrintLayout
    title={tree.judul}
    orientation="landscape"
    back={{ href: planUrl(tree.id), label: 'Kembali ke rencana' }}
    head={<AnnexHead tree={tree} />}
  >
    {tree.jenis === 'RB' ? <GridAnnex tree={tree} today={today} /> : <TableAnnex tree={tree} />}
  </PrintLayout>
)

const AnnexHead = ({ tree }: { tree: RencanaTree }) => (
  <>
    {tree.keputusan ? (
      <p>
        Lampiran Keputusan {tree.satkerNama} Nomor {tree.keputusan.nomor} Tahun{' '}
        {tree.keputusan.tahun}, {longDate(tree.keputusan.tanggal)}
      </p>
    ) : (
      <p>{tree.satkerNama}</p>
    )}
    <h1>{tree.judul}</h1>
    {tree.versi > 1 && tree.approvedAt ? (
      <p>
        Versi {tree.versi}, pertama kali disahkan{' '}
        {longDate(localDate(tree.approvedAt, tree.zonaWaktu))}
      </p>
    ) : null}
    {tree.state === 'draft' || tree.state === 'proposed' ? <p>Draf, belum disahkan</p> : null}
  </>
)

type Optional = { head: string; value: (butir: ButirNode) => string }

const indikatorOf = ({ indikator }: ButirNode) =>
  indikator.map(({ teks }) => teks.replace(/[;.\s]+$/, '')).join('; ')

const optionalColumns: readonly Optional[] = [
  { head: 'Indikator keberhasilan', value: indikatorOf },
  {
    head: 'Penanggung jawab',
    value: ({ penanggungJawab, unit }) => penanggungJawab?.nama ?? unit?.nama ?? '',
  },
  { head: 'Ket.', value: ({ keterangan }) => keterangan ?? '' },
]

/** RB: sub kegiatan and indikator by months, a tick in each planned month; empty columns stay away. */
const GridAnnex = ({ tree, today }: { tree: RencanaTree; today: string }) => {
  const all = placesOf(tree).map(({ butir }) => butir)
  const extra = optionalColumns.filter(({ value }) => all.some((butir) => value(butir) !== ''))
  const rowOf = (butir: ButirNode) => ({
    id: `b-${butir.id}`,
    title: butirTitle(butir),
    extra: extra.map(({ value }) => value(butir)),
    cells: Array.from({ length: 12 }, (_, index) => {
      const sel = butir.sel.find(({ bulan }) => bulan === index + 1)
      if (!sel) return null
      const state = selStateOf(sel, today)
      return { state: selMarks[state], label: selSentence(sel, state) }
    }),
  })
  return (
    <MonthGrid
      id="lampiran"
      print="marks"
      caption={tree.judul}
      rowHead="Sub kegiatan"
      extra={extra.map(({ head }) => head)}
      months={monthsOfYear()}
      sections={tree.area.flatMap((area) => [
        { title: titleOf(area), level: 1 as const, rows: [] },
        ...area.kegiatan.map((kegiatan) => ({
          title: titleOf(kegiatan),
          level: 2 as const,
          rows: kegiatan.butir.map(rowOf),
        })),
      ])}
    />
  )
}

type AnnexRow = ButirPlace & { number: string; firstOfArea: boolean; firstOfKegiatan: boolean }

const annexColumns: readonly Column<AnnexRow>[] = [
  { key: 'nomor', label: 'No.', width: 'narrow', cell: ({ number }) => number },
  {
    key: 'komponen',
    label: 'Komponen dan program',
    cell: ({ area, kegiatan, firstOfArea, firstOfKegiatan }) => (
      <>
        {firstOfArea ? (
          <p>
            <b>{titleOf(area)}</b>
          </p>
        ) : null}
        {firstOfKegiatan ? titleOf(kegiatan) : null}
      </>
    ),
  },
  {
    key: 'penilaian',
    label: 'Penilaian dan indikator',
    cell: ({ butir }) => [butir.uraian, indikatorOf(butir)].filter(Boolean).join('; '),
  },
  { key: 'langkah', label: 'Langkah aksi', cell: ({ butir }) => butir.langkah ?? '' },
  { key: 'eviden', label: 'Eviden', cell: ({ butir }) => butir.eviden.join('; ') },
  {
    key: 'waktu',
    label: 'Target waktu',
    cell: ({ butir }) => jadwalText({ ...butir, bulan: butir.sel.map(({ bulan }) => bulan) }),
  },
]

/** ZI: the assessment point, the step, its evidence and the target time; empty columns stay away. */
const TableAnnex = ({ tree }: { tree: RencanaTree }) => {
  const rows = annexRows(tree)
  const columns = annexColumns.filter(({ cell }) => rows.some((row) => cell(row) !== ''))
  return <Table<AnnexRow> caption={tree.judul} captionHidden columns={columns} rows={rows} />
}

const annexRows = (tree: RencanaTree): AnnexRow[] =>
  placesOf(tree).map((place, index, all) => ({
    ...place,
    number: place.butir.label ?? String(index + 1),
    firstOfArea: all[index - 1]?.area !== place.area,
    firstOfKegiatan: all[index - 1]?.kegiatan !== place.kegiatan,
  }))
