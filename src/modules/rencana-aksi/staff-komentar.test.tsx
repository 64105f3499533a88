import { parse } from 'node-html-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/identity/actor.ts'
import { testApp } from '#test/support/app.ts'
import { testHub } from '#test/support/hub.ts'
import { signIn } from '#test/support/sign-in.ts'
import { aPlan, type Plan } from './rencana.fixture.ts'
import { planUrl } from './urls.ts'

const hub = testHub()
let plan: Plan
let url: string
let cookie: string
let reader: string

beforeAll(async () => {
  plan = await aPlan(hub, '3508')
  url = planUrl(plan.id, 'butir', plan.butirIds[0] ?? '')
  cookie = await signIn(hub.services, plan.admin.actor as Actor)
  reader = await signIn(hub.services, await hub.actor('3508', 'pembaca'))
})

const page = async (as = cookie) =>
  parse(
    await (
      await testApp(hub.services).request(`http://localhost:8080${url}`, {
        headers: { cookie: as },
      })
    ).text(),
  )

const post = (path: string, body: Record<string, string>) =>
  testApp(hub.services).request(`http://localhost:8080${url}/komentar${path}`, {
    method: 'POST',
    headers: { cookie, origin: 'http://localhost:8080' },
    body: new URLSearchParams(body),
  })

describe('the comments of a butir', () => {
  it('begin empty, with a form for who works here and none for a reader', async () => {
    expect((await page()).querySelector('#komentar textarea')).not.toBeNull()
    const seen = await page(reader)
    expect(seen.querySelector('#komentar')?.text).toContain('Belum ada komentar.')
    expect(seen.querySelector('#komentar form')).toBeNull()
  })

  it('refuse an empty one and keep who was chosen', async () => {
    const sebut = plan.ketua.actor?.id ?? ''
    const answer = await post('', { teks: '  ', sebut, indukId: '' })
    expect(answer.status).toBe(422)
    const html = parse(await answer.text())
    expect(html.querySelector('.problem-summary a')?.getAttribute('href')).toBe('#teks')
    expect(html.querySelector('#sebut option[selected]')?.getAttribute('value')).toBe(sebut)
  })

  it('show text as text, keep its lines, and lead to the new comment', async () => {
    const answer = await post('', { teks: '<script>alert(1)</script>\nbaris dua', indukId: '' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/#k-[\da-f-]{36}$/)
    const html = await page()
    expect(html.querySelector('#komentar script')).toBeNull()
    expect(html.querySelector('.comment-text')?.text).toContain('<script>alert(1)</script>\nbaris')
  })

  it('are answered, settled, and counted while open', async () => {
    const id = (await page()).querySelector('.comment')?.id.slice(2) ?? ''
    const empty = await post('', { teks: '', indukId: id })
    const html = parse(await empty.text())
    expect(html.querySelector('.problem-summary a')?.getAttribute('href')).toBe(`#teks-${id}`)
    expect(html.querySelector('details')?.hasAttribute('open')).toBe(true)
    await post('', { teks: 'Sudah', indukId: id })
    expect((await page()).querySelector('#komentar h2')?.text).toBe('Komentar (1 terbuka)')
    await post(`/${id}/keadaan`, { selesai: 'ya' })
    expect((await page()).querySelector('#komentar h2')?.text).toBe('Komentar')
    expect((await page()).querySelectorAll('.comment')).toHaveLength(2)
  })
})
