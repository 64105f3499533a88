import { percentOf, percentText } from '#modules/rencana-aksi'
import { longDate } from '#platform/date.ts'
import { AnnexTable } from '#ui/data/annex-table.tsx'
import { PrintLayout } from '#ui/layout/print-layout.tsx'
import { laporanLabels, periodeText } from '../labels-putaran.ts'
import type { AreaLingkar, LaporanPage } from '../queries/laporan.ts'
import { laporanUrl } from '../urls.ts'

/** The report of a round on A4 landscape. */
export const LaporanCetak = ({ page: { laporan, plans } }: { page: LaporanPage }) => (
  <PrintLayout
    title={`${laporan.judul} ${laporan.satkerNama}`}
    orientation="landscape"
    back={{ href: laporanUrl(laporan.id), label: 'Kembali ke laporan' }}
    head={
      <>
        <p>{laporan.satkerNama}</p>
        <h1 class="annex-title">
          Laporan monitoring dan evaluasi {periodeText(laporan.periode, laporan.tahun)}
        </h1>
        <p>
          {laporanLabels[laporan.state]}, keadaan {longDate(laporan.today)}
        </p>
      </>
    }
  >
    {plans.map(({ judul, area }) => (
      <section class="stack">
        <h2>{judul}</h2>
        <AnnexTable
          caption={judul}
          columns={[
            { label: 'No.', size: 'number' },
            { label: 'Area', size: 'short' },
            { label: 'Target', size: 'short' },
            { label: 'Realisasi', size: 'short' },
            { label: 'Terlambat', size: 'number' },
            { label: 'Hambatan' },
            { label: 'Solusi' },
          ]}
          rows={area.map((row, index) => ({
            cells: [
              `${index + 1}.`,
              row.judul,
              row.isi?.target ?? `${row.kewajiban} kewajiban`,
              row.isi?.realisasi ??
                `${row.selesai} selesai (${percentText(percentOf(row.selesai, row.kewajiban))})`,
              String(row.terlambat),
              wordsOf(row, 'hambatan'),
              wordsOf(row, 'solusi'),
            ],
          }))}
        />
      </section>
    ))}
    {laporan.simpulan ? (
      <section class="stack">
        <h2>Simpulan</h2>
        <p>{laporan.simpulan}</p>
      </section>
    ) : null}
    <p>
      Dikirim oleh {laporan.pengirim ?? '……………………'}, diterima oleh {laporan.pemeriksa ?? '……………………'}
      .
    </p>
  </PrintLayout>
)

const wordsOf = (area: AreaLingkar, field: 'hambatan' | 'solusi') =>
  [
    area.isi?.[field],
    ...area.butir.map(({ teks, isi }) => (isi?.[field] ? `${teks}: ${isi[field]}` : null)),
  ]
    .filter(Boolean)
    .join('; ')
