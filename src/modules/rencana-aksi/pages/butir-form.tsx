import type { PersonChoice } from '#modules/pengguna'
import { monthName } from '#platform/date.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Checkbox, Checkboxes } from '#ui/form/choices.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import type { ButirEdit, ButirField } from '../butir-edit.ts'
import { titleOf } from '../labels.ts'
import type { RencanaTree } from '../tree.ts'

export type Owners = {
  people: readonly PersonChoice[]
  units: readonly { id: string; nama: string }[]
}

export type ButirFormProps = {
  action: string
  cancel: string
  tree: RencanaTree
  owners: Owners
  typed: Typed
  problems: readonly Problem[]
  /** an approved plan changes only by a proposal with its reason */
  proposal: boolean
  versi: number
  /** what is stored now, shown beside fields that differ */
  stored?: Partial<Record<ButirField, string>>
}

const months = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  label: monthName(index + 1),
}))

/** Everything that a butir says. */
export const ButirForm = (props: ButirFormProps) => {
  const { tree, owners, typed, problems, stored = {} } = props
  const bound = bindForm(typed, problems)
  const field = (name: ButirField, hint?: string) => {
    const now = stored[name]
    return {
      ...bound(name),
      hint: now === undefined ? hint : `Tersimpan sekarang: ${now || '(kosong)'}`,
    }
  }
  return (
    <Form action={props.action} problems={problems} hidden={{ versi: props.versi }}>
      <Fieldset legend="Butir">
        <Select
          {...field('kegiatanId')}
          label="Kegiatan"
          filterable
          options={tree.area.map((area) => ({
            label: titleOf(area),
            options: area.kegiatan.map((k) => ({ value: k.id, label: titleOf(k) })),
          }))}
        />
        <TextInput {...field('label')} label="Nomor" optional width="short" />
        <TextArea {...field('uraian')} label="Uraian" optional rows={3} />
        <TextArea {...field('langkah')} label="Langkah aksi" optional rows={3} />
        <TextArea
          {...field('indikator', 'Satu indikator setiap baris.')}
          label="Indikator keberhasilan"
          optional
          rows={3}
        />
        <TextArea
          {...field('eviden', 'Satu dokumen setiap baris.')}
          label="Eviden"
          optional
          rows={3}
        />
        <TextInput {...field('keterangan')} label="Keterangan" optional />
        <Checkbox
          name="prioritas"
          label="Target prioritas"
          checked={typed['prioritas'] === 'ya'}
          hint={
            stored.prioritas === undefined ? undefined : `Tersimpan sekarang: ${stored.prioritas}`
          }
        />
      </Fieldset>
      <ScheduleFields field={field} typed={typed} />
      <Fieldset legend="Penanggung jawab">
        <Select
          {...field('penanggungJawabId')}
          label="Orang"
          placeholder="Belum ada"
          optional
          filterable
          options={owners.people.map(({ id, nama }) => ({ value: id, label: nama }))}
        />
        <Select
          {...field('unitId')}
          label="Unit kerja"
          placeholder="Belum ada"
          optional
          options={owners.units.map(({ id, nama }) => ({ value: id, label: nama }))}
        />
      </Fieldset>
      {props.proposal ? (
        <TextArea
          {...bound('alasan')}
          label="Alasan perubahan"
          hint="Dibaca oleh yang memutuskan dan tersimpan di riwayat."
          rows={2}
        />
      ) : null}
      <ButtonRow>
        <Button kind="main">{props.proposal ? 'Ajukan perubahan' : 'Simpan'}</Button>
        <a href={props.cancel}>Batal</a>
      </ButtonRow>
    </Form>
  )
}

type ScheduleProps = {
  field: (
    name: ButirField,
    hint?: string,
  ) => {
    name: string
    value: string | undefined
    error: string | undefined
    hint: string | undefined
  }
  typed: Typed
}

const ScheduleFields = ({ field, typed }: ScheduleProps) => {
  const { value: _, ...bulan } = field('bulan', 'Setiap bulan yang dipilih menjadi satu kewajiban.')
  return (
    <Fieldset legend="Jadwal">
      <Checkboxes
        {...bulan}
        label="Bulan pelaksanaan"
        inline
        values={[typed['bulan'] ?? []].flat()}
        options={months}
      />
      <DateInput
        {...field(
          'mulai',
          'Bila jadwal menyebut tanggal; tanpa bulan, bulannya mengikuti tanggal.',
        )}
        label="Mulai"
        optional
      />
      <DateInput {...field('selesai')} label="Selesai" optional />
    </Fieldset>
  )
}

/** A butir as the form types it. */
export const typedButir = (edit: ButirEdit): Typed => ({
  kegiatanId: edit.kegiatanId,
  label: edit.label ?? '',
  uraian: edit.uraian ?? '',
  langkah: edit.langkah ?? '',
  keterangan: edit.keterangan ?? '',
  prioritas: edit.prioritas ? 'ya' : '',
  penanggungJawabId: edit.penanggungJawabId ?? '',
  unitId: edit.unitId ?? '',
  bulan: edit.bulan.map(String),
  mulai: edit.mulai ?? '',
  selesai: edit.selesai ?? '',
  eviden: edit.eviden.join('\n'),
  indikator: edit.indikator.join('\n'),
})
