import type { Child } from 'hono/jsx'
import { Brand, productName } from './brand.tsx'
import { Document } from './document.tsx'
import { Flash, type FlashMessage } from './flash.tsx'

export type PortalLink = { href: string; label: string; current?: boolean | undefined }

export type PortalLayoutProps = {
  title: string
  /** Whose page this is, beside the mark. */
  office?: string | undefined
  home?: string | undefined
  nav?: readonly PortalLink[] | undefined
  /** The step before this one. */
  back?: { href: string; label: string } | undefined
  flash?: FlashMessage | null | undefined
  /** 72 rem instead of 40, for pages that show tables or plots. */
  wide?: boolean | undefined
  refresh?: number | undefined
  foot?: Child
  children?: Child
}

/** Every page of the citizens: one narrow column, one question at a time. */
export const PortalLayout = (props: PortalLayoutProps) => {
  const { title, office, home = '/', nav = [], back, flash, wide, foot } = props
  return (
    <Document title={`${title} – ${productName}`} audience="portal" refresh={props.refresh}>
      <a class="skip-link" href="#isi">
        Lewati ke isi
      </a>
      <div class="portal" data-wide={wide ? '' : undefined}>
        <header class="portal-head">
          <div class="portal-inner">
            <Brand href={home} />
            {office ? <span class="muted">{office}</span> : null}
            <PortalNav links={nav} />
          </div>
        </header>
        <main class="portal-main portal-inner" id="isi" tabindex={-1}>
          {back ? (
            <a class="back-link" href={back.href}>
              {back.label}
            </a>
          ) : null}
          <Flash message={flash} />
          {props.children}
        </main>
        <footer class="portal-foot">
          <div class="portal-inner">{foot ?? <p>{office ?? productName}</p>}</div>
        </footer>
      </div>
    </Document>
  )
}

const PortalNav = ({ links }: { links: readonly PortalLink[] }) =>
  links.length === 0 ? null : (
    <nav class="portal-nav" aria-label="Layanan">
      <ul>
        {links.map((link) => (
          <li>
            <a href={link.href} aria-current={link.current ? 'page' : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
