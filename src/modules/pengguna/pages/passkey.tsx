import type { Child } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'

type PasskeyFormProps = {
  action: string
  /** where the browser asks what is wanted of the key */
  options: string
  /** makes a new key instead of signing with one */
  make?: boolean
  button: string
  kind?: 'main' | 'plain'
  hidden?: Readonly<Record<string, string | undefined>>
  children?: Child
}

/** A form that the browser's passkey dialog completes; absent without script. */
export const PasskeyForm = ({ action, options, make, hidden = {}, ...rest }: PasskeyFormProps) => (
  <passkey-form data-options={options} data-make={make ? '' : undefined} hidden>
    <form class="form" method="post" action={action}>
      <input type="hidden" name="jawaban" value="" />
      {Object.entries(hidden).map(([name, value]) =>
        value === undefined ? null : <input type="hidden" name={name} value={value} />,
      )}
      {rest.children}
      <div class="button-row">
        <Button kind={rest.kind ?? 'plain'}>{rest.button}</Button>
        <output class="muted"></output>
      </div>
    </form>
  </passkey-form>
)
