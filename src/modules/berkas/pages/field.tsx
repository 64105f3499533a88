import type { Child } from 'hono/jsx'
import { UploadField } from '#ui/form/upload-field.tsx'
import { type Berkas, stateOfBerkas, uploadPath } from '../berkas.ts'
import { sizeLabel, stateLabels } from '../labels.ts'

export type BerkasFieldProps = {
  name: string
  label: string
  hint?: Child
  error?: string | undefined
  optional?: boolean | undefined
  id?: string | undefined
  /** as in HTML, a help for choosing only: the content decides */
  accept?: string | undefined
  /** offers the camera on a phone */
  kamera?: boolean | undefined
  /** files that this form has sent already, from `berkasOfForm` */
  received?: readonly Berkas[] | undefined
}

const hintOfKinds = 'PDF, gambar, Word, Excel, PowerPoint, teks, audio, video, atau ZIP.'

/** Any number of files in a form; the `Form` around it needs `upload`. Read it with `berkasOfForm`. */
export const BerkasField = ({ received = [], kamera, hint, ...props }: BerkasFieldProps) => (
  <UploadField
    {...props}
    hint={hint ?? hintOfKinds}
    camera={kamera}
    endpoint={uploadPath}
    received={received.map((row) => ({
      id: row.id,
      name: row.nama,
      note: `${sizeLabel(row.ukuranDiterima)} · ${stateLabels[stateOfBerkas(row)]}`,
    }))}
  />
)
