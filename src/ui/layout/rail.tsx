import { Brand } from './brand.tsx'

export type MenuItem = {
  href: string
  label: string
  count?: number | undefined
  /** `late` draws the count as a warning. */
  tone?: 'late' | undefined
  current?: boolean | undefined
}
export type MenuGroup = { label?: string | undefined; items: readonly MenuItem[] }

/** The menu at the left; on a phone the same element opens as a popover, without script. */
export const Rail = ({ home, menu }: { home: string; menu: readonly MenuGroup[] }) => (
  <nav class="rail" id="menu" aria-label="Menu utama" popover="auto">
    <Brand href={home} />
    {menu.map((group) => (
      <div class="rail-group">
        {group.label ? <h2>{group.label}</h2> : null}
        <ul>
          {group.items.map((item) => (
            <li>
              <RailLink {...item} />
            </li>
          ))}
        </ul>
      </div>
    ))}
  </nav>
)

const RailLink = ({ href, label, count, tone, current }: MenuItem) => (
  <a href={href} aria-current={current ? 'page' : undefined}>
    {label}
    {count ? (
      <span class="count" data-tone={tone}>
        {count}
        {tone === 'late' ? <span class="visually-hidden"> terlambat</span> : null}
      </span>
    ) : null}
  </a>
)
