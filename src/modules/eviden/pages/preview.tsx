import { berkasUrl, pratinjauUrl } from '#modules/berkas'
import { longMoment } from '#platform/date.ts'
import type { Wilayah } from '../eviden.ts'
import type { Document } from '../queries/detail.ts'
import type { EvidenBrief } from '../queries/uses.ts'
import { DocumentBody } from './document.tsx'

type PreviewProps = {
  eviden: EvidenBrief & { urlDibacaAt?: Date | null; urlSebab?: string | null }
  document: Document | null
  zona: string
  wilayah?: readonly number[] | null
  halaman?: number | null
}

/** The evidence itself, as much of it as a page can show. */
export const EvidenPreview = ({ eviden, document, zona, wilayah, halaman }: PreviewProps) => {
  if (eviden.bentuk === 'catatan')
    return <blockquote class="evidence-text">{eviden.teks}</blockquote>
  if (eviden.bentuk === 'otomatis')
    return document ? (
      <DocumentBody isi={document.isi} />
    ) : (
      <p class="muted">Belum ada data pada periode ini.</p>
    )
  if (eviden.bentuk === 'tautan') return <LinkPreview eviden={eviden} zona={zona} />
  return <FilePreview eviden={eviden} wilayah={wilayah ?? null} halaman={halaman ?? null} />
}

const LinkPreview = ({ eviden, zona }: Pick<PreviewProps, 'eviden' | 'zona'>) => (
  <div class="stack">
    <p>
      <a href={eviden.url ?? ''} rel="noreferrer noopener" target="_blank">
        {eviden.url}
      </a>
    </p>
    {eviden.urlJudul ? <blockquote class="evidence-text">{eviden.urlJudul}</blockquote> : null}
    <p class="muted small">{linkNote(eviden, zona)}</p>
  </div>
)

function linkNote({ urlDibacaAt, urlJudul, urlSebab }: PreviewProps['eviden'], zona: string) {
  if (!urlDibacaAt)
    return urlJudul ? 'Judul halaman ketika dibaca.' : 'Judul halaman akan dibaca sebentar lagi.'
  const when = longMoment(urlDibacaAt, zona)
  return urlJudul
    ? `Judul halaman ketika dibaca pada ${when}.`
    : `Halaman tidak terbaca pada ${when}: ${urlSebab ?? 'tanpa sebab'} Judul yang ditulis tetap dipakai.`
}

type FileProps = { eviden: EvidenBrief; wilayah: readonly number[] | null; halaman: number | null }

const FilePreview = ({ eviden: { berkas, judul }, wilayah, halaman }: FileProps) => {
  if (!berkas) return null
  if (berkas.state === 'checking')
    return <p class="muted">Berkas sedang diperiksa. Muat ulang halaman sebentar lagi.</p>
  if (berkas.state === 'rejected') return <p class="muted">Berkas ditolak: {berkas.sebab}</p>
  const url =
    halaman && berkas.jenisIsi === 'application/pdf'
      ? `${berkasUrl(berkas.id)}#page=${halaman}`
      : berkasUrl(berkas.id)
  return (
    <div class="stack">
      <Shown berkas={berkas} judul={judul} wilayah={wilayah} />
      <p>
        <a class="button" href={url} target="_blank" rel="noopener">
          Buka berkas{halaman ? ` di halaman ${halaman}` : ''}
        </a>
      </p>
    </div>
  )
}

type ShownProps = {
  berkas: NonNullable<EvidenBrief['berkas']>
  judul: string
  wilayah: readonly number[] | null
}

const Shown = ({ berkas, judul, wilayah }: ShownProps) => {
  const jenis = berkas.jenisIsi ?? ''
  if (/^(video|audio)\//.test(jenis))
    return <p class="muted">Rekaman diputar oleh peramban lewat tombol di bawah.</p>
  if (!berkas.pratinjau) return <p class="muted">Jenis berkas ini tidak punya pratinjau.</p>
  const src = jenis.startsWith('image/') ? berkasUrl(berkas.id) : pratinjauUrl(berkas.id)
  return (
    <div class="evidence-preview">
      <img src={src} alt={`Pratinjau ${judul}`} />
      {wilayah ? <Region wilayah={wilayah as unknown as Wilayah} /> : null}
    </div>
  )
}

const Region = ({ wilayah: [x, y, lebar, tinggi] }: { wilayah: Wilayah }) => (
  <svg class="evidence-region" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
    <rect x={x} y={y} width={lebar} height={tinggi} />
  </svg>
)
