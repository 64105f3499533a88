import type { Child } from 'hono/jsx'

export type Definition = { term: string; value: Child; action?: { href: string; label: string } }

/** Facts about one thing: term and value, with an optional link to change each. */
export const DefinitionList = ({ items }: { items: readonly Definition[] }) => (
  <dl class="definitions">
    {items.map(({ term, value, action }) => (
      <div>
        <dt>{term}</dt>
        <dd>{value ?? <span class="muted">Belum ada</span>}</dd>
        {action ? (
          <dd class="definition-action">
            <a href={action.href}>
              {action.label}
              <span class="visually-hidden"> {term.toLowerCase()}</span>
            </a>
          </dd>
        ) : null}
      </div>
    ))}
  </dl>
)
