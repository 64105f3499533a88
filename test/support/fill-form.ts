import type { HTMLElement } from 'node-html-parser'

export type Filled = { action: string; fields: [string, string][] }

/** Every form of a page that changes something, filled in as far as a machine can. */
export const fillForms = (page: HTMLElement, here: string): Filled[] =>
  page
    .querySelectorAll('form')
    .filter((form) => form.getAttribute('method')?.toLowerCase() === 'post')
    .map((form) => ({
      action: form.getAttribute('action') || here,
      fields: [...inputsOf(form), ...selectsOf(form), ...textsOf(form)],
    }))

const sentence = 'Isian uji yang cukup panjang'
const typed: Readonly<Record<string, string>> = {
  date: '2026-03-02',
  number: '1',
  email: 'isian.uji@contoh.invalid',
  time: '09:00',
  url: 'https://contoh.invalid/berita',
}

function inputsOf(form: HTMLElement): [string, string][] {
  const chosen = new Set<string>()
  return form.querySelectorAll('input[name]').flatMap((input): [string, string][] => {
    const name = input.getAttribute('name') ?? ''
    const type = input.getAttribute('type') ?? 'text'
    const value = input.getAttribute('value') ?? ''
    if (type === 'file' || type === 'password' || type === 'submit') return []
    if (type === 'checkbox' || type === 'radio') {
      // one of each group; a box that stands alone is ticked
      if (chosen.has(name)) return []
      chosen.add(name)
      return [[name, value || 'on']]
    }
    return [[name, value || (type === 'hidden' ? '' : (typed[type] ?? sentence))]]
  })
}

const selectsOf = (form: HTMLElement) =>
  form.querySelectorAll('select[name]').map((select): [string, string] => {
    const options = select.querySelectorAll('option')
    const option =
      options.find((each) => each.hasAttribute('selected') && each.getAttribute('value')) ??
      options.find((each) => each.getAttribute('value'))
    return [select.getAttribute('name') ?? '', option?.getAttribute('value') ?? '']
  })

const textsOf = (form: HTMLElement) =>
  form
    .querySelectorAll('textarea[name]')
    .map((area): [string, string] => [area.getAttribute('name') ?? '', area.text || sentence])
