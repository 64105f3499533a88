import type { Problem, Typed } from '#platform/http/form.ts'
import { Table } from '#ui/data/table.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { type FieldProps, inputAttributes } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { labelPeran } from '../labels.ts'
import { peranList } from '../peran.ts'

type PolicyProps = { typed: Typed; problems?: readonly Problem[] | undefined }

/** Which roles of all 553 offices must have a second factor, and how many days they have. */
export const FactorPolicyPage = ({ typed, problems }: PolicyProps) => {
  const field = bindForm(typed, problems)
  return (
    <>
      <PageHead
        title="Kewajiban verifikasi dua langkah"
        subtitle="Berlaku untuk semua satuan kerja."
      />
      <p class="prose">
        Peran dengan tanggal wajib memasang aplikasi autentikator atau kunci sandi. Tenggang
        dihitung sejak orangnya pertama kali masuk setelah tanggal itu; sesudah tenggang lewat,
        halaman lain baru terbuka setelah faktor kedua dipasang. Kosongkan tanggal bila tidak wajib.
      </p>
      <Form problems={problems}>
        <Table
          caption="Peran dan kewajibannya"
          captionHidden
          rows={peranList}
          columns={[
            { key: 'peran', label: 'Peran', main: true, cell: (peran) => labelPeran(peran) },
            {
              key: 'sejak',
              label: 'Wajib sejak',
              cell: (peran) => (
                <CellInput
                  {...field(`sejak.${peran}`)}
                  label={`Wajib sejak, ${labelPeran(peran)}`}
                  type="date"
                />
              ),
            },
            {
              key: 'tenggang',
              label: 'Tenggang (hari)',
              cell: (peran) => (
                <CellInput
                  {...field(`tenggang.${peran}`)}
                  label={`Tenggang dalam hari, ${labelPeran(peran)}`}
                  type="number"
                />
              ),
            },
          ]}
        />
        <ButtonRow>
          <Button kind="main">Simpan kewajiban</Button>
          <a href="/kerja/pengguna">Batal</a>
        </ButtonRow>
      </Form>
    </>
  )
}

type CellProps = FieldProps & { value: string | undefined; type: 'date' | 'number' }

/** An input that the heads of its row and column name. */
const CellInput = ({ value, type, ...props }: CellProps) => (
  <>
    <input
      class="input"
      {...inputAttributes(props)}
      type={type}
      value={value ?? ''}
      data-width="short"
      aria-label={props.label}
      min={type === 'number' ? 0 : undefined}
      max={type === 'number' ? 90 : undefined}
    />
    {props.error ? (
      <span class="field-error" id={`${inputAttributes(props).id}-masalah`}>
        {props.error}
      </span>
    ) : null}
  </>
)
