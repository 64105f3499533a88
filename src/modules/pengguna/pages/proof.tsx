import type { Problem } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'

type ProofProps = { email: string; ke: string; problems?: readonly Problem[] | undefined }

/** Asked again before the ways into an account are changed, when the last proof is older than 15 minutes. */
export const ProofPage = ({ email, ke, problems }: ProofProps) => (
  <>
    <PageHead
      title="Pastikan ini Anda"
      subtitle="Sebelum mengubah keamanan akun, ketik kata sandi Anda sekali lagi."
    />
    <Form problems={problems} hidden={{ ke }}>
      <input type="hidden" name="email" value={email} autocomplete="username" />
      <TextInput
        {...bindForm({}, problems)('sandi')}
        label="Kata sandi"
        type="password"
        autocomplete="current-password"
        required
      />
      <ButtonRow>
        <Button kind="main">Lanjutkan</Button>
        <a href="/kerja/akun/keamanan">Batal</a>
      </ButtonRow>
    </Form>
  </>
)
