import { parse } from 'node-html-parser'
import type { testApp } from '#test/support/app.ts'

type App = ReturnType<typeof testApp>

/** A browser without script: keeps cookies, sends forms, and says where an answer leads. */
export function browserOf(app: App, userAgent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0') {
  const cookies = new Map<string, string>()
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

  async function send(path: string, init: RequestInit = {}) {
    const headers = {
      origin: 'http://localhost',
      cookie: header(),
      'user-agent': userAgent,
    }
    const answer = await app.request(path, { ...init, headers })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      if (value === '' || /max-age=0(;|$)/i.test(cookie)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = await answer.text()
    const page = parse(text)
    return {
      status: answer.status,
      to: answer.headers.get('location'),
      body: text,
      page,
      text: page.text.replaceAll(/\s+/g, ' '),
    }
  }

  return {
    cookies,
    header,
    get: (path: string) => send(path),
    post: (path: string, form: Record<string, string> = {}) =>
      send(path, { method: 'POST', body: new URLSearchParams(form) }),
  }
}

export type TestBrowser = ReturnType<typeof browserOf>
