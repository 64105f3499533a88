import { parse, type HTMLElement } from 'node-html-parser'
import { testApp } from '#test/support/app.ts'
import type { TestHub } from '#test/support/hub.ts'
import { signIn } from '#test/support/sign-in.ts'
import { jobs } from './jobs.ts'

/** A signed-in person in front of a browser; may stand as the headers of a request. */
export type Visitor = { cookie: string; satkerKode: string }

/** Pages as people use them: get, send forms, upload files. */
export function browserOn(hub: TestHub) {
  const app = () => testApp(hub.services)
  const request = (path: string, init: RequestInit) => app().request(path, init)
  const post = ({ cookie }: Visitor, path: string, body: BodyInit) =>
    request(path, { method: 'POST', headers: { cookie, origin: 'http://localhost' }, body })
  return {
    request,
    post,
    visitor: async (satkerKode: string, peran = 'kasubbag'): Promise<Visitor> => {
      const actor = await hub.actor(satkerKode, peran)
      return { cookie: await signIn(hub.services, actor), satkerKode }
    },
    get: async ({ cookie }: Visitor, path: string) => {
      const answer = await request(path, { headers: { cookie } })
      return { answer, page: parse(await answer.text()) }
    },
    /** Uploads as a browser does and lets the job read; the path of the import. */
    uploaded: async (who: Visitor, name: string, bytes: Uint8Array | string): Promise<string> => {
      const answer = await post(who, '/kerja/impor', withFile(name, bytes))
      const path = answer.headers.get('location') ?? ''
      if (answer.status !== 303) throw new Error(`${name} was not taken: ${answer.status}`)
      const id = path.split('/').at(-1)
      await jobs['impor.read']?.(hub.services, { satkerKode: who.satkerKode, id })
      return path
    },
  }
}

/** The upload form, filled in. */
export function withFile(name: string, bytes: Uint8Array | string): FormData {
  const body = new FormData()
  body.set('berkas', new File([bytes as BlobPart], name)) // a Uint8Array is a BlobPart
  return body
}

export const form = (values: Record<string, string>) => new URLSearchParams(values)

/** What a browser would send back of the form that posts to `action`. */
export function fieldsOf(page: HTMLElement, action: string): Record<string, string> {
  const found = page.querySelector(`form[action="${action}"]`)
  const inputs = found?.querySelectorAll('input[name]:not([type=checkbox]):not([type=radio])') ?? []
  const checked = found?.querySelectorAll('input[checked]') ?? []
  const areas = found?.querySelectorAll('textarea[name]') ?? []
  return Object.fromEntries([
    ...[...inputs, ...checked].map((input) => [
      input.getAttribute('name') ?? '',
      input.getAttribute('value') ?? '',
    ]),
    ...areas.map((area) => [area.getAttribute('name') ?? '', area.text]),
  ])
}
