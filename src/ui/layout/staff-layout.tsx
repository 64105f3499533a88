import type { Child } from 'hono/jsx'
import { productName } from './brand.tsx'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'
import { Document } from './document.tsx'
import { Flash, type FlashMessage } from './flash.tsx'
import { type MenuGroup, Rail } from './rail.tsx'
import { TopBar, type TopBarProps } from './top-bar.tsx'

export type StaffLayoutProps = Omit<TopBarProps, 'signOut'> & {
  /** Goes to the browser's tab; the page's own heading is PageHead. */
  title: string
  menu: readonly MenuGroup[]
  home?: string | undefined
  signOut?: string | undefined
  crumbs?: readonly Crumb[] | undefined
  flash?: FlashMessage | null | undefined
  /** Seconds until the page reloads itself, for pages that wait for long work. */
  refresh?: number | undefined
  children?: Child
}

/** Every page of the staff: rail, top bar, flash, one column of content. */
export const StaffLayout = (props: StaffLayoutProps) => {
  const { title, menu, home = '/kerja', signOut = '/keluar', crumbs = [], flash } = props
  return (
    <Document title={`${title} – ${productName}`} audience="staff" refresh={props.refresh}>
      <a class="skip-link" href="#isi">
        Lewati ke isi
      </a>
      <div class="staff">
        <Rail home={home} menu={menu} />
        <div class="staff-body">
          <TopBar
            office={props.office}
            year={props.year}
            search={props.search}
            notices={props.notices}
            person={props.person}
            signOut={signOut}
          />
          <main class="page" id="isi" tabindex={-1}>
            <Breadcrumb crumbs={crumbs} />
            <Flash message={flash} />
            {props.children}
          </main>
        </div>
      </div>
    </Document>
  )
}
