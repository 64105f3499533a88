import type { Problem } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'

const path = '/kerja/akun/keamanan/aplikasi'

/** Before anything is offered: what it is and how one begins; or what is set already. */
export const TotpPage = ({ since }: { since: string | null }) => (
  <>
    <PageHead
      title="Aplikasi autentikator"
      subtitle={since ? `Aktif sejak ${since}` : 'Kode enam angka di telepon Anda, tanpa sinyal.'}
    />
    {since ? (
      <p>
        Saat masuk, Anda diminta mengetik kode dari aplikasi. Telepon baru? Pasang ulang: aplikasi
        lama tetap berlaku sampai yang baru dipastikan.
      </p>
    ) : (
      <div class="prose">
        <p>
          Anda memerlukan aplikasi autentikator di telepon, misalnya Google Authenticator, Microsoft
          Authenticator, Aegis, atau aplikasi kata sandi bawaan telepon. Aplikasi itu gratis dan
          bekerja tanpa internet.
        </p>
        <p>
          Pemasangan selesai dalam dua menit: pindai satu gambar, lalu ketik satu kode. Sesudahnya
          Anda menerima kode pemulihan untuk disimpan.
        </p>
      </div>
    )}
    <form method="post" action={`${path}/mulai`}>
      <ButtonRow>
        <Button kind={since ? 'plain' : 'main'}>{since ? 'Pasang ulang' : 'Mulai pasang'}</Button>
        {since ? (
          <ButtonLink kind="danger" href={`${path}/lepas`}>
            Lepas aplikasi
          </ButtonLink>
        ) : null}
        <a href="/kerja/akun/keamanan">Kembali</a>
      </ButtonRow>
    </form>
  </>
)

type EnrolProps = {
  /** the QR code as an SVG document */
  qr: string
  uri: string
  keyText: string
  problems?: readonly Problem[] | undefined
}

/** The QR code, the key in letters, and the code that proves both came across. */
export const EnrolTotpPage = ({ qr, uri, keyText, problems }: EnrolProps) => (
  <>
    <PageHead title="Pasang aplikasi autentikator" />
    <Columns
      aside={
        <img
          src={`data:image/svg+xml;base64,${Buffer.from(qr).toString('base64')}`}
          width={224}
          height={224}
          alt="Kode QR untuk aplikasi autentikator"
        />
      }
    >
      <ol>
        <li>Buka aplikasi autentikator, lalu pilih tambah akun dan pindai kode QR.</li>
        <li>
          Tidak dapat memindai? <a href={uri}>Buka di aplikasi telepon ini</a>, atau ketik kunci
          berikut:
          <br />
          <code>{keyText}</code>
        </li>
        <li>Ketik kode enam angka yang ditampilkan aplikasi.</li>
      </ol>
      <Form action={`${path}/pastikan`} problems={problems}>
        <TextInput
          {...bindForm({}, problems)('kode')}
          label="Kode enam angka"
          inputmode="numeric"
          autocomplete="one-time-code"
          width="short"
          maxlength={9}
          required
        />
        <ButtonRow>
          <Button kind="main">Pastikan dan aktifkan</Button>
          <a href="/kerja/akun/keamanan">Batal</a>
        </ButtonRow>
      </Form>
    </Columns>
  </>
)

/** Taking the app away takes the password and a code: who found an open screen has neither. */
export const RemoveTotpPage = ({ problems }: { problems?: readonly Problem[] | undefined }) => {
  const field = bindForm({}, problems)
  return (
    <>
      <PageHead
        title="Lepas aplikasi autentikator"
        subtitle="Setelah dilepas, kode dari aplikasi tidak berlaku lagi."
      />
      <Form problems={problems}>
        <TextInput
          {...field('sandi')}
          label="Kata sandi"
          type="password"
          autocomplete="current-password"
          required
        />
        <TextInput
          {...field('kode')}
          label="Kode enam angka"
          inputmode="numeric"
          autocomplete="one-time-code"
          width="short"
          maxlength={9}
          required
        />
        <ButtonRow>
          <Button kind="danger">Lepas aplikasi</Button>
          <a href={path}>Batal</a>
        </ButtonRow>
      </Form>
    </>
  )
}
