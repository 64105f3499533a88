import { monthName } from '#platform/date.ts'
import type { Child } from 'hono/jsx'
import type { Problem, Typed } from '#platform/http/form.ts'
import { Empty } from '#ui/data/empty.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Checkboxes, type Choice } from '#ui/form/choices.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { butirTitle, selLabels, selMarks, shorten, titleOf } from '../labels.ts'
import { selStateOf, selStatuses } from '../sel.ts'
import type { ButirPlace, RencanaTree, Sel } from '../tree.ts'
import { planUrl, withQuery } from '../urls.ts'
import type { Owners } from './butir-form.tsx'
import { StatusRadios } from './sel.tsx'

type FormState = { typed: Typed; problems: readonly Problem[] }

type ColumnProps = FormState & {
  tree: RencanaTree
  today: string
  bulan: number
  /** the butir of this month that the actor may mark, with their cell */
  cells: readonly { place: ButirPlace; sel: Sel }[]
}

/** Marks one month of many butir at once. */
export const ColumnView = ({ tree, today, bulan, cells, typed, problems }: ColumnProps) => {
  const field = bindForm(typed, problems)
  return (
    <div class="stack">
      <PageHead title={`Tandai ${monthName(bulan)} ${tree.tahun}`} subtitle={tree.judul}>
        {bulan > 1 ? (
          <MonthLink id={tree.id} bulan={bulan - 1} label={`← ${monthName(bulan - 1)}`} />
        ) : null}
        {bulan < 12 ? (
          <MonthLink id={tree.id} bulan={bulan + 1} label={`${monthName(bulan + 1)} →`} />
        ) : null}
      </PageHead>
      {cells.length === 0 ? (
        <Empty title="Tidak ada yang dapat Anda tandai">
          Tidak ada kewajiban bulan {monthName(bulan)} yang menjadi tugas Anda.
        </Empty>
      ) : (
        <Form action={planUrl(tree.id, 'bulan', bulan)} problems={problems}>
          <p>
            <a href={withQuery(planUrl(tree.id, 'bulan', bulan), { pilih: 'terbuka' })}>
              Pilih semua yang masih terbuka
            </a>
          </p>
          <ByArea
            name="butir"
            error={field('butir').error}
            chosen={typed['butir']}
            rows={cells.map(({ place, sel }) => ({
              place,
              versi: sel.versi,
              end: <StateOf sel={sel} today={today} />,
            }))}
          />
          <StatusRadios field={field} options={selStatuses} />
          <TextArea {...field('catatan')} label="Catatan untuk semuanya" optional rows={2} />
          <ButtonRow>
            <Button kind="main">Tandai yang dipilih</Button>
            <a href={planUrl(tree.id)}>Batal</a>
          </ButtonRow>
        </Form>
      )}
    </div>
  )
}

const StateOf = ({ sel, today }: { sel: Sel; today: string }) => {
  const state = selStateOf(sel, today)
  return <StatusMark state={selMarks[state]} label={selLabels[state]} />
}

const MonthLink = ({ id, bulan, label }: { id: string; bulan: number; label: string }) => (
  <ButtonLink href={planUrl(id, 'bulan', bulan)}>{label}</ButtonLink>
)

type Row = { place: ButirPlace; versi: number; end: Child }
type ByAreaProps = {
  name: string
  error: string | undefined
  chosen: string | string[] | undefined
  rows: readonly Row[]
}

/** Butir to choose from, under the titles of their areas and kegiatan. */
const ByArea = ({ name, error, chosen, rows }: ByAreaProps) => (
  <>
    {[...Map.groupBy(rows, ({ place }) => place.kegiatan)].map(([kegiatan, some], index, all) => (
      <>
        {all[index - 1]?.[1][0]?.place.area === some[0]?.place.area ? null : (
          <h2>{some[0] ? titleOf(some[0].place.area) : null}</h2>
        )}
        <Checkboxes
          name={name}
          id={index === 0 ? name : `${name}-${kegiatan.id}`}
          label={titleOf(kegiatan)}
          error={index === 0 ? error : undefined}
          values={[chosen ?? []].flat()}
          options={some.map(({ place: { butir }, versi, end }): Choice => ({
            value: `${butir.id}:${versi}`,
            label: shorten(butirTitle(butir), 160),
            end,
          }))}
        />
      </>
    ))}
  </>
)

type AssignProps = FormState & {
  tree: RencanaTree
  places: readonly ButirPlace[]
  owners: Owners
}

/** Names a person or a unit for many butir at once. */
export const AssignView = ({ tree, places, owners, typed, problems }: AssignProps) => {
  const field = bindForm(typed, problems)
  return (
    <div class="stack">
      <PageHead title="Tetapkan penanggung jawab" subtitle={tree.judul} />
      <Form action={planUrl(tree.id, 'penanggung-jawab')} problems={problems}>
        <Fieldset legend="Siapa">
          <Select
            {...field('penanggungJawabId')}
            label="Orang"
            placeholder="Tidak diubah"
            filterable
            options={[
              { value: '-', label: 'Kosongkan' },
              ...owners.people.map(({ id, nama }) => ({ value: id, label: nama })),
            ]}
          />
          <Select
            {...field('unitId')}
            label="Unit kerja"
            placeholder="Tidak diubah"
            options={[
              { value: '-', label: 'Kosongkan' },
              ...owners.units.map(({ id, nama }) => ({ value: id, label: nama })),
            ]}
          />
        </Fieldset>
        <Fieldset legend="Untuk butir">
          <ByArea
            name="butir"
            error={field('butir').error}
            chosen={typed['butir']}
            rows={places.map((place) => ({
              place,
              versi: place.butir.versi,
              end: place.butir.penanggungJawab?.nama ?? place.butir.unit?.nama ?? 'Belum ada',
            }))}
          />
        </Fieldset>
        <ButtonRow>
          <Button kind="main">Tetapkan</Button>
          <a href={planUrl(tree.id)}>Batal</a>
        </ButtonRow>
      </Form>
    </div>
  )
}
