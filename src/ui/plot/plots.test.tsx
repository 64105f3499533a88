import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { BarPlot } from './bar-plot.tsx'
import { HeatTable } from './heat-table.tsx'
import { LinePlot } from './line-plot.tsx'

describe('a bar plot', () => {
  const plot = parse(
    String(
      <BarPlot
        title="A di depan"
        labelHead="Bagian"
        valueHead="Jumlah"
        max={200}
        target={{ value: 100, label: 'sasaran' }}
        bars={[
          { label: 'A', value: 150.5 },
          { label: 'B', value: 300 },
        ]}
      />,
    ),
  )

  it('draws lengths in proportion, never beyond the scale', () => {
    const widths = plot.querySelectorAll('.bar-value').map((bar) => bar.getAttribute('width'))
    expect(widths).toEqual(['75.3%', '100%'])
    expect(plot.querySelector('.bar-target')?.getAttribute('x1')).toBe('50%')
  })

  it('has the table behind it', () => {
    const cells = plot.querySelectorAll('details tbody tr').map((row) => row.text)
    expect(cells).toEqual(['A150,5', 'B300'])
    expect(plot.querySelector('figcaption b')?.text).toBe('A di depan')
  })

  it('survives having nothing but zeros', () => {
    const bars = [{ label: 'A', value: 0 }]
    const empty = parse(String(<BarPlot title="t" labelHead="l" valueHead="v" bars={bars} />))
    expect(empty.querySelector('.bar-value')?.getAttribute('width')).toBe('0%')
  })
})

describe('a line plot', () => {
  const plot = parse(
    String(
      <LinePlot
        title="Naik"
        xHead="Bulan"
        xs={['Jan', 'Feb', 'Mar']}
        domain={[0, 100]}
        series={[{ label: 'Kami', values: [0, 50, null] }]}
      />,
    ),
  )

  it('ends where the measurements end, with the name and value there', () => {
    expect(plot.querySelector('path')?.getAttribute('d')).toBe('M0,200L50,100')
    expect(plot.querySelector('.plot-line text')?.text).toBe('Kami 50')
  })

  it('shows what was not measured as a dash in the table', () => {
    const rows = plot.querySelectorAll('details tbody tr').map((row) => row.text)
    expect(rows).toEqual(['Jan0', 'Feb50', 'Mar–'])
  })
})

describe('a heat table', () => {
  const table = parse(
    String(
      <HeatTable
        title="Terlambat"
        rowHead="Bagian"
        columns={['Jan', 'Feb']}
        domain={[0, 10]}
        rows={[{ label: 'A', cells: [{ value: 0 }, { value: 10, href: '/a/2' }] }]}
      />,
    ),
  )

  it('tints in five steps and keeps the number inside', () => {
    const levels = table.querySelectorAll('td').map((cell) => cell.getAttribute('data-level'))
    expect(levels).toEqual(['1', '5'])
    expect(table.querySelector('td')?.text).toBe('0')
  })

  it('says in each link which cell it is', () => {
    expect(table.querySelector('td a')?.text).toBe('10, A, Feb')
  })
})
