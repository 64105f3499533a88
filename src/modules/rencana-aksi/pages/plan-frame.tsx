import type { Child } from 'hono/jsx'
import { nomorKeputusan } from '#modules/keputusan'
import { longDate, localDate } from '#platform/date.ts'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Tabs } from '#ui/data/tabs.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { stateLabels, stateMarks } from '../labels.ts'
import type { RencanaHead } from '../tree.ts'
import { listUrl, planUrl } from '../urls.ts'

export type PlanTab =
  | 'bulan'
  | 'pohon'
  | 'kelengkapan'
  | 'indikator'
  | 'pemantauan'
  | 'tahap'
  | 'riwayat'

type Frame = {
  head: RencanaHead
  tab: PlanTab
  /** at most one more button beside the print view */
  action?: { href: string; label: string } | null
  children?: Child
}

/** Head and tabs that every view of a plan has. */
export const PlanFrame = ({ head, tab, action, children }: Frame) => (
  <div class="stack">
    <PageHead title={head.judul} subtitle={<Subtitle head={head} />}>
      <ButtonLink href={planUrl(head.id, 'cetak')}>Cetak lampiran</ButtonLink>
      {action ? (
        <ButtonLink kind="main" href={action.href}>
          {action.label}
        </ButtonLink>
      ) : null}
    </PageHead>
    <Tabs
      label="Tampilan rencana"
      tabs={[
        { href: planUrl(head.id), label: 'Bulan', current: tab === 'bulan' },
        { href: planUrl(head.id, 'pohon'), label: 'Pohon', current: tab === 'pohon' },
        {
          href: planUrl(head.id, 'kelengkapan'),
          label: 'Eviden',
          current: tab === 'kelengkapan',
        },
        {
          href: planUrl(head.id, 'indikator'),
          label: 'Indikator',
          current: tab === 'indikator',
        },
        {
          href: planUrl(head.id, 'pemantauan'),
          label: 'Pemantauan',
          current: tab === 'pemantauan',
        },
        {
          href: planUrl(head.id, 'tahap'),
          label: 'Tahap dan versi',
          current: tab === 'tahap',
          count: head.usulanMenunggu || undefined,
        },
        { href: planUrl(head.id, 'riwayat'), label: 'Riwayat', current: tab === 'riwayat' },
      ]}
    />
    {children}
  </div>
)

const Subtitle = ({ head }: { head: RencanaHead }) => {
  const { keputusan, approvedAt, zonaWaktu } = head
  const parts = [
    head.satkerNama,
    keputusan ? `Keputusan ${nomorKeputusan(keputusan)}` : null,
    approvedAt ? `disahkan ${longDate(localDate(approvedAt, zonaWaktu))}` : null,
    head.versi > 0 ? `versi ${head.versi}` : null,
  ].filter((part) => part !== null)
  return (
    <>
      <StatusMark state={stateMarks[head.state]} label={stateLabels[head.state]} />
      {' · '}
      {parts.map((part, index) => (
        <>
          <span>{index < parts.length - 1 ? `${part} ·` : part}</span>{' '}
        </>
      ))}
    </>
  )
}

/** The way from the list to something inside a plan. */
export const planCrumbs = (head: RencanaHead, ...more: { href: string; label: string }[]) => [
  { href: listUrl, label: 'Rencana aksi' },
  { href: planUrl(head.id), label: head.judul },
  ...more,
]
