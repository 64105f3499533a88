import { Empty } from '#ui/data/empty.tsx'
import { Figures } from '#ui/data/figures.tsx'
import { Filters } from '#ui/data/filters.tsx'
import { Table } from '#ui/data/table.tsx'
import { ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Select } from '#ui/form/select.tsx'
import { butirTitle, shorten, titleOf } from '../labels.ts'
import type { CompletenessPage, CompletenessRow } from '../queries/bukti.ts'
import type { AreaNode } from '../tree.ts'
import { planUrl, withQuery } from '../urls.ts'
import { proveUrl, SlotCount } from './bukti-list.tsx'

/** `kurang`: only butir with a document that is missing or returned. */
export type CompletenessFilter = { area: string; kurang: boolean }

type Props = { page: CompletenessPage; filter: CompletenessFilter }

/** What every butir asks for and what is missing, area by area. */
export const KelengkapanView = ({ page, filter }: Props) => {
  const { tree, rows } = page
  const asked = rows.filter(({ counts }) => counts.asked > 0)
  const shown = asked
    .filter(({ place }) => filter.area === '' || place.area.id === filter.area)
    .filter(({ counts }) => !filter.kurang || counts.open > 0)
  const url = planUrl(tree.id, 'kelengkapan')
  return (
    <>
      <Totals rows={asked} url={url} />
      <Filters
        action={url}
        clear={url}
        active={[filter.area !== '', filter.kurang].filter(Boolean).length}
      >
        <Select
          name="area"
          label="Area"
          placeholder="Semua area"
          value={filter.area}
          options={tree.area.map((area) => ({ value: area.id, label: titleOf(area) }))}
        />
        <Select
          name="kurang"
          label="Tampilkan"
          placeholder="Semua butir"
          value={filter.kurang ? 'ya' : ''}
          options={[{ value: 'ya', label: 'Hanya yang kurang' }]}
        />
      </Filters>
      <ButtonRow>
        <ButtonLink href={withQuery(planUrl(tree.id, 'unduh-eviden'), { area: filter.area })}>
          Unduh eviden
        </ButtonLink>
      </ButtonRow>
      {shown.length === 0 ? <Nothing asked={asked.length} /> : null}
      {tree.area.map((area) => (
        <AreaPart
          area={area}
          rows={shown.filter(({ place }) => place.area === area)}
          id={tree.id}
        />
      ))}
    </>
  )
}

const sum = (rows: readonly CompletenessRow[], of: keyof CompletenessRow['counts']) =>
  rows.reduce((total, { counts }) => total + counts[of], 0)

const Totals = ({ rows, url }: { rows: readonly CompletenessRow[]; url: string }) => {
  const asked = sum(rows, 'asked')
  return (
    <Figures
      items={[
        {
          label: 'Dokumen diterima',
          value: sum(rows, 'accepted'),
          unit: `dari ${asked}`,
          share: asked === 0 ? 0 : sum(rows, 'accepted') / asked,
        },
        { label: 'Menunggu verifikasi', value: sum(rows, 'pending') },
        {
          label: 'Belum ada atau dikembalikan',
          value: sum(rows, 'open'),
          href: withQuery(url, { kurang: 'ya' }),
          ...(sum(rows, 'open') > 0 ? { tone: 'late' as const } : {}),
        },
        {
          label: 'Butir lengkap',
          value: rows.filter(({ counts }) => counts.accepted === counts.asked).length,
          unit: `dari ${rows.length}`,
        },
      ]}
    />
  )
}

const Nothing = ({ asked }: { asked: number }) =>
  asked === 0 ? (
    <Empty title="Rencana ini tidak menyebut dokumen eviden">
      Daftar eviden ditulis pada butir, atau dibaca dari lampiran keputusan.
    </Empty>
  ) : (
    <Empty title="Tidak ada yang kurang">Semua dokumen pada saringan ini sudah dipasang.</Empty>
  )

type PartProps = { area: AreaNode; rows: readonly CompletenessRow[]; id: string }

const AreaPart = ({ area, rows, id }: PartProps) =>
  rows.length === 0 ? null : (
    <section class="stack" aria-labelledby={`a-${area.id}`}>
      <h2 id={`a-${area.id}`}>
        {titleOf(area)}{' '}
        <small class="muted">
          {sum(rows, 'accepted')} dari {sum(rows, 'asked')} diterima
        </small>
      </h2>
      <Table<CompletenessRow>
        caption={`Kelengkapan ${titleOf(area)}`}
        captionHidden
        columns={[
          {
            key: 'butir',
            label: 'Butir',
            main: true,
            cell: ({ place }) => shorten(butirTitle(place.butir), 140),
          },
          {
            key: 'terpenuhi',
            label: 'Terpenuhi',
            width: 'narrow',
            cell: ({ counts }) => <SlotCount counts={counts} />,
          },
          { key: 'kurang', label: 'Yang kurang', cell: (row) => <Missing row={row} id={id} /> },
        ]}
        rows={rows}
        rowHref={({ place }) => `${planUrl(id, 'butir', place.butir.id)}#eviden`}
        rowId={({ place }) => `b-${place.butir.id}`}
      />
    </section>
  )

/** The documents still open, each leading to where it is brought. */
const Missing = ({
  row: { place, checklist, prove },
  id,
}: {
  row: CompletenessRow
  id: string
}) => {
  const open = checklist.slots.filter(({ state }) => state === 'missing' || state === 'returned')
  if (open.length === 0) return <span class="muted">Tidak ada</span>
  return (
    <ul class="plain-list">
      {open.map(({ slot, state }) => (
        <li>
          {prove ? <a href={proveUrl(id, place.butir.id, { slot })}>{shorten(slot, 120)}</a> : slot}
          {state === 'returned' ? <span class="muted"> (dikembalikan)</span> : null}
        </li>
      ))}
    </ul>
  )
}
