import type { Child } from 'hono/jsx'

/** What every input takes; `error` comes from the form's problems. */
export type FieldProps = {
  name: string
  label: string
  /** Defaults to the name; needed when one page has the same name twice. */
  id?: string | undefined
  hint?: Child
  error?: string | undefined
  /** Says "(boleh kosong)"; every other field must be filled. */
  optional?: boolean | undefined
}

export const fieldId = ({ id, name }: { id?: string | undefined; name: string }) =>
  id ?? name.replaceAll(/[^\w-]+/g, '-')

/** The attributes that tie an input to its label, hint and error. */
export const inputAttributes = (props: FieldProps) => {
  const id = fieldId(props)
  const described = [props.hint ? `${id}-petunjuk` : '', props.error ? `${id}-masalah` : '']
  return {
    id,
    name: props.name,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    'aria-invalid': props.error ? ('true' as const) : undefined,
  }
}

/** Label above, hint, error, then the input given as child. */
export const Field = (props: FieldProps & { children?: Child }) => {
  const id = fieldId(props)
  return (
    <div class="field" data-invalid={props.error ? '' : undefined}>
      <label class="field-label" for={id}>
        {props.label}
        <Optional when={props.optional} />
      </label>
      <Hint id={id} hint={props.hint} />
      <Problem id={id} error={props.error} />
      {props.children}
    </div>
  )
}

export const Optional = ({ when }: { when?: boolean | undefined }) =>
  when ? <span class="optional"> (boleh kosong)</span> : null

export const Hint = ({ id, hint }: { id: string; hint?: Child }) =>
  hint ? (
    <div class="field-hint" id={`${id}-petunjuk`}>
      {hint}
    </div>
  ) : null

export const Problem = ({ id, error }: { id: string; error?: string | undefined }) =>
  error ? (
    <div class="field-error" id={`${id}-masalah`}>
      <span class="visually-hidden">Masalah: </span>
      {error}
    </div>
  ) : null
