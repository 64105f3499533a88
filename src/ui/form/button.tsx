import type { Child } from 'hono/jsx'

type Look = {
  /** `main` once on a page; `danger` for what cannot be undone. */
  kind?: 'main' | 'plain' | 'quiet' | 'danger' | undefined
  size?: 'small' | undefined
  children?: Child
}

export type ButtonProps = Look & {
  type?: 'submit' | 'button' | undefined
  name?: string | undefined
  value?: string | undefined
  form?: string | undefined
  formaction?: string | undefined
  disabled?: boolean | undefined
  /** Spoken instead of the text, when the text alone is not enough. */
  label?: string | undefined
}

/** Does something; say it with a verb: "Kirim tanggapan". */
export const Button = ({ kind = 'plain', size, type, label, children, ...rest }: ButtonProps) => (
  <button
    class="button"
    data-kind={kind}
    data-size={size}
    type={type ?? 'submit'}
    aria-label={label}
    {...rest}
  >
    {children}
  </button>
)

export type ButtonLinkProps = Look & { href: string; download?: boolean | undefined }

/** Goes somewhere, but is as important as a button. */
export const ButtonLink = ({ kind = 'plain', size, href, download, children }: ButtonLinkProps) => (
  <a class="button" data-kind={kind} data-size={size} href={href} download={download}>
    {children}
  </a>
)

/** Buttons in a row; the main one first under a form. */
export const ButtonRow = ({ children }: { children?: Child }) => (
  <div class="button-row">{children}</div>
)
