import { parse } from 'node-html-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { peranList } from '#modules/pengguna'
import { loadSamples } from '../../src/load-data.ts'
import { mounts } from '../../src/mounts.ts'
import { testApp } from '../support/app.ts'
import { testHub } from '../support/hub.ts'
import { aimed, allRoutes, idsOf } from '../support/routes.ts'
import { signIn } from '../support/sign-in.ts'

const hub = testHub()
const origin = 'http://localhost:8080'

type Page = { path: string; status: number; headers: Headers; body: string }
let guest: Page[] = []
let officer: Page[] = []

async function visit(cookie: string): Promise<Page[]> {
  const ids = await idsOf(hub.services, '5203')
  const app = testApp(hub.services)
  const pages: Page[] = []
  for (const { path } of allRoutes(hub.services).filter(({ method }) => method === 'GET')) {
    const answer = await app.request(origin + aimed(path, ids, '5203'), { headers: { cookie } })
    const body = await answer.text()
    pages.push({ path, status: answer.status, headers: answer.headers, body })
  }
  return pages
}

beforeAll(async () => {
  await loadSamples(hub.services, mounts)
  guest = await visit('')
  officer = await visit(await signIn(hub.services, await hub.actor('5203', [...peranList])))
}, 180_000)

const isHtml = ({ headers }: Page) => headers.get('content-type')?.startsWith('text/html') ?? false

describe('every answer', () => {
  it('was looked at', () => {
    expect(guest.length).toBeGreaterThan(100)
    expect(guest.filter(({ status }) => status === 200).length).toBeGreaterThan(5)
    expect(officer.filter(({ status }) => status === 200).length).toBeGreaterThan(70)
    expect(officer.filter(({ status }) => status >= 500).map(({ path }) => path)).toEqual([])
  })

  it('forbids inline script and style, framing, foreign bases and guessing of types', () => {
    for (const { path, headers } of [...guest, ...officer]) {
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, path).toMatch(/default-src '(self|none)'/)
      expect(policy, path).not.toMatch(/script-src[^;]*('unsafe|\*|data:|http:)/)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('same-origin')
      expect(headers.get('x-powered-by'), path).toBeNull()
    }
  })

  it('of ours brings no style of its own; a kept file may, and may run nothing', () => {
    const pages = [...guest, ...officer].filter(isHtml)
    const lax = pages.filter(({ headers }) =>
      headers.get('content-security-policy')?.includes('unsafe-'),
    )
    expect(lax.map(({ path }) => path)).toEqual([])
  })

  it('below /kerja is kept by no browser and no proxy between', () => {
    const staff = officer.filter(({ path }) => path.startsWith('/kerja'))
    for (const { path, headers } of staff)
      expect(headers.get('cache-control') ?? '', path).toMatch(/no-store|private/)
  })
})

describe('every page', () => {
  it('has no script of its own, no style of its own and no handler in its tags', () => {
    const pages = [...guest, ...officer].filter(isHtml)
    expect(pages.length).toBeGreaterThan(100)
    for (const { path, body } of pages) {
      const page = parse(body, { comment: true })
      expect(
        page.querySelectorAll('script:not([src]), style, iframe, object, embed').length,
        path,
      ).toBe(0)
      const tags = page.querySelectorAll('*')
      const inline = tags.flatMap((tag) =>
        Object.keys(tag.attributes).filter((name) => /^on|^style$/i.test(name)),
      )
      expect(inline, path).toEqual([])
      const links = tags.flatMap(
        (tag) => tag.getAttribute('href') ?? tag.getAttribute('action') ?? [],
      )
      expect(
        links.filter((link) => /^\s*(javascript|data|vbscript):/i.test(link)),
        path,
      ).toEqual([])
    }
  })

  it('loads scripts, styles, pictures and fonts from here alone', () => {
    for (const { path, body } of [...guest, ...officer].filter(isHtml)) {
      const loaded = parse(body)
        .querySelectorAll('script[src], link[rel=stylesheet], img[src], source[src], video[src]')
        .map((tag) => tag.getAttribute('src') ?? tag.getAttribute('href') ?? '')
      expect(
        loaded.filter((address) => /^(https?:)?\/\//.test(address)),
        path,
      ).toEqual([])
    }
  })

  it('opens foreign addresses without handing anything over', () => {
    for (const { path, body } of [...guest, ...officer].filter(isHtml)) {
      const outward = parse(body).querySelectorAll('a[target=_blank]')
      for (const link of outward) expect(link.getAttribute('rel') ?? '', path).toContain('noopener')
    }
  })
})
