import { describe, expect, it } from 'vitest'
import { createApp } from '../src/app.tsx'
import { testHub } from './support/hub.ts'

const hub = testHub()

type Route = { method: string; path: string }

/** Every route of the product, once, without middleware. */
function routes(): Route[] {
  const app = createApp(hub.services, { source: '', files: [] })
  const seen = new Map<string, Route>()
  for (const { method, path } of app.routes) {
    if (method === 'ALL' || path.includes('*')) continue
    seen.set(`${method} ${path}`, { method, path })
  }
  return [...seen.values()]
}

/** A path with every parameter filled by an id that nothing has. */
const filled = (path: string) =>
  path.replace(/:(\w+)(\{[^}]*\})?\??/g, (_, name: string) =>
    /bulan/i.test(name) ? '8' : '01a1fcd4-0000-7000-8000-00000000dead',
  )

describe('every route', () => {
  it('is found', () => {
    expect(routes().length).toBeGreaterThan(30)
  })

  it('below /kerja turns away who is not signed in, without a word about what lies there', async () => {
    const app = createApp(hub.services, { source: '', files: [] })
    const staff = routes().filter((route) => route.path.startsWith('/kerja'))
    expect(staff.length).toBeGreaterThan(20)
    for (const { method, path } of staff) {
      const answer = await app.request(`http://localhost:8080${filled(path)}`, {
        method,
        headers: { origin: 'http://localhost:8080' },
      })
      const door = answer.headers.get('location')?.split('?')[0]
      const wanted = method === 'GET' ? [303, '/masuk'] : [401, undefined]
      expect([method, path, answer.status, door]).toEqual([method, path, ...wanted])
    }
  })

  it('that changes something refuses a request from another site', async () => {
    const app = createApp(hub.services, { source: '', files: [] })
    const changing = routes().filter((route) => route.method !== 'GET')
    expect(changing.length).toBeGreaterThan(10)
    for (const { method, path } of changing) {
      const answer = await app.request(`http://localhost:8080${filled(path)}`, {
        method,
        headers: {
          origin: 'https://jahat.example',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'a=b',
      })
      expect([method, path, answer.status]).toEqual([method, path, 403])
    }
  })

  it('that changes something refuses a request that does not say where it comes from', async () => {
    const app = createApp(hub.services, { source: '', files: [] })
    for (const { method, path } of routes().filter((route) => route.method !== 'GET')) {
      const address = `http://localhost:8080${filled(path)}`
      const answer = await app.request(address, { method, body: 'a=b' })
      expect([method, path, answer.status]).toEqual([method, path, 403])
    }
  })

  it('carries the security headers and no inline script', async () => {
    const app = createApp(hub.services, { source: '', files: [] })
    const answer = await app.request('http://localhost:8080/masuk')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const html = await answer.text()
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=/)
  })
})
