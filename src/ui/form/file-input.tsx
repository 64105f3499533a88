import { Field, type FieldProps, inputAttributes } from './field.tsx'

export type FileInputProps = FieldProps & {
  /** As in HTML: ".pdf,image/*". */
  accept?: string | undefined
  multiple?: boolean | undefined
  required?: boolean | undefined
}

/** A file. Put the form inside UploadForm to show progress. */
export const FileInput = (props: FileInputProps) => (
  <Field {...props}>
    <input
      class="input"
      {...inputAttributes(props)}
      type="file"
      accept={props.accept}
      multiple={props.multiple}
      required={props.required}
    />
  </Field>
)
