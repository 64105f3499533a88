import { Field, type FieldProps, inputAttributes } from './field.tsx'

export type DateInputProps = FieldProps & {
  /** ISO: 2026-02-03, or 2026-02 for a month. */
  value?: string | null | undefined
  type?: 'date' | 'month' | 'datetime-local' | undefined
  min?: string | undefined
  max?: string | undefined
  required?: boolean | undefined
}

/** A date, by the browser's own picker. */
export const DateInput = (props: DateInputProps) => (
  <Field {...props}>
    <input
      class="input"
      {...inputAttributes(props)}
      type={props.type ?? 'date'}
      value={props.value ?? ''}
      min={props.min}
      max={props.max}
      required={props.required}
      data-width={props.type === 'datetime-local' ? 'medium' : 'short'}
    />
  </Field>
)
