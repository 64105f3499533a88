import { nomorKeputusan } from '#modules/keputusan'
import { longDate, localDate } from '#platform/date.ts'
import { type AnnexColumn, AnnexList, type AnnexRow, AnnexTable } from '#ui/data/annex-table.tsx'
import { PrintLayout } from '#ui/layout/print-layout.tsx'
import { jadwalText } from '../diff.ts'
import { titleOf } from '../labels.ts'
import { type ButirNode, type ButirPlace, placesOf, type RencanaTree } from '../tree.ts'
import { planUrl } from '../urls.ts'

/** The plan as the annex of its decree: A4 landscape, the head repeated on each page. */
export const CetakPage = ({ tree }: { tree: RencanaTree }) => (
  <PrintLayout
    title={`Lampiran ${tree.judul}`}
    orientation="landscape"
    back={{ href: planUrl(tree.id), label: 'Kembali ke rencana' }}
    head={<AnnexHead tree={tree} />}
  >
    {tree.jenis === 'RB' ? <GridAnnex tree={tree} /> : <TableAnnex tree={tree} />}
  </PrintLayout>
)

const AnnexHead = ({ tree }: { tree: RencanaTree }) => (
  <>
    {tree.keputusan ? <DecreeLines tree={tree} keputusan={tree.keputusan} /> : null}
    <h1 class="annex-title">
      {tree.judul.replace(/\s+\d{4}$/, '')}
      <br />
      {tree.satkerNama} Tahun {tree.tahun}
    </h1>
    <VersionLine tree={tree} />
  </>
)

type DecreeProps = { tree: RencanaTree; keputusan: NonNullable<RencanaTree['keputusan']> }

/** LAMPIRAN KEPUTUSAN …, with its number and date, in the upper right as on paper. */
const DecreeLines = ({ tree, keputusan }: DecreeProps) => (
  <div class="annex-number">
    <p>Lampiran Keputusan {tree.satkerNama}</p>
    <dl>
      <dt>Nomor</dt>
      <dd>: {nomorKeputusan(keputusan).replace('Nomor ', '')}</dd>
      <dt>Tanggal</dt>
      <dd>: {longDate(keputusan.tanggal)}</dd>
    </dl>
  </div>
)

/** What the paper must say when it is not, or no longer, what the decree laid down. */
const VersionLine = ({ tree }: { tree: RencanaTree }) => {
  if (tree.state === 'draft' || tree.state === 'proposed') return <p>Draf, belum disahkan</p>
  if (tree.versi < 2 || !tree.approvedAt) return null
  const first = longDate(localDate(tree.approvedAt, tree.zonaWaktu))
  return (
    <p>
      Versi {tree.versi}, pertama kali disahkan {first}
    </p>
  )
}

const indikatorOf = ({ indikator }: ButirNode) =>
  indikator.map(({ teks }) => teks.replace(/[;.\s]+$/, ''))

/** The words of a butir; what stands in both columns of a decree is printed once. */
const wordsOf = ({ label, uraian, langkah }: ButirNode) =>
  [label, [uraian, langkah].filter(Boolean).join(': ')].filter(Boolean).join(' ')

const monthColumns = Array.from({ length: 12 }, (_, index): AnnexColumn => ({
  label: String(index + 1),
  group: 'Pelaksanaan (bulan)',
  size: 'mark',
}))

/** RB: area, kegiatan, sub kegiatan and indikator by months, a tick in each planned month. */
const GridAnnex = ({ tree }: { tree: RencanaTree }) => (
  <AnnexTable
    caption={tree.judul}
    columns={[
      { label: 'No.', size: 'number' },
      { label: 'Area perubahan', size: 'short' },
      { label: 'Kegiatan', size: 'short' },
      { label: 'Sub kegiatan' },
      { label: 'Indikator keberhasilan' },
      ...monthColumns,
      { label: 'Ket.', size: 'number' },
    ]}
    rows={placesOf(tree).map((place, index, all) => gridRow(tree, place, all[index - 1]))}
  />
)

/** The area and the kegiatan are named where they begin, as in a decree. */
function gridRow(tree: RencanaTree, place: ButirPlace, before: ButirPlace | undefined): AnnexRow {
  const { area, kegiatan, butir } = place
  const planned = new Set(butir.sel.map(({ bulan }) => bulan))
  const sameArea = before?.area === area
  return {
    cells: [
      sameArea ? null : (area.nomor ?? `${tree.area.indexOf(area) + 1}.`),
      sameArea ? null : (area.judul ?? titleOf(area)),
      before?.kegiatan === kegiatan ? null : titleOf(kegiatan),
      wordsOf(butir),
      <AnnexList items={indikatorOf(butir)} />,
      ...monthColumns.map(({ label }) => (planned.has(Number(label)) ? '✓' : '')),
      butir.keterangan ?? '',
    ],
  }
}

/** ZI: what is assessed, the step, its evidence and the target time, under area and program. */
const TableAnnex = ({ tree }: { tree: RencanaTree }) => (
  <AnnexTable
    caption={tree.judul}
    columns={[
      { label: 'No.', size: 'number' },
      { label: 'Penilaian' },
      { label: 'Langkah aksi' },
      { label: 'Eviden' },
      { label: 'Target waktu', size: 'short' },
    ]}
    rows={tree.area.flatMap((area): AnnexRow[] => [
      { band: titleOf(area) },
      ...area.kegiatan.flatMap((kegiatan): AnnexRow[] => [
        { band: titleOf(kegiatan), level: 2 },
        ...kegiatan.butir.map(tableRow),
      ]),
    ])}
  />
)

const tableRow = (butir: ButirNode, index: number): AnnexRow => ({
  cells: [
    butir.label ?? `${index + 1}.`,
    <>
      {butir.uraian ?? ''}
      <AnnexList items={indikatorOf(butir)} />
    </>,
    butir.langkah ?? '',
    <AnnexList items={butir.eviden} />,
    butir.jadwalAsli ?? jadwalText({ ...butir, bulan: butir.sel.map(({ bulan }) => bulan) }),
  ],
})
