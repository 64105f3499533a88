import type { Child } from 'hono/jsx'

/** The shapes that set a day apart; each needs its word in the notes or the legend. */
export type DayShape = 'disc' | 'ring' | 'square' | 'dashed'

export type CalendarDay = {
  day: number
  /** 1 = Monday … 7 = Sunday */
  weekday: number
  /** a day off, drawn quietly */
  rest?: boolean | undefined
  shape?: DayShape | undefined
  /** belongs to a stretch of days, drawn as a line below */
  line?: boolean | undefined
  today?: boolean | undefined
  /** read out after the number */
  text?: string | undefined
}

export type CalendarNote = { shape: DayShape; when: string; text: Child }

export type CalendarMonth = {
  id: string
  title: string
  /** a short figure beside the title */
  figure?: string | undefined
  days: readonly CalendarDay[]
  notes: readonly CalendarNote[]
}

type Props = { label: string; weekdays: readonly string[]; months: readonly CalendarMonth[] }

/** A year as small months, each with its special days named below. */
export const YearCalendar = ({ label, weekdays, months }: Props) => (
  <section class="year-calendar" aria-label={label}>
    {months.map((month) => (
      <section class="year-month" aria-labelledby={month.id}>
        <header>
          <h3 id={month.id}>{month.title}</h3>
          {month.figure ? <span class="muted small">{month.figure}</span> : null}
        </header>
        <table>
          <caption class="visually-hidden">{month.title}</caption>
          <thead>
            <tr>
              {weekdays.map((name) => (
                <th scope="col" abbr={name}>
                  <span aria-hidden="true">{name.slice(0, 3)}</span>
                  <span class="visually-hidden">{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{weeksOf(month.days).map(week)}</tbody>
        </table>
        {month.notes.length > 0 ? <ul class="year-notes">{month.notes.map(note)}</ul> : null}
      </section>
    ))}
  </section>
)

/** What each shape and the line mean. */
export const YearLegend = ({
  items,
  line,
}: {
  items: readonly { shape: DayShape; label: string }[]
  line?: string | undefined
}) => (
  <ul class="legend">
    {items.map(({ shape, label }) => (
      <li class="year-key">
        <i class="year-day" data-shape={shape} aria-hidden="true"></i>
        {label}
      </li>
    ))}
    {line ? (
      <li class="year-key">
        <i class="year-day" data-line="" aria-hidden="true"></i>
        {line}
      </li>
    ) : null}
  </ul>
)

/** Seven places a week, null where another month is. */
function weeksOf(days: readonly CalendarDay[]): (CalendarDay | null)[][] {
  const places: (CalendarDay | null)[] = [
    ...Array<null>((days[0]?.weekday ?? 1) - 1).fill(null),
    ...days,
  ]
  const weeks: (CalendarDay | null)[][] = []
  for (let at = 0; at < places.length; at += 7) weeks.push(places.slice(at, at + 7))
  return weeks
}

const week = (days: readonly (CalendarDay | null)[]) => (
  <tr>
    {days.map((day) => (
      <td>{day ? dayCell(day) : null}</td>
    ))}
  </tr>
)

const dayCell = ({ day, rest, shape, line, today, text }: CalendarDay) => (
  <span
    class="year-day"
    data-rest={rest ? '' : undefined}
    data-shape={shape}
    data-line={line ? '' : undefined}
    aria-current={today ? 'date' : undefined}
    title={text}
  >
    {day}
    {text ? <span class="visually-hidden">, {text}</span> : null}
  </span>
)

const note = ({ shape, when, text }: CalendarNote) => (
  <li>
    <i class="year-day" data-shape={shape} aria-hidden="true"></i>
    <span>
      <strong>{when}</strong> {text}
    </span>
  </li>
)
