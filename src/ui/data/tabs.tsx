export type Tab = {
  href: string
  label: string
  current?: boolean | undefined
  count?: number | undefined
}

/** Views of the same thing, each a page of its own. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav class="tabs" aria-label={label}>
    {tabs.map((tab) => (
      <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
        {tab.label}
        {tab.count === undefined ? null : <span class="count">{tab.count}</span>}
      </a>
    ))}
  </nav>
)
