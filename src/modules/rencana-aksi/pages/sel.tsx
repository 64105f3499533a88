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
import { planUrl } from '../urls.ts'
import { History } from './riwayat.tsx'

export type SelPage = Awaited<ReturnType<typeof selForStaff>>

type SelProps = { page: SelPage; typed: Typed; problems: readonly Problem[] }

/** One month of one butir: what is due, what was done, and the form to mark it. */
export const SelView = ({ page, typed, problems }: SelProps) => {
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
                ...(place.butir.eviden.length > 0
                  ? [{ term: 'Eviden yang diminta', value: place.butir.eviden.join('; ') }]
                  : []),
                ...(page.mark ? [] : [{ term: 'Catatan', value: sel.catatan ?? sel.alasan }]),
              ]}
            />
          </Card>
        }
      >
        {page.mark ? (
          <SelForm page={page} typed={typed} problems={problems} />
        ) : (
          <p class="muted">
            {tree.state === 'approved'
              ? 'Kewajiban ini ditandai oleh penanggung jawabnya, koordinator areanya, atau sekretariat.'
              : 'Kewajiban dapat ditandai setelah rencana disahkan dan sebelum ditutup.'}
          </p>
        )}
        <h2>Riwayat</h2>
        <History riwayat={page.riwayat} zona={tree.zonaWaktu} rencanaId={tree.id} of="butir" />
      </Columns>
    </div>
  )
}

const SelForm = ({ page: { tree, place, sel }, typed, problems }: SelProps) => {
  const field = bindForm(typed, problems)
  return (
    <Form
      action={planUrl(tree.id, 'sel', place.butir.id, sel.bulan)}
      problems={problems}
      hidden={{ versi: String(typed['versi'] ?? sel.versi) }}
    >
      <StatusRadios
        field={field('status')}
        options={selStatuses.filter((to) => canFollow(sel.status, to))}
      />
      <DateInput
        {...field('doneOn')}
        label="Selesai pada"
        optional
        hint="Untuk keadaan selesai; kosong berarti hari ini."
      />
      <TextArea {...field('catatan')} label="Catatan" optional rows={3} />
      <TextArea
        {...field('alasan')}
        label="Alasan ditiadakan"
        optional
        hint="Wajib bila kewajiban ditiadakan."
        rows={2}
      />
      <ButtonRow>
        <Button kind="main">Simpan</Button>
        <a href={planUrl(tree.id)}>Kembali ke tabel bulan</a>
      </ButtonRow>
    </Form>
  )
}

type RadiosProps = {
  field: { name: string; value: string | undefined; error: string | undefined }
  options: readonly SelStatus[]
}

/** The statuses that a cell may take, each with its meaning. */
export const StatusRadios = ({ field, options }: RadiosProps) => (
  <Radios
    {...field}
    label="Keadaan"
    options={options.map((status) => ({
      value: status,
      label: selLabels[status],
      hint: selHints[status],
    }))}
  />
)

/** A cell as the form types it. */
export const typedSel = (sel: SelChange & { versi: number }): Typed => ({
  status: sel.status,
  catatan: sel.catatan ?? '',
  alasan: sel.alasan ?? '',
  doneOn: sel.doneOn ?? '',
  versi: String(sel.versi),
})

type ConflictProps = { page: SelPage; conflict: SelConflict; message: string; typed: Typed }

/** Both values of a cell that two people marked; the second chooses. */
export const SelConflictView = ({ page, conflict, message, typed }: ConflictProps) => {
  const { tree, place, sel } = page
  const { current } = conflict
  const rows: [string, string, string][] = [
    ['Keadaan', selLabels[current.status], selLabels[conflict.typed.status]],
    ['Selesai pada', dateOf(current), dateOf(conflict.typed)],
    ['Catatan', current.catatan ?? '', conflict.typed.catatan ?? ''],
    ['Alasan', current.alasan ?? '', conflict.typed.alasan ?? ''],
  ]
  const { versi: _, ...mine } = typed
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

const dateOf = ({ status, doneOn }: SelChange) => {
  if (status !== 'done') return ''
  return doneOn ? longDate(doneOn) : 'hari ini'
}
