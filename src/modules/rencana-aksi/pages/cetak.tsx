import { longDate, localDate } from '#platform/date.ts'
import { MonthGrid } from '#ui/data/month-grid.tsx'
import { monthsOfYear } from '#ui/data/months.ts'
import { Table } from '#ui/data/table.tsx'
import { PrintLayout } from '#ui/layout/print-layout.tsx'
import { jadwalText } from '../diff.ts'
import { butirTitle, selMarks, selSentence, titleOf } from '../labels.ts'
import { selStateOf } from '../sel.ts'
import { type ButirPlace, placesOf, type RencanaTree } from '../tree.ts'
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

/** RB: sub kegiatan and indikator by months, a tick in each planned month. */
const GridAnnex = ({ tree, today }: { tree: RencanaTree; today: string }) => (
  <MonthGrid
    id="lampiran"
    print="marks"
    caption={tree.judul}
    rowHead="Sub kegiatan"
    extra={['Indikator keberhasilan', 'Penanggung jawab', 'Ket.']}
    months={monthsOfYear()}
    sections={tree.area.flatMap((area) => [
      { title: titleOf(area), level: 1 as const, rows: [] },
      ...area.kegiatan.map((kegiatan) => ({
        title: titleOf(kegiatan),
        level: 2 as const,
        rows: kegiatan.butir.map((butir) => ({
          id: `b-${butir.id}`,
          title: butirTitle(butir),
          extra: [
            butir.indikator.map(({ teks }) => teks).join('; '),
            butir.penanggungJawab?.nama ?? butir.unit?.nama ?? '',
            butir.keterangan ?? '',
          ],
          cells: Array.from({ length: 12 }, (_, index) => {
            const sel = butir.sel.find(({ bulan }) => bulan === index + 1)
            if (!sel) return null
            const state = selStateOf(sel, today)
            return { state: selMarks[state], label: selSentence(sel, state) }
          }),
        })),
      })),
    ])}
  />
)

type AnnexRow = ButirPlace & { number: string; first: boolean }

/** ZI: the assessment point, the step, its evidence and the target time. */
const TableAnnex = ({ tree }: { tree: RencanaTree }) => (
  <Table<AnnexRow>
    caption={tree.judul}
    captionHidden
    columns={[
      { key: 'nomor', label: 'No.', width: 'narrow', cell: ({ number }) => number },
      {
        key: 'komponen',
        label: 'Komponen dan program',
        cell: ({ area, kegiatan, first }) =>
          first ? (
            <>
              <b>{titleOf(area)}</b>
              <br />
              {titleOf(kegiatan)}
            </>
          ) : (
            ''
          ),
      },
      {
        key: 'penilaian',
        label: 'Penilaian dan indikator',
        cell: ({ butir }) =>
          [butir.uraian, ...butir.indikator.map(({ teks }) => teks)].filter(Boolean).join('; '),
      },
      { key: 'langkah', label: 'Langkah aksi', cell: ({ butir }) => butir.langkah ?? '' },
      { key: 'eviden', label: 'Eviden', cell: ({ butir }) => butir.eviden.join('; ') },
      {
        key: 'waktu',
        label: 'Target waktu',
        cell: ({ butir }) =>
          butir.jadwalAsli ?? jadwalText({ ...butir, bulan: butir.sel.map(({ bulan }) => bulan) }),
      },
    ]}
    rows={annexRows(tree)}
  />
)

const annexRows = (tree: RencanaTree): AnnexRow[] =>
  placesOf(tree).map((place, index, all) => ({
    ...place,
    number: place.butir.label ?? String(index + 1),
    first: all[index - 1]?.kegiatan !== place.kegiatan,
  }))
