import { EvidenFilesField, type FilesOfForm } from '#modules/eviden'
import { longDate, longMoment, monthName } from '#platform/date.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Radios } from '#ui/form/choices.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { Card } from '#ui/layout/card.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import type { SelConflict } from '../conflict.ts'
import {
  butirTitle,
  selHints,
  selLabels,
  selMarks,
  shorten,
  tenggatText,
  titleOf,
} from '../labels.ts'
import type { selForStaff } from '../queries/butir.ts'
import { canFollow, type SelChange, type SelStatus, selStateOf, selStatuses } from '../sel.ts'
import { planUrl, withQuery } from '../urls.ts'
import { SlotSelect } from './bukti-form.tsx'
import { SelBukti } from './bukti-list.tsx'
import { History } from './riwayat.tsx'

/** Where this page was opened from, and how its form carries that along. */
export type Back = { href: string; query: Readonly<Record<string, string>> }

export type SelPage = Awaited<ReturnType<typeof selForStaff>>

type Received = FilesOfForm['received']

type SelProps = {
  page: SelPage
  typed: Typed
  problems: readonly Problem[]
  back: Back
  /** files that this form has sent already */
  received: Received
}

/** One month of one butir: what is due, what was done, and the form to mark it. */
export const SelView = ({ page, typed, problems, back, received }: SelProps) => {
  const { tree, place, sel, today } = page
  const state = selStateOf(sel, today)
  return (
    <div class="stack">
      <PageHead
        title={`${monthName(sel.bulan)} ${tree.tahun}: ${shorten(butirTitle(place.butir), 120)}`}
        subtitle={`${titleOf(place.area)} › ${titleOf(place.kegiatan)}`}
      >
        <ButtonLink href={planUrl(tree.id, 'butir', place.butir.id)}>Lihat butir</ButtonLink>
      </PageHead>
      <Columns
        aside={
          <Card title="Kewajiban">
            <DefinitionList
              items={[
                {
                  term: 'Keadaan',
                  value: <StatusMark state={selMarks[state]} label={selLabels[state]} />,
                },
                { term: 'Tenggat', value: tenggatText(sel) },
                ...(sel.doneOn ? [{ term: 'Selesai pada', value: longDate(sel.doneOn) }] : []),
                {
                  term: 'Penanggung jawab',
                  value: place.butir.penanggungJawab?.nama ?? place.butir.unit?.nama,
                },
                ...(page.mark ? [] : [{ term: 'Catatan', value: sel.catatan ?? sel.alasan }]),
              ]}
            />
          </Card>
        }
      >
        {page.mark ? (
          <SelForm {...{ page, typed, problems, back, received }} />
        ) : (
          <p class="muted">
            {tree.state === 'approved'
              ? 'Kewajiban ini ditandai oleh penanggung jawabnya, koordinator areanya, atau sekretariat.'
              : 'Kewajiban dapat ditandai setelah rencana disahkan dan sebelum ditutup.'}
          </p>
        )}
        <SelBukti page={page} />
        <h2>Riwayat</h2>
        <History riwayat={page.riwayat} zona={tree.zonaWaktu} rencanaId={tree.id} of="butir" />
      </Columns>
    </div>
  )
}

/** The year of the plan is not the one of today, so that no date can be assumed for what proves it. */
export const isOfAnotherYear = ({ tree, today }: SelPage) => !today.startsWith(`${tree.tahun}-`)

const SelForm = ({ page, typed, problems, back, received }: SelProps) => {
  const { tree, place, sel } = page
  const field = bindForm(typed, problems)
  const next = selStatuses.filter((to) => canFollow(sel.status, to))
  return (
    <Form
      action={withQuery(planUrl(tree.id, 'sel', place.butir.id, sel.bulan), back.query)}
      problems={problems}
      hidden={{ versi: String(typed['versi'] ?? sel.versi) }}
      upload
    >
      <StatusRadios field={field} options={next} />
      <EvidenFilesField
        error={field('berkas').error}
        received={received}
        hint="Pilih berkas atau ambil foto; langsung terpasang pada bulan ini."
      />
      {isOfAnotherYear(page) ? (
        <DateInput
          {...field('tanggalBukti')}
          label="Tanggal dokumen"
          hint={`Perlu bila ada berkas: tanggal yang tertulis padanya, atau saat foto diambil, di tahun ${tree.tahun}.`}
        />
      ) : null}
      {place.butir.eviden.length > 0 ? (
        <SlotSelect slots={place.butir.eviden} field={field} />
      ) : null}
      <TextArea {...field('catatan')} label="Catatan" optional rows={3} />
      <ButtonRow>
        <Button kind="main">Simpan</Button>
        {sel.status !== 'done' && next.includes('done') ? (
          <Button name="dengan" value="eviden">
            Selesai dengan eviden
          </Button>
        ) : null}
        <a href={back.href}>Batal</a>
      </ButtonRow>
    </Form>
  )
}

type RadiosProps = { field: ReturnType<typeof bindForm>; options: readonly SelStatus[] }

/** The statuses that a cell may take, each with its meaning and what it asks for. */
export const StatusRadios = ({ field, options }: RadiosProps) => (
  <Radios
    {...field('status')}
    label="Keadaan"
    options={options.map((status) => ({
      value: status,
      label: selLabels[status],
      hint: selHints[status],
      inside: askedFor(status, field),
    }))}
  />
)

function askedFor(status: SelStatus, field: RadiosProps['field']) {
  if (status === 'done')
    return (
      <DateInput
        {...field('doneOn')}
        label="Selesai pada"
        optional
        hint="Kosong berarti hari ini."
      />
    )
  if (status === 'waived')
    return <TextArea {...field('alasan')} label="Alasan ditiadakan" rows={2} />
  return undefined
}

/** A cell as the form types it. */
export const typedSel = (sel: SelChange & { versi: number }): Typed => ({
  status: sel.status,
  catatan: sel.catatan ?? '',
  alasan: sel.alasan ?? '',
  doneOn: sel.doneOn ?? '',
  versi: String(sel.versi),
})

type ConflictProps = {
  page: SelPage
  conflict: SelConflict
  message: string
  typed: Typed
  received: Received
}

/** Both values of a cell that two people marked; the second chooses. */
export const SelConflictView = (props: ConflictProps) => {
  const { page, conflict, message, typed, received } = props
  const { tree, place, sel } = page
  const { current } = conflict
  const rows: [string, string, string][] = [
    ['Keadaan', selLabels[current.status], selLabels[conflict.typed.status]],
    ['Selesai pada', dateOf(current), dateOf(conflict.typed)],
    ['Catatan', current.catatan ?? '', conflict.typed.catatan ?? ''],
    ['Alasan', current.alasan ?? '', conflict.typed.alasan ?? ''],
    ...(received.length > 0 ? [filesRow(received)] : []),
  ]
  const { versi: _, berkas: __, ...mine } = typed
  const hidden = Object.fromEntries(
    Object.entries(mine).map(([name, value]) => [name, [value].flat().join(' ')]),
  )
  return (
    <div class="stack">
      <PageHead
        title="Ada perubahan orang lain"
        subtitle={`${monthName(sel.bulan)} ${tree.tahun}: ${shorten(butirTitle(place.butir), 120)}`}
      />
      <p role="alert">
        {message} Yang tersimpan diubah {longMoment(current.at, tree.zonaWaktu)} oleh{' '}
        {current.nama ?? 'sistem'}.
      </p>
      <Table
        caption="Kedua isian"
        captionHidden
        columns={[
          { key: 'isian', label: 'Isian', main: true, cell: ([name]) => name },
          { key: 'kini', label: 'Tersimpan sekarang', cell: ([, stored]) => stored || '–' },
          { key: 'saya', label: 'Isian Anda', cell: ([, , own]) => own || '–' },
        ]}
        rows={rows}
      />
      <Form
        action={planUrl(tree.id, 'sel', place.butir.id, sel.bulan)}
        hidden={{ ...hidden, versi: String(current.versi) }}
      >
        {received.map(({ id }) => (
          <input type="hidden" name="berkas" value={id} />
        ))}
        <ButtonRow>
          <Button kind="main">Pakai isian saya</Button>
          <ButtonLink href={planUrl(tree.id, 'sel', place.butir.id, sel.bulan)}>
            Biarkan yang tersimpan
          </ButtonLink>
        </ButtonRow>
      </Form>
    </div>
  )
}

const filesRow = (received: Received): [string, string, string] => [
  'Eviden',
  '',
  `${received.map(({ nama }) => nama).join(', ')} (sudah diterima)`,
]

const dateOf = ({ status, doneOn }: SelChange) => {
  if (status !== 'done') return ''
  return doneOn ? longDate(doneOn) : 'hari ini'
}
