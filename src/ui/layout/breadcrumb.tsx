export type Crumb = { label: string; href: string }

/** The way back up. Give the pages above this one, not the page itself. */
export const Breadcrumb = ({ crumbs }: { crumbs: readonly Crumb[] }) =>
  crumbs.length === 0 ? null : (
    <nav class="crumbs" aria-label="Jejak halaman">
      <ol>
        {crumbs.map((crumb) => (
          <li>
            <a href={crumb.href}>{crumb.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
