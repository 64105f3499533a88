import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Checkbox } from '#ui/form/choices.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { PasskeySignIn } from './sign-in.tsx'

export type SecondStepWays = { app: boolean; passkey: boolean; codesLeft: number }
export type StepWay = 'aplikasi' | 'pemulihan'

type SecondStepProps = {
  ways: SecondStepWays
  way: StepWay
  ke: string
  typed?: Typed
  problems?: readonly Problem[] | undefined
}

/** The second step of signing in: a code of the app, a passkey, or a recovery code. */
export const SecondStepPage = ({ ways, way, ke, typed = {}, problems }: SecondStepProps) => (
  <>
    <PageHead title="Langkah kedua" step="Langkah 2 dari 2" subtitle={subtitles[way]} />
    <CodeForm way={way} ke={ke} typed={typed} problems={problems} />
    {ways.passkey ? <PasskeySignIn ke={ke} /> : null}
    <OtherWay ways={ways} way={way} ke={ke} />
    <p class="muted">
      Kehilangan telepon dan kode pemulihan? Mintalah admin satuan kerja Anda mengatur ulang
      verifikasi dua langkah Anda.
    </p>
  </>
)

const subtitles: Readonly<Record<StepWay, string>> = {
  aplikasi: 'Buka aplikasi autentikator di telepon Anda, lalu ketik kode enam angka untuk KPU HUB.',
  pemulihan:
    'Ketik salah satu kode pemulihan yang Anda simpan. Setiap kode hanya berlaku satu kali.',
}

const CodeForm = (props: Omit<SecondStepProps, 'ways'>) => {
  const { way, ke, typed = {}, problems } = props
  const field = bindForm(typed, problems)
  return (
    <Form action="/masuk/langkah-kedua" problems={problems} hidden={{ ke, cara: way }}>
      {way === 'aplikasi' ? (
        <TextInput
          {...field('kode')}
          label="Kode enam angka"
          inputmode="numeric"
          autocomplete="one-time-code"
          width="short"
          maxlength={9}
          required
        />
      ) : (
        <TextInput
          {...field('kode')}
          label="Kode pemulihan"
          placeholder="7Q2MX-H0K9D"
          autocomplete="off"
          width="medium"
          maxlength={20}
          required
        />
      )}
      <Checkbox
        name="ingat"
        label="Ingat peramban ini 30 hari"
        hint="Jangan dipakai pada komputer bersama."
        checked={typed['ingat'] === 'ya'}
      />
      <ButtonRow>
        <Button kind="main">Lanjutkan</Button>
        <a href="/masuk">Kembali</a>
      </ButtonRow>
    </Form>
  )
}

const OtherWay = ({ ways, way, ke }: { ways: SecondStepWays; way: StepWay; ke: string }) => {
  const to = (cara: StepWay) => `/masuk/langkah-kedua?cara=${cara}&ke=${encodeURIComponent(ke)}`
  if (way === 'pemulihan')
    return ways.app ? (
      <p>
        <a href={to('aplikasi')}>Pakai kode dari aplikasi</a>
      </p>
    ) : null
  return ways.codesLeft > 0 ? (
    <p>
      <a href={to('pemulihan')}>Pakai kode pemulihan</a>
    </p>
  ) : null
}
