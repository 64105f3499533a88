import type { Child } from 'hono/jsx'
import { monthName } from '#platform/date.ts'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Tag } from '#ui/data/tag.tsx'
import type { ChecklistOf, Slot } from '../checklist.ts'
import { pakaiLabels, pakaiMarks, pointerText, slotLabels, slotMarks } from '../labels.ts'
import type { EvidenUse } from '../queries/uses.ts'
import { EvidenItem } from './eviden-item.tsx'

type ChecklistProps = {
  of: ChecklistOf<EvidenUse>
  /** where a use is read, verified, or taken off */
  useHref: (use: EvidenUse) => string
  /** where evidence for a document is brought; absent for who may not */
  addHref?: ((slot: string | null) => string) | undefined
}

/** The documents that a row asks for, each with its state and what was given for it. */
export const Checklist = ({ of: { slots, others }, useHref, addHref }: ChecklistProps) => (
  <ul class="checklist">
    {slots.map((slot) => (
      <SlotItem slot={slot} useHref={useHref} addHref={addHref} />
    ))}
    {others.length > 0 || (slots.length === 0 && addHref) ? (
      <li>
        <Head
          title={slots.length === 0 ? 'Eviden' : 'Eviden lain'}
          note={slots.length === 0 ? 'Keputusan tidak menyebut dokumen tertentu.' : null}
          add={addHref ? { href: addHref(null), label: 'Tambah eviden' } : null}
        />
        <Uses uses={others} useHref={useHref} />
      </li>
    ) : null}
  </ul>
)

type SlotProps = { slot: Slot<EvidenUse> } & Pick<ChecklistProps, 'useHref' | 'addHref'>

const SlotItem = ({ slot: { slot, state, uses }, useHref, addHref }: SlotProps) => (
  <li data-state={state}>
    <Head
      title={slot}
      note={<StatusMark state={slotMarks[state]} label={slotLabels[state]} />}
      add={
        addHref
          ? {
              href: addHref(slot),
              label: state === 'missing' || state === 'returned' ? 'Tambah' : 'Tambah lagi',
            }
          : null
      }
    />
    <Uses uses={uses} useHref={useHref} />
  </li>
)

type HeadProps = { title: string; note: Child; add: { href: string; label: string } | null }

const Head = ({ title, note, add }: HeadProps) => (
  <div class="checklist-head">
    <div>
      <strong>{title}</strong>
      {note ? <div class="small">{note}</div> : null}
    </div>
    {add ? (
      <a class="button" data-size="small" href={add.href}>
        {add.label}
        <span class="visually-hidden"> untuk {title}</span>
      </a>
    ) : null}
  </div>
)

const Uses = ({
  uses,
  useHref,
}: {
  uses: readonly EvidenUse[]
  useHref: ChecklistProps['useHref']
}) =>
  uses.length === 0 ? null : (
    <ul class="checklist-uses">
      {uses.map((use) => (
        <li>
          <EvidenItem eviden={use.eviden} href={useHref(use)} note={noteOf(use)} />
          <div class="row small">
            <StatusMark state={pakaiMarks[use.state]} label={pakaiLabels[use.state]} />
            {use.bulan === null ? null : <Tag>{monthName(use.bulan)}</Tag>}
          </div>
          {use.state === 'returned' && use.catatanPutusan ? (
            <p class="small">
              {use.decidedBy ?? 'Pemeriksa'}: {use.catatanPutusan}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )

const noteOf = (use: EvidenUse) =>
  [`oleh ${use.createdBy.nama}`, pointerText(use)].filter(Boolean).join(' · ')
