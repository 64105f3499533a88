import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { PasskeyForm } from './passkey.tsx'

type SignInProps = {
  typed: Typed
  problems?: readonly Problem[]
  /** words for the way through the organisation's own provider; absent when there is none */
  office?: string | undefined
}

export const SignInPage = ({ typed, problems, office }: SignInProps) => {
  const field = bindForm(typed, problems)
  const ke = typeof typed['ke'] === 'string' && typed['ke'] ? typed['ke'] : undefined
  return (
    <>
      <PageHead title="Masuk" subtitle="Untuk pegawai satuan kerja KPU yang sudah diundang." />
      <Form action="/masuk" problems={problems} hidden={{ ke }}>
        <TextInput
          {...field('email')}
          label="Alamat surel"
          type="email"
          inputmode="email"
          autocomplete="username"
          required
        />
        <TextInput
          {...field('sandi')}
          label="Kata sandi"
          type="password"
          autocomplete="current-password"
          required
        />
        <ButtonRow>
          <Button kind="main">Masuk</Button>
          <a href="/lupa-sandi">Lupa kata sandi?</a>
        </ButtonRow>
      </Form>
      <PasskeySignIn ke={ke} />
      {office ? (
        <ButtonRow>
          <ButtonLink href={`/masuk/sso${ke ? `?ke=${encodeURIComponent(ke)}` : ''}`}>
            Masuk dengan {office}
          </ButtonLink>
        </ButtonRow>
      ) : null}
      <p class="muted">
        Belum punya akun? Mintalah undangan kepada admin satuan kerja Anda. Anda akan menerima
        tautan melalui surel.
      </p>
    </>
  )
}

/** The button says nothing of "Masuk": the one beside it does. */
export const PasskeySignIn = ({ ke }: { ke?: string | undefined }) => (
  <PasskeyForm
    action="/masuk/kunci"
    options="/masuk/kunci/mulai"
    button="Pakai kunci sandi (passkey)"
    hidden={{ ke }}
  />
)
