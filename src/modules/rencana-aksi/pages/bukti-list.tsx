import { Checklist, checklistOf, countSlots, type EvidenUse } from '#modules/eviden'
import { StatusMark } from '#ui/data/status-mark.tsx'
import type { SlotCounts } from '#modules/eviden'
import type { ButirPage } from './butir.tsx'
import type { SelPage } from './sel.tsx'
import { planUrl, withQuery } from '../urls.ts'

/** Where one use of evidence is read and verified. */
export const buktiUrl = (rencanaId: string, pakaiId: string, ...rest: string[]) =>
  planUrl(rencanaId, 'bukti', pakaiId, ...rest)

type Target = { slot?: string | null; bulan?: number }

/** Where evidence for a butir is brought. */
export const proveUrl = (rencanaId: string, butirId: string, { slot, bulan }: Target = {}) =>
  withQuery(planUrl(rencanaId, 'butir', butirId, 'eviden'), {
    slot: slot ?? '',
    bulan: bulan ?? '',
  })

/** The evidence list of a butir, with what was given for each document. */
export const ButirBukti = ({ page }: { page: ButirPage }) => {
  const { tree, place, can, uses } = page
  const { butir } = place
  const checklist = checklistOf(butir.eviden, uses)
  return (
    <section class="stack" aria-labelledby="eviden">
      <div class="row">
        <h2 id="eviden">Eviden</h2>
        <SlotCount counts={countSlots(checklist.slots)} />
      </div>
      <Checklist
        of={checklist}
        useHref={(use) => buktiUrl(tree.id, use.id)}
        addHref={can.mark ? (slot) => proveUrl(tree.id, butir.id, { slot }) : undefined}
      />
      {uses.length > 0 ? (
        <p class="small">
          <a href={withQuery(planUrl(tree.id, 'unduh-eviden'), { butir: butir.id })}>
            Unduh eviden butir ini
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** The evidence list of a butir in one month. */
export const SelBukti = ({ page }: { page: SelPage }) => {
  const { tree, place, sel, mark } = page
  const { butir } = place
  return (
    <section class="stack" aria-labelledby="eviden">
      <h2 id="eviden">Eviden bulan ini</h2>
      <Checklist
        of={checklistOf(butir.eviden, page.uses)}
        useHref={(use) => buktiUrl(tree.id, use.id)}
        addHref={
          mark ? (slot) => proveUrl(tree.id, butir.id, { slot, bulan: sel.bulan }) : undefined
        }
      />
    </section>
  )
}

/** "2 dari 3 diterima": how complete the documents are; nothing when none is asked for. */
export const SlotCount = ({ counts }: { counts: SlotCounts }) => {
  const { asked, accepted, pending } = counts
  if (asked === 0) return null
  const label = `${accepted} dari ${asked} diterima${pending > 0 ? `, ${pending} menunggu` : ''}`
  const open = pending > 0 ? 'running' : 'planned'
  return <StatusMark state={accepted === asked ? 'done' : open} label={label} />
}

/** The first document of a month that nothing was given for. */
export const firstOpenSlot = (asked: readonly string[], uses: readonly EvidenUse[]) =>
  checklistOf(asked, uses).slots.find(({ state }) => state === 'missing' || state === 'returned')
    ?.slot ?? null
