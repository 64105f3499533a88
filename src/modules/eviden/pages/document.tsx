import { type IsiBukti } from '#platform/bukti-otomatis.ts'
import { formatNumber, longDate } from '#platform/date.ts'
import { AnnexTable } from '#ui/data/annex-table.tsx'
import { Figures } from '#ui/data/figures.tsx'
import { PrintLayout } from '#ui/layout/print-layout.tsx'
import { evidenUrl } from '../urls.ts'

/** Figures, rows and remarks of a record of the system. */
export const DocumentBody = ({ isi }: { isi: IsiBukti }) => (
  <div class="stack">
    <Figures
      items={isi.angka.slice(0, 4).map(({ label, nilai, satuan }) => ({
        label,
        value: formatNumber(nilai),
        unit: satuan ?? undefined,
      }))}
    />
    {isi.angka.length > 4 ? (
      <ul>
        {isi.angka.slice(4).map(({ label, nilai, satuan }) => (
          <li>
            {label}: {formatNumber(nilai)} {satuan}
          </li>
        ))}
      </ul>
    ) : null}
    {isi.baris.length > 0 ? (
      <AnnexTable
        caption={isi.judul}
        columns={isi.kolom.map((label) => ({ label }))}
        rows={isi.baris.map(({ isi: cells, url }) => ({
          cells: cells.map((cell, index) =>
            url !== null && index === 0 ? <a href={url}>{cell}</a> : cell,
          ),
        }))}
      />
    ) : null}
    {isi.catatan.map((one) => (
      <p class="small">{one}</p>
    ))}
  </div>
)

type DocumentProps = {
  id: string
  isi: IsiBukti
  /** hexadecimal; null while it lives */
  hash: string | null
  satkerNama: string
}

/** The record as a document for paper. */
export const DocumentPage = ({ id, isi, hash, satkerNama }: DocumentProps) => (
  <PrintLayout
    title={isi.judul}
    back={{ href: evidenUrl(id), label: 'Kembali ke eviden' }}
    head={
      <>
        <p>{satkerNama}</p>
        <h1>{isi.judul}</h1>
        <p>per {longDate(isi.per)}</p>
      </>
    }
  >
    <DocumentBody isi={isi} />
    <p class="small">
      {hash ? `Dikunci. SHA-256 ${hash}` : 'Belum dikunci: angkanya mengikuti keadaan terbaru.'}
    </p>
  </PrintLayout>
)
