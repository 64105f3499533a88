import type { Child } from 'hono/jsx'
import { Button } from '../form/button.tsx'
import { Hidden } from '../form/form.tsx'

export type FiltersProps = {
  action: string
  /** How many filters narrow the list now. */
  active?: number | undefined
  /** The list without filters. */
  clear: string
  /** Parameters to carry along, such as the sort order. */
  hidden?: Readonly<Record<string, string | number | undefined>> | undefined
  /** The fields: Select, TextInput … */
  children?: Child
}

/** Narrows a list by its address (GET). Folded on a phone; applies by itself when script is on. */
export const Filters = ({ action, active = 0, clear, hidden = {}, children }: FiltersProps) => (
  <details class="filters" open={active > 0}>
    <summary>
      Saring
      {active > 0 ? <span class="count">{active}</span> : null}
    </summary>
    <filter-auto-submit>
      <form method="get" action={action} class="filters-form">
        <Hidden values={hidden} />
        {children}
        <div class="button-row">
          <Button>Terapkan</Button>
          {active > 0 ? <a href={clear}>Hapus saringan</a> : null}
        </div>
      </form>
    </filter-auto-submit>
  </details>
)
