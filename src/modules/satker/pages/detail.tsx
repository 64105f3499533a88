import type { Problem, Typed } from '#platform/http/form.ts'
import { longDate } from '#platform/date.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Empty } from '#ui/data/empty.tsx'
import { Table } from '#ui/data/table.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { jenisSatkerLabels, jenisUnitLabels, zonaLabels } from '../labels.ts'
import type { SatkerDetail } from '../queries.ts'

type Props = { detail: SatkerDetail; typed?: Typed; problems?: readonly Problem[] }

export const DetailPage = ({ detail, typed = {}, problems = [] }: Props) => {
  const { satker, units, otherUnits, posts, can } = detail
  return (
    <>
      <PageHead title={satker.nama} subtitle={`Kode wilayah ${satker.kode}`} />
      <DefinitionList
        items={[
          {
            term: 'Jenis',
            value: jenisSatkerLabels[satker.jenis as keyof typeof jenisSatkerLabels],
          },
          { term: 'Wilayah', value: satker.wilayah },
          { term: 'Zona waktu', value: zonaLabels[satker.zona_waktu] ?? satker.zona_waktu },
        ]}
      />
      <section class="stack" aria-labelledby="unit">
        <h2 id="unit">Unit</h2>
        <UnitTable
          units={units}
          caption="Unit yang berlaku hari ini"
          satkerKode={satker.kode}
          manage={can.manage}
        />
        {otherUnits.length > 0 ? (
          <details>
            <summary>Unit yang sudah berakhir atau belum mulai ({otherUnits.length})</summary>
            <UnitTable
              units={otherUnits}
              caption="Unit lain"
              satkerKode={satker.kode}
              manage={false}
            />
          </details>
        ) : null}
        {can.manage ? <AddUnit satkerKode={satker.kode} typed={typed} problems={problems} /> : null}
      </section>
      <section class="stack" aria-labelledby="jabatan">
        <h2 id="jabatan">Jabatan</h2>
        <ul>
          {posts.map((post) => (
            <li>{post.nama}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

type UnitTableProps = {
  units: SatkerDetail['units']
  caption: string
  satkerKode: string
  manage: boolean
}

const UnitTable = ({ units, caption, satkerKode, manage }: UnitTableProps) =>
  units.length === 0 ? (
    <Empty title="Belum ada unit">Tambahkan unit dengan nama dan dasarnya.</Empty>
  ) : (
    <Table
      caption={caption}
      captionHidden
      rows={units}
      columns={[
        { key: 'nama', label: 'Nama', main: true, cell: (unit) => unit.nama },
        { key: 'singkatan', label: 'Singkatan', cell: (unit) => unit.singkatan ?? '–' },
        { key: 'masa', label: 'Berlaku', width: 'narrow', cell: masa },
        { key: 'sumber', label: 'Dasar', cell: (unit) => <span class="muted">{unit.sumber}</span> },
        ...(manage
          ? [
              {
                key: 'akhiri',
                label: 'Tindakan',
                width: 'narrow' as const,
                cell: (unit: SatkerDetail['units'][number]) => (
                  <a
                    href={`/kerja/satker/${satkerKode}/unit/${unit.id}/akhiri`}
                    aria-label={`Akhiri ${unit.nama}`}
                  >
                    Akhiri
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  )

const masa = ({ dari, sampai }: { dari: string; sampai: string | null }) =>
  sampai ? `${longDate(dari)} – sebelum ${longDate(sampai)}` : `Sejak ${longDate(dari)}`

const AddUnit = ({
  satkerKode,
  typed,
  problems,
}: {
  satkerKode: string
  typed: Typed
  problems: readonly Problem[]
}) => {
  const field = bindForm(typed, problems)
  return (
    <details open={problems.length > 0}>
      <summary>Tambah unit</summary>
      <Form
        action={`/kerja/satker/${satkerKode}/unit`}
        problems={problems}
        draft={`unit-${satkerKode}`}
      >
        <TextInput {...field('nama')} label="Nama unit" />
        <TextInput {...field('singkatan')} label="Singkatan" optional width="short" />
        <Select
          {...field('jenis')}
          label="Jenis"
          placeholder="Pilih jenis"
          width="medium"
          options={Object.entries(jenisUnitLabels).map(([value, label]) => ({ value, label }))}
        />
        <DateInput {...field('dari')} label="Berlaku sejak" />
        <TextInput
          {...field('sumber')}
          label="Dasar"
          hint="Nomor keputusan atau peraturan yang membentuknya."
        />
        <ButtonRow>
          <Button kind="main">Simpan unit</Button>
        </ButtonRow>
      </Form>
    </details>
  )
}
