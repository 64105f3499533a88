import type { Child } from 'hono/jsx'
import { type FieldProblem, ProblemSummary } from './problem-summary.tsx'

export type FormProps = {
  action?: string | undefined
  id?: string | undefined
  problems?: readonly FieldProblem[] | undefined
  /** Values sent along without being shown. */
  hidden?: Readonly<Record<string, string | number | undefined>> | undefined
  /** Files in the form: shows how far the upload is. */
  upload?: boolean | undefined
  /** Keeps what is typed in this browser under this key until it is sent. */
  draft?: string | undefined
  /** `session` forgets the draft with the tab; for devices that several people use. */
  draftKept?: 'session' | undefined
  children?: Child
}

/** A POST form with its problems on top. Fields are children; end with a ButtonRow. */
export const Form = (props: FormProps) => {
  const { action, id, problems = [], hidden = {}, upload, draft, draftKept } = props
  const form = (
    <form
      class="form"
      id={id}
      method="post"
      action={action}
      enctype={upload ? 'multipart/form-data' : undefined}
      novalidate
    >
      <Hidden values={hidden} />
      {props.children}
    </form>
  )
  const kept = draft ? (
    <auto-save data-key={draft} data-kept={draftKept}>
      {form}
    </auto-save>
  ) : (
    form
  )
  return (
    <div class="stack">
      <ProblemSummary problems={problems} />
      {upload ? <upload-progress>{kept}</upload-progress> : kept}
    </div>
  )
}

/** Values sent along without being shown. */
export const Hidden = ({ values }: { values: NonNullable<FormProps['hidden']> }) => (
  <>
    {Object.entries(values).map(([name, value]) =>
      value === undefined ? null : <input type="hidden" name={name} value={value} />,
    )}
  </>
)
