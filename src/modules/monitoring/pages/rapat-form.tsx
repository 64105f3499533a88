import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Radios } from '#ui/form/choices.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { jenisRapat } from '../jenis-rapat.ts'
import type { RapatChoices } from '../queries/rapat-detail.ts'

export type RapatFormProps = {
  title: string
  action: string
  back: string
  draft: string
  choices: RapatChoices
  typed: Typed
  problems: readonly Problem[]
}

type Field = ReturnType<typeof bindForm>

/** Everything about a meeting before it takes place. */
export const RapatFormView = (props: RapatFormProps) => {
  const { title, action, back, draft, typed, problems, choices } = props
  const field = bindForm(typed, problems)
  return (
    <div class="stack">
      <PageHead title={title} />
      <Form action={action} problems={problems} draft={draft} hidden={versiOf(typed)}>
        <Radios
          {...field('jenis')}
          label="Jenis rapat"
          options={jenisRapat.map(({ kode, nama, untuk }) => ({
            value: kode,
            label: nama,
            hint: untuk,
          }))}
        />
        <TextInput {...field('judul')} label="Judul" maxlength={300} />
        <When field={field} />
        <People field={field} choices={choices} />
        <TextArea
          {...field('agenda')}
          label="Agenda"
          hint="Satu pokok sebaris."
          optional
          rows={4}
        />
        <TextInput
          {...field('nomorUndangan')}
          label="Nomor undangan"
          optional
          width="medium"
          maxlength={100}
        />
        {choices.laporan.length > 0 ? (
          <Select
            {...field('laporanId')}
            label="Membahas laporan monev"
            optional
            placeholder="Tidak terkait putaran monev"
            options={choices.laporan.map(({ id, judul }) => ({ value: id, label: judul }))}
          />
        ) : null}
        <ButtonRow>
          <Button kind="main">Simpan rapat</Button>
          <a href={back}>Batal</a>
        </ButtonRow>
      </Form>
    </div>
  )
}

const versiOf = ({ versi }: Typed) => ({ versi: typeof versi === 'string' ? versi : undefined })

const When = ({ field }: { field: Field }) => (
  <Fieldset legend="Waktu dan tempat">
    <DateInput {...field('tanggal')} label="Tanggal" />
    <TextInput {...field('jamMulai')} label="Mulai pukul" type="time" width="short" />
    <TextInput {...field('jamSelesai')} label="Selesai pukul" type="time" width="short" optional />
    <TextInput {...field('tempat')} label="Tempat" optional maxlength={300} />
    <TextInput
      {...field('tautan')}
      label="Tautan rapat daring"
      type="url"
      optional
      placeholder="https://"
    />
  </Fieldset>
)

const People = ({ field, choices }: { field: Field; choices: RapatChoices }) => {
  const options = choices.people.map(({ id, nama }) => ({ value: id, label: nama }))
  return (
    <Fieldset legend="Pimpinan dan notulis">
      <Select
        {...field('pimpinanId')}
        label="Pimpinan rapat"
        optional
        placeholder="Pilih orang"
        filterable
        options={options}
      />
      <TextInput
        {...field('pimpinanNama')}
        label="Pimpinan dari luar satuan kerja"
        optional
        maxlength={200}
      />
      <Select
        {...field('notulisId')}
        label="Notulis"
        optional
        placeholder="Pilih orang"
        filterable
        options={options}
      />
      <TextInput
        {...field('notulisNama')}
        label="Notulis dari luar satuan kerja"
        optional
        maxlength={200}
      />
    </Fieldset>
  )
}
