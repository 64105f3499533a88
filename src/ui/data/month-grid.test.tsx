import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { type GridCell, MonthGrid } from './month-grid.tsx'
import { monthsOfYear } from './months.ts'

const at = (index: number, cell: GridCell) =>
  Array.from({ length: 12 }, (_, month) => (month === index ? cell : null))

const grid = parse(
  String(
    <MonthGrid
      id="g"
      caption="Setahun"
      rowHead="Kegiatan"
      extra={['Siapa']}
      months={monthsOfYear(7)}
      sections={[
        { title: 'Atas', rows: [] },
        {
          title: 'Dalam',
          level: 2,
          rows: [
            {
              id: 'r1',
              title: 'Menyusun',
              href: '/r1',
              extra: ['A'],
              cells: at(6, {
                state: 'planned',
                label: 'Juli: direncanakan',
                post: { action: '/r1/7', name: 'bulan', value: '7' },
              }),
            },
            {
              id: 'r2',
              title: 'Melatih',
              cells: at(1, { state: 'done', label: 'Feb', href: '/x' }),
            },
            {
              id: 'r3',
              title: 'Menilai',
              cells: at(2, { state: 'late', label: 'Maret: terlambat' }),
            },
          ],
        },
        { title: 'Sepi', rows: [] },
      ]}
    />,
  ),
)

describe('a month grid', () => {
  it('has a head for each month and says which is now', () => {
    const months = grid.querySelectorAll('thead th.month')
    expect(months.map((month) => month.text).join(' ')).toBe(
      'Jan Feb Mar Apr Mei Jun Jul Agt Sep Okt Nov Des',
    )
    expect(grid.querySelector('thead th[data-now] abbr')?.getAttribute('title')).toBe('Juli')
  })

  it('changes a month by a button of a form, which works without script', () => {
    const button = grid.querySelector('#r1 button')
    expect(button?.getAttribute('aria-label')).toBe('Juli: direncanakan')
    expect(button?.getAttribute('formaction')).toBe('/r1/7')
    expect(grid.getElementById(button?.getAttribute('form') ?? '')?.getAttribute('method')).toBe(
      'post',
    )
  })

  it('opens a month by a link, and says a plain mark in words', () => {
    expect(grid.querySelector('#r2 td a')?.getAttribute('href')).toBe('/x')
    expect(grid.querySelector('#r3 td .visually-hidden')?.text).toBe('Maret: terlambat')
  })

  it('marks for the phone what is due this month or late, with the sections above it', () => {
    const due = grid.querySelectorAll('tbody tr[data-now]').map((row) => row.id)
    expect(due).toEqual(['r1', 'r3'])
    const sections = grid.querySelectorAll('tbody[data-now] .section')
    expect(sections.map((section) => section.text)).toEqual(['Atas', 'Dalam'])
  })

  it('has a cell for every month in every row', () => {
    for (const row of grid.querySelectorAll('tbody tr:not(.section)')) {
      expect(row.querySelectorAll('td.month')).toHaveLength(12)
    }
    expect(grid.querySelector('.section th')?.getAttribute('colspan')).toBe('14')
  })
})
