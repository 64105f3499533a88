import type { Child } from 'hono/jsx'

export type PlotFrameProps = {
  /** The message, as a sentence: "Kepatuhan naik sejak Maret". */
  title: string
  /** Unit, period, source. */
  note?: string | undefined
  /** Head and rows of the table behind the plot. */
  head: readonly string[]
  rows: readonly (readonly (string | number)[])[]
  children?: Child
}

/** What every plot has: its message, the drawing, and the table behind it. */
export const PlotFrame = ({ title, note, head, rows, children }: PlotFrameProps) => (
  <figure class="plot">
    <figcaption>
      <b>{title}</b>
      {note ? <span class="muted small">{note}</span> : null}
    </figcaption>
    {children}
    <details class="plot-table">
      <summary>Lihat angkanya</summary>
      <table class="table">
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {head.map((name, index) => (
              <th scope="col" data-align={index > 0 ? 'end' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest]) => (
            <tr>
              <th scope="row">{first}</th>
              {rest.map((value) => (
                <td data-align="end">{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  </figure>
)
