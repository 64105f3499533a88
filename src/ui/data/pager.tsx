export type PagerProps = {
  /** Starting at 1. */
  page: number
  pages: number
  href: (page: number) => string
  /** How many rows in all, for "1.240 baris". */
  total?: number | undefined
  noun?: string | undefined
}

const number = new Intl.NumberFormat('id-ID')

/** Links to the other pages of a long list. */
export const Pager = ({ page, pages, href, total, noun = 'baris' }: PagerProps) =>
  pages <= 1 ? null : (
    <nav class="pager" aria-label="Halaman daftar">
      {page > 1 ? (
        <a rel="prev" href={href(page - 1)}>
          Sebelumnya
        </a>
      ) : null}
      <ol>
        {around(page, pages).map((entry) =>
          entry === 'gap' ? (
            <li class="pager-gap">…</li>
          ) : (
            <li>
              <a
                href={href(entry)}
                aria-label={`Halaman ${entry}`}
                aria-current={entry === page ? 'page' : undefined}
              >
                {entry}
              </a>
            </li>
          ),
        )}
      </ol>
      {page < pages ? (
        <a rel="next" href={href(page + 1)}>
          Berikutnya
        </a>
      ) : null}
      {total === undefined ? null : (
        <span class="pager-total">
          {number.format(total)} {noun}
        </span>
      )}
    </nav>
  )

/** First, last and the neighbours of the current page, with gaps between. */
const around = (page: number, pages: number): (number | 'gap')[] => {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((entry) => entry >= 1 && entry <= pages)
    .toSorted((a, b) => a - b)
  return shown.flatMap((entry, index) => {
    const previous = shown[index - 1]
    return previous !== undefined && entry - previous > 1 ? ['gap' as const, entry] : [entry]
  })
}
