import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'

type SignInProps = { typed: Typed; problems?: readonly Problem[] }

export const SignInPage = ({ typed, problems }: SignInProps) => {
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
      <p class="muted">
        Belum punya akun? Mintalah undangan kepada admin satuan kerja Anda. Anda akan menerima
        tautan melalui surel.
      </p>
    </>
  )
}
