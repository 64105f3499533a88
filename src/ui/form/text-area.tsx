import { Field, type FieldProps, inputAttributes } from './field.tsx'

export type TextAreaProps = FieldProps & {
  value?: string | null | undefined
  rows?: number | undefined
  maxlength?: number | undefined
  placeholder?: string | undefined
  required?: boolean | undefined
}

/** Several lines; grows with what is typed. */
export const TextArea = (props: TextAreaProps) => (
  <Field {...props}>
    <textarea
      class="input"
      {...inputAttributes(props)}
      rows={props.rows ?? 4}
      maxlength={props.maxlength}
      placeholder={props.placeholder}
      required={props.required}
    >
      {props.value ?? ''}
    </textarea>
  </Field>
)
