import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { Figures } from './figures.tsx'
import { Pager } from './pager.tsx'
import { Table } from './table.tsx'

type Row = { id: string; name: string; amount: number }

const rows: readonly Row[] = [
  { id: 'a', name: 'Satu', amount: 1 },
  { id: 'b', name: 'Dua', amount: 2 },
]

const table = parse(
  String(
    <Table<Row>
      caption="Dua baris"
      rows={rows}
      rowId={(row) => row.id}
      rowHref={(row) => (row.id === 'a' ? '/baris/a' : undefined)}
      columns={[
        {
          key: 'name',
          label: 'Nama',
          main: true,
          cell: (row) => row.name,
          sort: { href: '?urut=-nama', direction: 'ascending' },
        },
        { key: 'amount', label: 'Jumlah', align: 'end', cell: (row) => row.amount },
      ]}
      foot={{ name: 'Jumlah', amount: 3 }}
    />,
  ),
)

describe('a table', () => {
  it('names its rows and columns', () => {
    expect(table.querySelector('caption')?.text).toBe('Dua baris')
    expect(table.querySelectorAll('tbody th[scope=row]').map((cell) => cell.text)).toEqual([
      'Satu',
      'Dua',
    ])
    expect(table.querySelectorAll('thead th[scope=col]')).toHaveLength(2)
  })

  it('links a row where it has a page', () => {
    expect(table.querySelector('#a a')?.getAttribute('href')).toBe('/baris/a')
    expect(table.querySelector('#b a')).toBeNull()
  })

  it('says how it is sorted', () => {
    const head = table.querySelector('th[aria-sort=ascending]')
    expect(head?.querySelector('a')?.getAttribute('href')).toBe('?urut=-nama')
  })

  it('labels each cell for the card that a phone shows', () => {
    expect(table.querySelector('tbody td')?.getAttribute('data-label')).toBe('Jumlah')
  })
})

describe('a pager', () => {
  const pager = (page: number, pages: number) =>
    parse(String(<Pager page={page} pages={pages} href={(to) => `?h=${to}`} total={1240} />))

  it('shows the ends, the neighbours and gaps', () => {
    const shown = pager(6, 12).querySelectorAll('li')
    expect(shown.map((item) => item.text)).toEqual(['1', '…', '5', '6', '7', '…', '12'])
  })

  it('has no page before the first and none after the last', () => {
    expect(pager(1, 3).querySelector('a[rel=prev]')).toBeNull()
    expect(pager(3, 3).querySelector('a[rel=next]')).toBeNull()
    expect(pager(1, 1).querySelector('nav')).toBeNull()
  })

  it('counts as Indonesians write it', () => {
    expect(pager(1, 3).querySelector('.pager-total')?.text).toBe('1.240 baris')
  })
})

describe('figures', () => {
  it('are four at most, with a bar where there is a share', () => {
    const items = [1, 2, 3, 4, 5].map((value) => ({ label: `Angka ${value}`, value, share: 0.5 }))
    const html = parse(String(<Figures items={items} />))
    expect(html.querySelectorAll('dt')).toHaveLength(4)
    expect(html.querySelector('svg[role=img]')?.getAttribute('aria-label')).toBe('Angka 1: 50%')
  })
})
