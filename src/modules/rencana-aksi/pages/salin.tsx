import type { Problem, Typed } from '#platform/http/form.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Figures } from '#ui/data/figures.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Checkbox } from '#ui/form/choices.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Table } from '#ui/data/table.tsx'
import { type DiffRencana, type DiffRow, type FieldChange, isSame } from '../diff.ts'
import { diffLabels, shorten } from '../labels.ts'
import type { SalinanPage, SalinPreview } from '../queries/salin.ts'
import { planUrl } from '../urls.ts'
import { Changes } from './riwayat.tsx'

type PreviewProps = { page: SalinPreview; typed: Typed; problems: readonly Problem[] }

/** What the copy of a plan will be, before it is made. */
export const SalinView = ({ page, typed, problems }: PreviewProps) => {
  const { head, tahun, gantiTahun, figures, existing, diff } = page
  const url = planUrl(head.id, 'salin')
  const field = bindForm(typed, problems)
  return (
    <div class="stack">
      <PageHead
        title={`Salin ke tahun ${tahun}`}
        subtitle={`${head.judul}: bulan tetap, tanggal bergeser ${tahun - head.tahun} tahun`}
      />
      <form method="get" action={url} class="row">
        <TextInput
          name="tahun"
          id="tahun-pratinjau"
          label="Tahun tujuan"
          value={String(tahun)}
          inputmode="numeric"
          width="short"
        />
        <Checkbox
          name="ganti"
          id="ganti-pratinjau"
          label={`Ganti ${head.tahun} dalam teks menjadi ${tahun}`}
          checked={gantiTahun}
        />
        <Button>Lihat perubahan</Button>
      </form>
      <Figures items={figureItems(page)} />
      {existing ? (
        <Empty
          title={`Rencana ${head.jenis} tahun ${tahun} sudah ada`}
          actions={<ButtonLink href={planUrl(existing.id)}>Buka {existing.judul}</ButtonLink>}
        >
          Pilih tahun lain, atau ubah rencana yang sudah ada.
        </Empty>
      ) : (
        <Form
          action={url}
          problems={problems}
          hidden={{ tahun, gantiTahun: gantiTahun ? 'ya' : undefined }}
        >
          <TextInput {...field('judul')} label="Judul rencana baru" />
          <ButtonRow>
            <Button kind="main">Salin menjadi draf {tahun}</Button>
            <a href={planUrl(head.id, 'tahap')}>Batal</a>
          </ButtonRow>
        </Form>
      )}
      <h2>
        Perbedaan {head.tahun} dan {tahun}
      </h2>
      {isSame(diff) ? (
        <p>
          Semua {figures.butir} butir memakai bulan tanpa tanggal, jadi jadwalnya sama dengan{' '}
          {head.tahun}.
        </p>
      ) : (
        <Beside diff={diff} years={[head.tahun, tahun]} />
      )}
    </div>
  )
}

const figureItems = ({ head, figures }: SalinPreview) => [
  { label: 'Butir yang disalin', value: figures.butir },
  {
    label: 'Bertanggal',
    value: figures.bertanggal,
    note: 'tanggalnya bergeser; yang lain tetap bulannya',
  },
  {
    label: `Masih menyebut ${head.tahun}`,
    value: figures.menyebutTahun,
    note: 'dalam uraian, indikator, atau eviden',
  },
  {
    label: 'Tanpa penanggung jawab lama',
    value: figures.kehilanganOrang,
    note: 'orang atau unitnya sudah tidak ada',
  },
]

/** A copied plan beside the one it came from. */
export const SalinanView = ({ page: { head, source, diff } }: { page: SalinanPage }) => (
  <div class="stack">
    <PageHead
      title={`Dibandingkan dengan ${source.tahun}`}
      subtitle={`${head.judul} disalin dari ${source.judul}`}
    >
      <ButtonLink href={planUrl(source.id)}>Buka rencana {source.tahun}</ButtonLink>
    </PageHead>
    <Beside diff={diff} years={[source.tahun, head.tahun]} />
  </div>
)

type BesideProps = { diff: DiffRencana; years: readonly [number, number] }

/** Old and new in two columns, then the rows that only one of the plans has. */
const Beside = ({ diff, years: [before, after] }: BesideProps) => {
  const rows = diff.changed.flatMap(({ row, fields }) => fields.map((change) => ({ row, change })))
  if (isSame(diff)) return <p>Isi kedua rencana sama.</p>
  return (
    <>
      {rows.length > 0 ? (
        <Table<{ row: DiffRow; change: FieldChange }>
          caption="Butir yang berbeda"
          captionHidden
          columns={[
            { key: 'butir', label: 'Butir', main: true, cell: ({ row }) => shorten(row.teks, 140) },
            { key: 'isian', label: 'Isian', cell: ({ change }) => diffLabels[change.field] },
            { key: 'lama', label: String(before), cell: ({ change }) => change.before || '–' },
            { key: 'baru', label: String(after), cell: ({ change }) => change.after || '–' },
          ]}
          rows={rows}
        />
      ) : null}
      {diff.added.length + diff.removed.length > 0 ? (
        <Changes diff={{ ...diff, changed: [] }} />
      ) : null}
    </>
  )
}
