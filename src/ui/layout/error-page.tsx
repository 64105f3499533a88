import { ButtonLink } from '../form/button.tsx'
import { Brand, productName } from './brand.tsx'
import { Document } from './document.tsx'

export type ErrorStatus = 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503

export type ErrorPageProps = {
  status: ErrorStatus
  audience?: 'staff' | 'portal' | undefined
  /** Replaces the usual explanation, for example with the sentence of a refusal. */
  message?: string | undefined
  /** For 500: what to tell the person who keeps the system. */
  requestId?: string | undefined
  home?: string | undefined
  /** The page to return to; the browser's own back button otherwise. */
  back?: string | undefined
}

const texts: Readonly<Record<ErrorStatus, { title: string; message: string; next: string }>> = {
  401: {
    title: 'Anda perlu masuk dahulu',
    message: 'Halaman ini hanya untuk pengguna yang sudah masuk.',
    next: 'Masuk dengan akun Anda, lalu buka kembali halaman ini.',
  },
  403: {
    title: 'Halaman ini bukan wewenang Anda',
    message: 'Akun Anda tidak diberi akses ke halaman atau tindakan ini.',
    next: 'Bila seharusnya Anda berwenang, mintalah akses kepada admin satuan kerja Anda.',
  },
  404: {
    title: 'Yang Anda cari tidak ada di sini',
    message: 'Alamatnya mungkin salah ketik, atau isinya sudah dipindahkan.',
    next: 'Mulailah lagi dari beranda.',
  },
  409: {
    title: 'Tindakan ini tidak dapat dilakukan',
    message: 'Keadaannya sudah berubah sejak halaman dibuka.',
    next: 'Kembali, muat ulang halaman, lalu lihat keadaan terakhirnya.',
  },
  413: {
    title: 'Berkas terlalu besar',
    message: 'Ukuran kiriman melebihi batas yang dapat diterima.',
    next: 'Kecilkan berkasnya atau kirim beberapa kali, lalu coba lagi.',
  },
  422: {
    title: 'Isian belum lengkap',
    message: 'Sebagian isian tidak dapat dibaca.',
    next: 'Kembali, perbaiki isian yang ditandai, lalu kirim lagi.',
  },
  429: {
    title: 'Terlalu banyak percobaan',
    message: 'Untuk menjaga keamanan, permintaan dari perangkat ini dijeda sebentar.',
    next: 'Tunggu satu menit, lalu coba lagi.',
  },
  500: {
    title: 'Terjadi gangguan di sistem kami',
    message: 'Ini bukan kesalahan Anda. Yang sudah tersimpan tetap aman.',
    next: 'Bila terulang, sampaikan nomor permintaan ini kepada pengelola.',
  },
  503: {
    title: 'Layanan sedang dipelihara',
    message: 'Layanan berhenti sebentar untuk pemeliharaan. Yang sudah tersimpan tetap aman.',
    next: 'Coba lagi beberapa menit lagi.',
  },
}

/** A whole page for a request that did not succeed, with the next step. */
export const ErrorPage = (props: ErrorPageProps) => {
  const { status, audience = 'portal', requestId, back } = props
  const { title, message, next } = texts[status]
  const home = props.home ?? (audience === 'staff' ? '/kerja' : '/')
  return (
    <Document title={`${title} – ${productName}`} audience={audience}>
      <main class="error-page" id="isi">
        <Brand href={home} />
        <p class="error-status">{status}</p>
        <h1>{title}</h1>
        <p>{props.message ?? message}</p>
        <p>{next}</p>
        {requestId ? (
          <p class="small muted">
            Nomor permintaan: <code>{requestId}</code>
          </p>
        ) : null}
        <div class="button-row">
          {back ? (
            <ButtonLink href={back} kind="main">
              Kembali
            </ButtonLink>
          ) : null}
          <ButtonLink href={home} kind={back ? 'plain' : 'main'}>
            Ke beranda
          </ButtonLink>
        </div>
      </main>
    </Document>
  )
}
