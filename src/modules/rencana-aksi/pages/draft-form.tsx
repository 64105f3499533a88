import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Radios } from '#ui/form/choices.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { jenisLabels } from '../labels.ts'
import { listUrl } from '../urls.ts'

type FormState = { typed: Typed; problems: readonly Problem[] }

/** A new, empty plan. */
export const DraftForm = ({ typed, problems }: FormState) => {
  const field = bindForm(typed, problems)
  return (
    <div class="stack">
      <PageHead
        title="Rencana aksi baru"
        subtitle="Satu rencana untuk setiap jenis dan tahun. Isinya disusun setelah draf dibuat."
      />
      <Form action={`${listUrl}/baru`} problems={problems}>
        <Radios
          {...field('jenis')}
          label="Jenis"
          options={Object.entries(jenisLabels).map(([value, label]) => ({ value, label }))}
        />
        <TextInput {...field('tahun')} label="Tahun" inputmode="numeric" width="short" />
        <TextInput
          {...field('judul')}
          label="Judul"
          hint="Seperti pada keputusan, misalnya Rencana Aksi Reformasi Birokrasi Tahun 2026."
        />
        <ButtonRow>
          <Button kind="main">Buat draf</Button>
          <a href={listUrl}>Batal</a>
        </ButtonRow>
      </Form>
    </div>
  )
}

type SectionProps = FormState & {
  title: string
  action: string
  cancel: string
  save: string
  /** areas also choose which of the eight areas of change they are */
  areas?: readonly { value: string; label: string }[] | undefined
}

/** Number and title of an area or a kegiatan. */
export const SectionForm = (props: SectionProps) => {
  const field = bindForm(props.typed, props.problems)
  return (
    <Form action={props.action} problems={props.problems}>
      <TextInput {...field('nomor')} label="Nomor" optional width="short" />
      <TextInput {...field('judul')} label="Judul" />
      {props.areas ? (
        <Select
          {...field('areaBaku')}
          label="Area perubahan baku"
          placeholder="Menurut judul"
          hint="Menentukan koordinator area dan rekapitulasi."
          options={props.areas}
        />
      ) : null}
      <ButtonRow>
        <Button kind="main">{props.save}</Button>
        <a href={props.cancel}>Batal</a>
      </ButtonRow>
    </Form>
  )
}
