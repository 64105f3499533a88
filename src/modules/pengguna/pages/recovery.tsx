import type { Problem } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { Card } from '#ui/layout/card.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'

type CodesProps = { codes: readonly string[]; email: string; made: string; lead: string }

/** The codes, this once. To keep: on paper, or as a text file that needs no script. */
export const RecoveryCodesPage = ({ codes, email, made, lead }: CodesProps) => (
  <>
    <PageHead title="Simpan kode pemulihan Anda" subtitle={lead} />
    <p>
      Bila telepon Anda hilang, satu kode menggantikan langkah kedua satu kali. Kode ini{' '}
      <b>tidak akan ditampilkan lagi</b>. Cetak halaman ini atau simpan berkasnya, lalu taruh di
      tempat yang hanya Anda jangkau.
    </p>
    <Card title="Kode pemulihan KPU HUB">
      <p class="muted">
        {email} · {made}
      </p>
      <ol>
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </Card>
    <ButtonRow>
      <ButtonLink kind="main" href="/kerja/akun/keamanan">
        Saya sudah menyimpannya
      </ButtonLink>
      <a href={textFile(codes, email, made)} download="kode-pemulihan-kpu-hub.txt">
        Simpan sebagai berkas teks
      </a>
    </ButtonRow>
  </>
)

const textFile = (codes: readonly string[], email: string, made: string): string => {
  const lines = [
    'Kode pemulihan KPU HUB',
    email,
    made,
    '',
    ...codes,
    '',
    'Setiap kode berlaku satu kali.',
  ]
  return `data:text/plain;charset=utf-8,${encodeURIComponent(lines.join('\r\n'))}`
}

type RenewProps = { left: number; problems?: readonly Problem[] | undefined }

export const RenewCodesPage = ({ left, problems }: RenewProps) => (
  <>
    <PageHead title="Kode pemulihan" subtitle={`${left} kode belum dipakai`} />
    <p>
      Membuat kode baru membatalkan semua kode yang lama. Lakukan bila kode hampir habis atau
      kertasnya hilang.
    </p>
    <Form problems={problems}>
      <TextInput
        {...bindForm({}, problems)('sandi')}
        label="Kata sandi"
        type="password"
        autocomplete="current-password"
        required
      />
      <ButtonRow>
        <Button kind="main">Buat sepuluh kode baru</Button>
        <a href="/kerja/akun/keamanan">Batal</a>
      </ButtonRow>
    </Form>
  </>
)
