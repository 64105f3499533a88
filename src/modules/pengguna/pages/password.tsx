import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { leastPasswordLength } from '../password-rules.ts'

type ForgotProps = { typed: Typed; problems?: readonly Problem[] }

export const ForgotPage = ({ typed, problems }: ForgotProps) => {
  const field = bindForm(typed, problems)
  return (
    <>
      <PageHead
        title="Lupa kata sandi"
        subtitle="Kami kirim tautan ke surel Anda untuk mengatur kata sandi baru."
      />
      <Form action="/lupa-sandi" problems={problems}>
        <TextInput
          {...field('email')}
          label="Alamat surel"
          type="email"
          inputmode="email"
          autocomplete="username"
          required
        />
        <ButtonRow>
          <Button kind="main">Kirim tautan</Button>
        </ButtonRow>
      </Form>
    </>
  )
}

export const LinkSentPage = ({ email }: { email: string }) => (
  <>
    <PageHead title="Periksa surel Anda" />
    <p>
      Jika <b>{email}</b> terdaftar, tautan untuk mengatur kata sandi sudah kami kirim ke sana.
      Tautan berlaku satu jam dan hanya dapat dipakai satu kali.
    </p>
    <p>
      Tidak menerima surel? Lihat folder spam, periksa ejaan alamatnya, atau tanyakan kepada admin
      satuan kerja Anda alamat mana yang didaftarkan.
    </p>
    <ButtonRow>
      <ButtonLink href="/lupa-sandi">Pakai alamat lain</ButtonLink>
    </ButtonRow>
  </>
)

type NewPasswordProps = { email: string; problems?: readonly Problem[] | undefined }

export const NewPasswordPage = ({ email, problems }: NewPasswordProps) => (
  <>
    <PageHead title="Atur kata sandi" subtitle={email} />
    <Form problems={problems}>
      <NewPasswordFields problems={problems} email={email} />
      <ButtonRow>
        <Button kind="main">Simpan kata sandi</Button>
      </ButtonRow>
    </Form>
    <p class="muted">Setelah disimpan, Anda keluar dari semua perangkat.</p>
  </>
)

/** The new password, twice; the hidden e-mail tells a password manager whose it is. */
export const NewPasswordFields = ({ email, problems }: NewPasswordProps) => {
  const field = bindForm({}, problems)
  return (
    <>
      <input type="hidden" name="email" value={email} autocomplete="username" />
      <TextInput
        {...field('sandi')}
        label="Kata sandi baru"
        hint={`Paling sedikit ${leastPasswordLength} huruf. Tiga atau empat kata yang tidak berhubungan mudah diingat dan sulit ditebak.`}
        type="password"
        autocomplete="new-password"
        required
      />
      <TextInput
        {...field('ulang')}
        label="Ketik ulang kata sandi baru"
        type="password"
        autocomplete="new-password"
        required
      />
    </>
  )
}

export const LinkDeadPage = () => (
  <>
    <PageHead title="Tautan tidak berlaku" />
    <p>Tautan ini sudah dipakai, sudah lewat satu jam, atau alamatnya tidak lengkap.</p>
    <ButtonRow>
      <ButtonLink kind="main" href="/lupa-sandi">
        Minta tautan baru
      </ButtonLink>
    </ButtonRow>
  </>
)
