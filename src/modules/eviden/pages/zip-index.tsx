import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { csvLine } from '#platform/csv.ts'
import { longDate, monthName } from '#platform/date.ts'
import { bentukLabels, mediaLabels, pakaiLabels, pointerText } from '../labels.ts'
import type { ZipPlan, ZipRow } from './zip-entries.ts'
import { DocumentBody } from './document.tsx'

export type ZipHead = { judul: string; satkerNama: string; keterangan: string }

const columns = [
  'Area',
  'Kegiatan',
  'Butir',
  'Dokumen yang diminta',
  'Untuk',
  'Eviden',
  'Bentuk',
  'Tanggal',
  'Sumber',
  'Letak',
  'Keadaan',
  'Berkas dalam arsip',
  'Tautan',
  'SHA-256',
  'Dipasang oleh',
  'Catatan pemeriksa',
]

const cellsOf = ({ area, kegiatan, butir, use }: ZipRow, pathOf: ZipPlan['pathOf']) => {
  const { eviden } = use
  return [
    area,
    kegiatan,
    butir,
    use.slot ?? 'di luar daftar',
    use.bulan === null ? 'sepanjang tahun' : monthName(use.bulan),
    eviden.judul,
    eviden.media ? mediaLabels[eviden.media] : bentukLabels[eviden.bentuk],
    eviden.tanggal,
    eviden.sumber ?? '',
    pointerText(use),
    pakaiLabels[use.state],
    pathOf.get(eviden.id) ?? 'belum selesai diperiksa',
    eviden.url ?? '',
    eviden.berkas?.sha256 ?? '',
    use.createdBy.nama,
    use.catatanPutusan ?? '',
  ]
}

/** The index for spreadsheets. */
export const indexCsv = (rows: readonly ZipRow[], { pathOf }: ZipPlan): string =>
  `\uFEFF${[columns, ...rows.map((row) => cellsOf(row, pathOf))].map(csvLine).join('')}`

/** The index for reading: opens in any browser without network. */
export const indexHtml = (head: ZipHead, rows: readonly ZipRow[], plan: ZipPlan): string =>
  page(
    head.judul,
    <>
      <h1>{head.judul}</h1>
      <p>{head.satkerNama}</p>
      <p>{head.keterangan}</p>
      <p>
        Periksa keutuhannya dengan <code>sha256sum -c SHA256SUMS</code> di folder ini.
      </p>
      <table>
        <thead>
          <tr>
            {['Butir', 'Dokumen', 'Untuk', 'Eviden', 'Tanggal', 'Sumber', 'Keadaan'].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map((row, index) => tableRow(row, rows[index - 1], plan))}</tbody>
      </table>
    </>,
  )

function tableRow(row: ZipRow, before: ZipRow | undefined, { pathOf }: ZipPlan) {
  const { use } = row
  const path = pathOf.get(use.eviden.id)
  return (
    <>
      {before?.area === row.area ? null : (
        <tr>
          <th class="band" scope="colgroup" colspan={7}>
            {row.area}
          </th>
        </tr>
      )}
      <tr>
        <th scope="row">{row.butir}</th>
        <td>{use.slot ?? 'di luar daftar'}</td>
        <td>{use.bulan === null ? 'sepanjang tahun' : monthName(use.bulan)}</td>
        <td>
          {path ? <a href={hrefOf(path)}>{use.eviden.judul}</a> : use.eviden.judul}
          {use.eviden.url ? (
            <>
              {' '}
              <a href={use.eviden.url}>tautan</a>
            </>
          ) : null}
          {pointerText(use) ? ` (${pointerText(use)})` : ''}
          {path === null ? ' (berkas belum selesai diperiksa)' : ''}
        </td>
        <td>{longDate(use.eviden.tanggal)}</td>
        <td>{use.eviden.sumber}</td>
        <td>{pakaiLabels[use.state]}</td>
      </tr>
    </>
  )
}

const hrefOf = (path: string) => path.split('/').map(encodeURIComponent).join('/')

/** A record of the system as a page of its own. */
export const documentHtml = ({ use, document }: ZipRow): string =>
  page(
    use.eviden.judul,
    <>
      <h1>{document?.judul ?? use.eviden.judul}</h1>
      {document ? (
        <>
          <p>per {longDate(document.per)}</p>
          <DocumentBody isi={document} />
        </>
      ) : (
        <p>Belum ada data pada periode ini.</p>
      )}
    </>,
  )

const style = `body{font:15px/1.5 system-ui,sans-serif;margin:2rem;color:#231e1b}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #cec4b8;padding:.4rem .6rem;text-align:left;vertical-align:top;font-weight:400}
thead th{font-weight:600}.band{background:#f2ede6;font-weight:600}code{font-family:monospace}`

// No part of the page waits, so what hono gives is text (as an object) and no promise of it.
const page = (title: string, body: Child): string =>
  [html`<!doctype html>${<Whole title={title}>{body}</Whole>}` as string].join('')

const Whole = ({ title, children }: { title: string; children?: Child }) => (
  <html lang="id">
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <style>{style}</style>
    </head>
    <body>{children}</body>
  </html>
)
