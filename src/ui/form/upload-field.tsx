import { asset } from '../assets.ts'
import { Field, type FieldProps, fieldId, inputAttributes } from './field.tsx'

export type UploadFieldProps = FieldProps & {
  /** As in HTML: ".pdf,image/*". */
  accept?: string | undefined
  /** A second button that opens the camera of a phone. */
  camera?: boolean | undefined
  /** Where the script sends files that can be continued (tus). */
  endpoint: string
  /** Sent before and still wanted; unticked, a file stays out of the form. */
  received?: readonly { id: string; name: string; note: string }[] | undefined
}

/** Several files. Without script they go with the form; with script each is sent at once and can be continued. */
export const UploadField = (props: UploadFieldProps) => {
  const { received = [], endpoint, camera, accept, name } = props
  const id = fieldId(props)
  return (
    <file-upload data-endpoint={endpoint} data-name={name}>
      <Field {...props}>
        <ul class="upload-list" data-list>
          {received.map((file) => (
            <li class="upload-item" data-state="received">
              <label class="upload-kept">
                <input type="checkbox" name={name} value={file.id} checked />
                <span class="upload-name">{file.name}</span>
              </label>
              <span class="upload-note-text">{file.note}</span>
            </li>
          ))}
        </ul>
        <div class="upload-inputs">
          <input
            class="input"
            {...inputAttributes(props)}
            type="file"
            accept={accept}
            multiple
            data-pick
          />
          {camera ? (
            <label class="button upload-camera" data-kind="plain">
              <span>Ambil foto</span>
              <input
                type="file"
                id={`${id}-kamera`}
                name={name}
                accept="image/*"
                capture="environment"
                data-pick
              />
            </label>
          ) : null}
        </div>
      </Field>
      <output class="visually-hidden" data-say></output>
      <script type="module" src={asset('upload.js')}></script>
    </file-upload>
  )
}
