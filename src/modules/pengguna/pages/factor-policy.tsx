import type { Problem, Typed } from '#platform/http/form.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
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
        {peranList.map((peran) => (
          <Fieldset legend={labelPeran(peran)}>
            <div class="row">
              <DateInput {...field(`sejak.${peran}`)} label="Wajib sejak" optional />
              <TextInput
                {...field(`tenggang.${peran}`)}
                label="Tenggang"
                type="number"
                inputmode="numeric"
                min={0}
                max={90}
                suffix="hari"
                width="short"
              />
            </div>
          </Fieldset>
        ))}
        <ButtonRow>
          <Button kind="main">Simpan kewajiban</Button>
          <a href="/kerja/pengguna">Batal</a>
        </ButtonRow>
      </Form>
    </>
  )
}
