import type { Child } from 'hono/jsx'
import { answerHtml } from '#platform/http/answer-html.ts'
import { actorOf, type HubContext } from '#platform/http/env.ts'
import type { Crumb } from './layout/breadcrumb.tsx'
import { PortalLayout, type PortalLayoutProps } from './layout/portal-layout.tsx'
import { StaffLayout } from './layout/staff-layout.tsx'

type Status = 200 | 201 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503

type StaffPage = {
  title: string
  crumbs?: readonly Crumb[]
  /** the year the page is about, shown beside the office */
  year?: number
  refresh?: number
  status?: Status
}

/** Answers with a staff page inside the frame that every signed-in request has. */
export function staffPage(c: HubContext, page: StaffPage, body: Child) {
  const actor = actorOf(c)
  return answerHtml(
    c,
    <StaffLayout
      title={page.title}
      menu={c.get('menu')}
      office={actor.satkerNama}
      year={page.year}
      person={{ name: actor.nama, role: c.get('roleLabel'), href: '/kerja/akun' }}
      notices={{ unread: c.get('unread'), href: '/kerja/pemberitahuan' }}
      search={{ action: '/kerja/cari', placeholder: 'Cari butir, keputusan, orang (tekan /)' }}
      crumbs={page.crumbs}
      flash={c.get('flash') ?? undefined}
      refresh={page.refresh}
    >
      {body}
    </StaffLayout>,
    page.status ?? 200,
  )
}

type PortalPage = Omit<PortalLayoutProps, 'children' | 'flash'> & { status?: Status }

/** Answers with a citizens' page. */
export function portalPage(c: HubContext, { status, ...page }: PortalPage, body: Child) {
  return answerHtml(
    c,
    <PortalLayout {...page} flash={c.get('flash') ?? undefined}>
      {body}
    </PortalLayout>,
    status ?? 200,
  )
}
