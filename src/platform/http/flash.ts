import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Flash, HubContext, HubEnv } from './env.ts'

const name = 'hub_kabar'

/** Takes the message that the page before left for this one. */
export const readFlash = createMiddleware<HubEnv>(async (c, next) => {
  const raw = getCookie(c, name)
  c.set('flash', raw ? decode(raw) : null)
  if (raw) deleteCookie(c, name, { path: '/' })
  await next()
})

/** Leaves a message for the page that is redirected to. */
export function setFlash(c: HubContext, text: string, tone: Flash['tone'] = 'ok'): void {
  const value = Buffer.from(JSON.stringify({ tone, text })).toString('base64url')
  const secure = c.get('services').config.baseUrl.startsWith('https:')
  setCookie(c, name, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: 60 })
}

function decode(raw: string): Flash | null {
  try {
    const { tone, text } = JSON.parse(Buffer.from(raw, 'base64url').toString()) as Flash
    return typeof text === 'string' && (tone === 'ok' || tone === 'late') ? { tone, text } : null
  } catch {
    return null
  }
}
