import type { Child } from 'hono/jsx'
import { nomorKeputusan } from '#modules/keputusan'
import { Tabs } from '#ui/data/tabs.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import type { OpenReview } from '../queries/open.ts'
import { missingFacts } from '../suntingan.ts'

export type ReviewTab = 'rencana' | 'fakta' | 'temuan' | 'sisa' | 'penerimaan'

export const imporHref = (id: string, rest = ''): string =>
  `/kerja/impor/${encodeURIComponent(id)}${rest}`

/** "Keputusan Nomor 21 Tahun 2025", as far as it is known. */
export function nameOf({ suntingan, namaBerkas }: OpenReview): string {
  const { nomor, tahun } = suntingan.keputusan
  if (nomor === null) return namaBerkas
  return `Keputusan ${tahun === null ? `Nomor ${nomor}` : nomorKeputusan({ nomor, tahun })}`
}

/** The head and the views of an import that is being checked. */
export const ReviewFrame = ({
  review,
  tab,
  children,
}: {
  review: OpenReview
  tab: ReviewTab
  children?: Child
}) => {
  const { id, counts, suntingan, namaBerkas } = review
  const missing = missingFacts(suntingan).length
  return (
    <>
      <PageHead
        title={nameOf(review)}
        subtitle={`Dibaca dari ${namaBerkas}. Periksa, perbaiki, lalu terima menjadi rencana.`}
      >
        {tab === 'penerimaan' ? null : (
          <ButtonLink kind="main" href={imporHref(id, '/penerimaan')}>
            Lanjut ke penerimaan
          </ButtonLink>
        )}
      </PageHead>
      <Tabs
        label="Bagian impor"
        tabs={[
          tabOf('Butir', imporHref(id), tab === 'rencana', counts.periksa),
          tabOf('Fakta keputusan', imporHref(id, '/fakta'), tab === 'fakta', missing),
          tabOf('Temuan', imporHref(id, '/temuan'), tab === 'temuan', counts.terbuka),
          tabOf('Sisa', imporHref(id, '/sisa'), tab === 'sisa', counts.sisa),
          tabOf('Penerimaan', imporHref(id, '/penerimaan'), tab === 'penerimaan', 0),
        ]}
      />
      {children}
    </>
  )
}

/** The count of a tab is what still waits for a person there. */
const tabOf = (label: string, href: string, current: boolean, count: number) => ({
  label,
  href,
  current,
  ...(count > 0 ? { count } : {}),
})
