import { type HTMLElement, parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { ProblemSpecimen } from './guide/form-specimens.tsx'
import { StyleGuide } from './style-guide.tsx'

const guide = parse(String(<StyleGuide />))
const all = (selector: string) => guide.querySelectorAll(selector)

const nameOf = (control: HTMLElement) => {
  const id = control.getAttribute('id')
  return (
    control.getAttribute('aria-label') ??
    (id ? guide.querySelector(`label[for="${id}"]`)?.text : undefined) ??
    control.closest('label')?.text ??
    ''
  ).trim()
}

describe('the style guide', () => {
  it('holds no inline style and no inline script, which the browser would refuse', () => {
    expect(all('[style]')).toHaveLength(0)
    expect(all('script:not([src])')).toHaveLength(0)
    expect(all('*').filter(({ attributes }) => Object.keys(attributes).some(isHandler))).toEqual([])
  })

  it('uses each id once', () => {
    const ids = all('[id]').map((element) => element.id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('names every control', () => {
    const controls = all('input:not([type=hidden]), select, textarea')
    expect(controls.length).toBeGreaterThan(20)
    expect(controls.filter((control) => nameOf(control) === '')).toEqual([])
  })

  it('points every description to an element that exists', () => {
    const page = parse(String(<ProblemSpecimen />))
    const described = [...all('[aria-describedby]'), ...page.querySelectorAll('[aria-describedby]')]
    expect(described.length).toBeGreaterThan(3)
    const ids = described.flatMap((one) => one.getAttribute('aria-describedby')?.split(' ') ?? [])
    expect(ids.filter((id) => !guide.getElementById(id) && !page.getElementById(id))).toEqual([])
  })

  it('gives every table a caption', () => {
    const tables = all('table')
    expect(tables.length).toBeGreaterThanOrEqual(6)
    expect(tables.filter((table) => !table.querySelector('caption'))).toEqual([])
  })
})

const isHandler = (name: string) => /^on[a-z]+$/.test(name)
