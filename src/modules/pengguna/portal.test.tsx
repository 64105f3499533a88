import { parse } from 'node-html-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { testApp } from '#test/support/app.ts'
import { samplePassword, sampleDomain } from './sample-people.ts'
import { loadSamplePeople } from './samples.ts'

const hub = testHub()
let app: ReturnType<typeof testApp>

const address = `koordinator1.5203@${sampleDomain}`
const post = (path: string, form: Record<string, string>, cookie = '') =>
  app.request(path, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { origin: 'http://localhost', cookie },
  })
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')

beforeAll(async () => {
  await loadSamplePeople(hub.services)
  app = testApp(hub.services)
})

describe('signing in', () => {
  it('opens the work pages and ends with signing out', async () => {
    const answer = await post('/masuk', {
      email: address,
      sandi: samplePassword,
      ke: '/kerja/akun',
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/kerja/akun')
    const cookie = cookieOf(answer)
    const left = await post('/keluar', {}, cookie)
    expect(left.headers.get('location')).toBe('/masuk')
    const after = await app.request('/kerja/akun', { headers: { cookie } })
    expect(after.headers.get('location')).toMatch(/^\/masuk/)
  })

  it('shows the form again with the address kept and the password not', async () => {
    const answer = await post('/masuk', { email: address, sandi: 'bukan-sandinya' })
    const page = parse(await answer.text())
    expect(answer.status).toBe(422)
    expect(page.querySelector('#email')?.getAttribute('value')).toBe(address)
    expect(page.querySelector('#sandi')?.getAttribute('value')).toBe('')
  })
})
