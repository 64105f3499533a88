import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'

type Props = {
  satkerKode: string
  unit: { id: string; nama: string; versi: number }
  typed: Typed
  problems: readonly Problem[]
}

export const EndUnitPage = ({ satkerKode, unit, typed, problems }: Props) => (
  <>
    <PageHead
      title={`Akhiri ${unit.nama}`}
      subtitle="Yang sudah tercatat atas nama unit ini tetap tersimpan."
    />
    <Form problems={problems} hidden={{ versi: unit.versi }}>
      <DateInput
        {...bindForm(typed, problems)('sampai')}
        label="Tidak berlaku lagi sejak"
        hint="Hari pertama unit ini tidak ada."
      />
      <ButtonRow>
        <a href={`/kerja/satker/${satkerKode}`}>Batal</a>
        <Button kind="main">Akhiri unit</Button>
      </ButtonRow>
    </Form>
  </>
)
