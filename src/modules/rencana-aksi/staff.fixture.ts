import { Hono } from 'hono'
import { type HTMLElement, type Node, parse } from 'node-html-parser'
import type { Caller } from '#platform/command.ts'
import { answerError } from '#platform/http/answer-error.ts'
import type { HubEnv } from '#platform/http/env.ts'
import type { TestHub } from '#test/support/hub.ts'
import { staff } from './staff.tsx'

/** The module's pages for one caller, without sign-in and menu. */
export function pagesFor(hub: TestHub, caller: Caller) {
  const app = new Hono<HubEnv>()
  app.use(async (c, next) => {
    c.set('services', hub.services)
    c.set('requestId', 'uji')
    c.set('caller', caller)
    c.set('flash', null)
    c.set('menu', [])
    await next()
  })
  app.onError(answerError((c, { status, message }) => c.text(message, status)))
  app.route('/kerja/rencana-aksi', staff)
  const read = async (response: Response) => {
    const text = await response.text()
    return {
      status: response.status,
      location: response.headers.get('location'),
      text,
      page: parse(text),
    }
  }
  return {
    get: async (path: string) => read(await app.request(`/kerja/rencana-aksi${path}`)),
    post: async (path: string, values: Record<string, string | string[]>) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(values))
        for (const one of [value].flat()) body.append(name, one)
      return read(await app.request(`/kerja/rencana-aksi${path}`, { method: 'POST', body }))
    },
  }
}

/** The words of an element, as a person reads them. */
export const textOf = (element: Node | null | undefined): string =>
  wordsIn(element).replaceAll(/\s+/g, ' ').trim()

const wordsIn = (node: Node | null | undefined): string => {
  if (!node) return ''
  return node.childNodes.length === 0 ? node.textContent : node.childNodes.map(wordsIn).join(' ')
}

/** The input that a label names. */
export function inputOf(page: HTMLElement, label: string): HTMLElement | null {
  const found = page
    .querySelectorAll('label')
    .find((one) => textOf(one).startsWith(label))
    ?.getAttribute('for')
  return found ? page.querySelector(`#${found}`) : null
}

/** What is typed in every field of the form that holds a control of this name. */
export function typedIn(page: HTMLElement, control: string): Record<string, string | string[]> {
  const form = page.querySelectorAll('form').find((one) => one.querySelector(`[name=${control}]`))
  const typed: Record<string, string[]> = {}
  const add = (name: string | undefined, value: string) => {
    if (name) typed[name] = [...(typed[name] ?? []), value]
  }
  for (const input of form?.querySelectorAll('input') ?? []) {
    const choice = ['radio', 'checkbox'].includes(input.getAttribute('type') ?? '')
    if (!choice || input.hasAttribute('checked'))
      add(input.getAttribute('name'), input.getAttribute('value') ?? '')
  }
  for (const area of form?.querySelectorAll('textarea') ?? [])
    add(area.getAttribute('name'), area.textContent)
  for (const select of form?.querySelectorAll('select') ?? [])
    add(
      select.getAttribute('name'),
      select.querySelector('option[selected]')?.getAttribute('value') ?? '',
    )
  return typed
}
