import { samplePassword } from '../../src/modules/pengguna/sample-people.ts'
import { pause } from '../start/program.ts'

/** What became of a request: an answer, or nobody knows. */
export type Outcome = { status: number; location: string; text: string; headers: Headers } | null

export type Visitor = {
  email: string
  send: (method: string, path: string, init?: RequestInit) => Promise<Outcome>
  form: (path: string, values: Record<string, string>) => Promise<Outcome>
}

/** Someone who is signed in and stays so while the program dies and comes back. */
export async function signedIn(url: string, email: string): Promise<Visitor> {
  const cookies = new Map<string, string>()
  const send: Visitor['send'] = async (method, path, init = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, origin: url, ...(init.headers as Record<string, string>) }
    try {
      const answer = await fetch(url + path, { ...init, method, headers, redirect: 'manual' })
      for (const text of answer.headers.getSetCookie()) keep(cookies, text)
      const text = await answer.text()
      const location = answer.headers.get('location') ?? ''
      // An answer that says the database is away leaves open what became of the request.
      if (answer.status >= 500) return null
      return { status: answer.status, location, text, headers: answer.headers }
    } catch {
      return null
    }
  }
  const form: Visitor['form'] = (path, values) =>
    send('POST', path, { body: new URLSearchParams(values) })
  const entered = await form('/masuk', { email, sandi: samplePassword })
  if (entered?.status !== 303 || entered.location.startsWith('/masuk'))
    throw new Error(`${email} could not sign in: ${entered?.status} ${entered?.text.slice(0, 300)}`)
  return { email, send, form }
}

function keep(cookies: Map<string, string>, text: string): void {
  const [pair = ''] = text.split(';')
  const at = pair.indexOf('=')
  cookies.set(pair.slice(0, at), pair.slice(at + 1))
}

/** Sends until an answer comes, as a person does who reloads the page; gives up when the work is over. */
export async function insist(
  work: { over: AbortSignal },
  send: () => Promise<Outcome>,
): Promise<Outcome> {
  for (;;) {
    const outcome = await send()
    if (outcome && outcome.status !== 429) return outcome
    if (work.over.aborted) return null
    await pause(60)
  }
}
