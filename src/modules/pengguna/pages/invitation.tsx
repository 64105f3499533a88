import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { NewPasswordFields } from './password.tsx'

type Invitation = {
  satkerNama: string
  peran: string
  email: string
  problems: readonly Problem[]
}

const Invited = ({ satkerNama, peran, email }: Invitation) => (
  <p>
    Anda diundang bekerja untuk <b>{satkerNama}</b> sebagai <b>{peran}</b>, dengan surel{' '}
    <b>{email}</b>.
  </p>
)

/** For who has no account yet. */
export const AcceptPage = (props: Invitation & { typed: Typed }) => {
  const field = bindForm(props.typed, props.problems)
  return (
    <>
      <PageHead title="Terima undangan" />
      <Invited {...props} />
      <Form problems={props.problems}>
        <TextInput
          {...field('nama')}
          label="Nama lengkap"
          hint="Dengan gelar, seperti pada surat keputusan."
          autocomplete="name"
          required
        />
        <NewPasswordFields email={props.email} problems={props.problems} />
        <ButtonRow>
          <Button kind="main">Terima dan masuk</Button>
        </ButtonRow>
      </Form>
    </>
  )
}

/** For who has an account at another office. */
export const JoinPage = (props: Invitation) => (
  <>
    <PageHead title="Terima undangan" />
    <Invited {...props} />
    <p>Surel ini sudah punya akun KPU HUB. Masukkan kata sandinya untuk bergabung.</p>
    <Form problems={props.problems}>
      <input type="hidden" name="email" value={props.email} autocomplete="username" />
      <TextInput
        {...bindForm({}, props.problems)('sandi')}
        label="Kata sandi akun Anda"
        type="password"
        autocomplete="current-password"
        required
      />
      <ButtonRow>
        <Button kind="main">Bergabung</Button>
        <a href="/lupa-sandi">Lupa kata sandi?</a>
      </ButtonRow>
    </Form>
  </>
)

const deadTexts: Readonly<Record<string, string>> = {
  accepted: 'Undangan ini sudah diterima. Silakan masuk dengan surel dan kata sandi Anda.',
  revoked: 'Undangan ini sudah dicabut oleh admin satuan kerja.',
  expired: 'Undangan ini sudah lewat masanya. Mintalah admin satuan kerja mengirimkannya kembali.',
  unknown:
    'Alamatnya mungkin terpotong, atau undangannya sudah dikirim ulang dengan tautan baru. Periksa surel undangan yang terakhir.',
}

export const InvitationDeadPage = ({ state }: { state: string }) => (
  <>
    <PageHead title="Undangan tidak berlaku" />
    <p>{deadTexts[state] ?? deadTexts['unknown']}</p>
    <ButtonRow>
      <ButtonLink kind="main" href="/masuk">
        Ke halaman masuk
      </ButtonLink>
    </ButtonRow>
  </>
)
