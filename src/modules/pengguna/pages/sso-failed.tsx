import { ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'

/** Why the organisation's own way in did not work, and the two ways on. */
export const SsoFailedPage = ({ message, label }: { message: string; label: string }) => (
  <>
    <PageHead title="Belum dapat masuk" subtitle={`Masuk dengan ${label}`} />
    <p role="alert">{message}</p>
    <ButtonRow>
      <ButtonLink kind="main" href="/masuk/sso">
        Coba lagi
      </ButtonLink>
      <ButtonLink href="/masuk">Masuk dengan kata sandi</ButtonLink>
    </ButtonRow>
  </>
)
