import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { Select } from '../form/select.tsx'
import { Confidence } from './confidence.tsx'
import { DefinitionList } from './definition-list.tsx'
import { Diff } from './diff.tsx'
import { EditGrid } from './edit-grid.tsx'
import { Empty } from './empty.tsx'
import { Filters } from './filters.tsx'
import { MeterList } from './meter-list.tsx'
import { Progress } from './progress.tsx'
import { StatusMark } from './status-mark.tsx'
import { Tabs } from './tabs.tsx'
import { Timeline } from './timeline.tsx'
import { Tree } from './tree.tsx'

const html = (element: { toString: () => string }) => parse(element.toString())

describe('a status', () => {
  it('is a word beside a shape that is not spoken', () => {
    const status = html(<StatusMark state="late" label="Terlambat" />)
    expect(status.text).toBe('Terlambat')
    expect(status.querySelector('[data-state=late] i')?.getAttribute('aria-hidden')).toBe('true')
  })
})

describe('a confidence', () => {
  it('has a word and as many bars as its level', () => {
    const low = html(<Confidence level="low" />)
    expect(low.text).toBe('perlu diperiksa')
    expect(low.querySelectorAll('rect.on')).toHaveLength(1)
    expect(html(<Confidence level="high" />).querySelectorAll('rect.on')).toHaveLength(3)
  })
})

describe('filters', () => {
  const filters = (active: number) =>
    html(
      <Filters action="/daftar" clear="/daftar" active={active} hidden={{ urut: 'nama' }}>
        <Select name="kota" label="Kota" options={[{ value: 'a', label: 'A' }]} />
      </Filters>,
    )

  it('ask by address, and carry along what they do not show', () => {
    const form = filters(0).querySelector('form')
    expect(form?.getAttribute('method')).toBe('get')
    expect(form?.querySelector('input[name=urut]')?.getAttribute('value')).toBe('nama')
    expect(form?.querySelector('button')?.text).toBe('Terapkan')
  })

  it('stand open and can be cleared while they narrow the list', () => {
    expect(filters(2).querySelector('details')?.hasAttribute('open')).toBe(true)
    expect(filters(2).querySelector('summary')?.text).toBe('Saring2')
    expect(filters(2).querySelector('a[href="/daftar"]')?.text).toBe('Hapus saringan')
    expect(filters(0).querySelector('details')?.hasAttribute('open')).toBe(false)
    expect(filters(0).querySelector('a')).toBeNull()
  })
})

describe('tabs', () => {
  it('say which page is shown', () => {
    const tabs = html(
      <Tabs
        label="Tampilan"
        tabs={[
          { href: '/a', label: 'A', current: true },
          { href: '/b', label: 'B', count: 0 },
        ]}
      />,
    )
    expect(tabs.querySelector('nav')?.getAttribute('aria-label')).toBe('Tampilan')
    expect(tabs.querySelectorAll('[aria-current=page]').map((tab) => tab.text)).toEqual(['A'])
    expect(tabs.querySelector('a[href="/b"]')?.text).toBe('B0')
  })
})

describe('progress', () => {
  it('counts, as Indonesians write numbers', () => {
    const bar = html(<Progress label="Membaca" done={1200} total={2190} />)
    expect(bar.text).toContain('1.200 dari 2.190')
    expect(bar.querySelector('progress')?.getAttribute('max')).toBe('2190')
  })

  it('has no value while the amount is not known', () => {
    const bar = html(<Progress label="Menyiapkan" />).querySelector('progress')
    expect(bar?.hasAttribute('value')).toBe(false)
    expect(bar?.getAttribute('aria-label')).toBe('Menyiapkan')
  })
})

describe('a comparison', () => {
  it('says what was removed and added, also to those who do not see colours', () => {
    const diff = html(<Diff before="tiap bulan" after="tiap tahun" />)
    expect(diff.querySelector('del')?.text).toBe(' dihapus: bulan')
    expect(diff.querySelector('ins')?.text).toBe(' ditambahkan: tahun')
  })

  it('escapes both texts', () => {
    expect(String(<Diff before="<b>" after="<i>" />)).not.toMatch(/<[bi]>/)
  })
})

describe('an edit grid', () => {
  const grid = html(
    <EditGrid
      caption="Hasil"
      rowHead="Baris"
      columns={[
        { key: 'nama', label: 'Nama', kind: 'area' },
        { key: 'kota', label: 'Kota', kind: 'select', options: [{ value: 'a', label: 'A' }] },
        { key: 'benar', label: 'Benar', kind: 'check' },
        { key: 'nilai', label: 'Nilai' },
      ]}
      rows={[
        {
          id: 'r1',
          head: '1',
          name: 'baris 1',
          values: { nama: 'dua\nbaris', kota: 'a', benar: 'ya', nilai: '<3' },
          problems: { nilai: 'Tulis angka' },
        },
      ]}
    />,
  )

  it('names each input after its row and column', () => {
    const controls = grid.querySelectorAll('input, select, textarea')
    expect(controls.map((control) => control.getAttribute('name'))).toEqual([
      'r1.nama',
      'r1.kota',
      'r1.benar',
      'r1.nilai',
    ])
    expect(controls[0]?.getAttribute('aria-label')).toBe('Nama, baris 1')
  })

  it('shows the values and what is wrong with them', () => {
    expect(grid.querySelector('textarea')?.text).toBe('dua\nbaris')
    expect(grid.querySelector('option')?.hasAttribute('selected')).toBe(true)
    expect(grid.querySelector('input[type=checkbox]')?.hasAttribute('checked')).toBe(true)
    const wrong = grid.querySelector('[aria-invalid=true]')
    expect(grid.getElementById(wrong?.getAttribute('aria-describedby') ?? '')?.text).toBe(
      'Tulis angka',
    )
  })
})

describe('lists', () => {
  it('of facts say when one is missing, and name what a link changes', () => {
    const list = html(
      <DefinitionList
        items={[
          { term: 'Nomor', value: undefined },
          { term: 'Tanggal', value: '3 Februari 2026', action: { href: '/u', label: 'Ubah' } },
        ]}
      />,
    )
    expect(list.querySelector('dd')?.text).toBe('Belum ada')
    expect(list.querySelector('a')?.text).toBe('Ubah tanggal')
  })

  it('of events carry the time for people and for machines', () => {
    const when = html(
      <Timeline
        entries={[
          { title: 'Dibuat', when: '3 Februari 2026', datetime: '2026-02-03', who: 'Sari' },
        ]}
      />,
    )
    expect(when.querySelector('time')?.getAttribute('datetime')).toBe('2026-02-03')
    expect(when.querySelector('.timeline-meta')?.text).toBe('3 Februari 2026 · Sari')
  })

  it('of measures say each with its figure', () => {
    const item = { label: 'Nilai', value: 8.1, max: 15, target: 9, text: '8,1 / 9' }
    const list = html(<MeterList items={[item]} />)
    expect(list.querySelector('b')?.text).toBe('8,1 / 9')
    expect(list.querySelector('line')?.getAttribute('x1')).toBe('60%')
  })
})

describe('a tree', () => {
  it('folds branches and leaves leaves plain', () => {
    const tree = html(
      <Tree
        label="Susunan"
        nodes={[
          { label: '1', open: true, children: [{ label: '1.a', href: '/a' }] },
          { label: '2' },
        ]}
      />,
    )
    expect(tree.querySelectorAll('details')).toHaveLength(1)
    expect(tree.querySelector('details')?.hasAttribute('open')).toBe(true)
    expect(tree.querySelector('details a')?.getAttribute('href')).toBe('/a')
    expect(tree.querySelectorAll('.tree-leaf').map((leaf) => leaf.text)).toEqual(['1.a', '2'])
  })

  it('puts links beside a summary, never into it', () => {
    const tree = html(
      <Tree
        label="Susunan"
        nodes={[
          { label: '1', action: { href: '/1', label: 'Atur' }, children: [{ label: '1.a' }] },
          { label: '2', href: '/2', children: [{ label: '2.a' }] },
        ]}
      />,
    )
    expect(tree.querySelectorAll('summary a')).toHaveLength(0)
    const links = tree.querySelectorAll('.tree-action')
    expect(links.map((link) => link.text)).toEqual(['Atur 1', 'Buka 2'])
  })
})

describe('an empty list', () => {
  it('says why and offers the next step', () => {
    const empty = html(
      <Empty title="Belum ada" actions={<a href="/baru">Tambah</a>}>
        Mulailah dari yang pertama.
      </Empty>,
    )
    expect(empty.querySelector('h2')?.text).toBe('Belum ada')
    expect(empty.querySelector('a')?.getAttribute('href')).toBe('/baru')
  })
})
