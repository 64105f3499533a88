import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { FileInput } from '#ui/form/file-input.tsx'
import { Form } from '#ui/form/form.tsx'
import type { FieldProblem } from '#ui/form/problem-summary.tsx'
import { Card } from '#ui/layout/card.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'

export type UploadPageProps = {
  problems?: readonly FieldProblem[] | undefined
  /** the import that already waits with the same file */
  waiting?: string | undefined
}

export const UploadPage = ({ problems = [], waiting }: UploadPageProps) => (
  <>
    <PageHead
      title="Unggah keputusan"
      subtitle="Satu berkas berisi keputusan dengan lampiran rencana aksinya."
    />
    <Columns aside={<Advice />}>
      <Form action="/kerja/impor" upload problems={problems}>
        <FileInput
          name="berkas"
          label="Berkas keputusan"
          hint="PDF, DOCX, XLSX, CSV, TXT, atau JSON (renaksi/1); paling besar 25 MB. Jenisnya dikenali dari isinya, bukan dari namanya."
          accept=".pdf,.docx,.xlsx,.csv,.tsv,.txt,.json"
          error={problems.find(({ field }) => field === 'berkas')?.message}
          required
        />
        <ButtonRow>
          <Button kind="main">Unggah dan baca</Button>
          {waiting ? (
            <ButtonLink href={`/kerja/impor/${waiting}`}>Buka impor yang menunggu</ButtonLink>
          ) : null}
          <ButtonLink kind="quiet" href="/kerja/impor">
            Batal
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Columns>
  </>
)

const Advice = () => (
  <Card title="Agar terbaca dengan baik">
    <div class="prose small">
      <ul>
        <li>Dokumen asli dari Word atau Excel terbaca paling tepat.</li>
        <li>PDF dapat dibaca bila tulisannya dapat disalin; hasil pindai tanpa tulisan tidak.</li>
        <li>
          Belum punya berkasnya? <a href="/kerja/impor/templat.xlsx">Unduh templat XLSX</a>, isi,
          lalu unggah.
        </li>
      </ul>
    </div>
  </Card>
)
