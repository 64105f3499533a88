import { parse } from 'node-html-parser'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/identity/actor.ts'
import { testApp } from '#test/support/app.ts'
import { testHub } from '#test/support/hub.ts'
import { runJobs } from '#test/support/run-jobs.ts'
import { inviteOrang, resendUndangan, revokeUndangan } from './commands/undangan.ts'
import { jobs } from './jobs.ts'

const hub = testHub()
let app: ReturnType<typeof testApp>
let admin: Actor

beforeAll(async () => {
  app = testApp(hub.services)
  admin = await hub.actor('5203', 'admin_satker')
})
beforeEach(() => {
  hub.letters.length = 0
})

const password = 'tiga kata berbeda'

/** Invites, lets the letter go out, and gives the path of the link in it. */
async function invited(email: string, who = admin): Promise<{ id: string; link: string }> {
  const given = { nama: 'Widuri Kabutpagi', email, peran: 'ketua', area: null } as const
  const id = await inviteOrang(hub.as(who), { satkerKode: who.satkerKode, ...given })
  return { id, link: await sentLink() }
}
async function sentLink(): Promise<string> {
  await runJobs(hub.services, jobs)
  const link = hub.letters.at(-1)?.text.match(/localhost:8080(\/undangan\/\S+)/)?.[1]
  if (!link) throw new Error('no letter with a link')
  return link
}
const post = (path: string, form: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { origin: 'http://localhost' },
  })
const accept = (link: string, sandi = password) =>
  post(link, { nama: 'Widuri Kabutpagi, S.H.', sandi, ulang: sandi })
const text = async (answer: Response) => parse(await answer.text()).text.replaceAll(/\s+/g, ' ')
const peopleWith = async (email: string) =>
  (await hub.services.ownerPool.query('select * from pengguna where email = $1', [email])).rows

describe('an invitation', () => {
  it('comes by a letter that names office, role and last day', async () => {
    await invited('a@contoh.invalid')
    expect(hub.letters[0]).toMatchObject({
      to: 'a@contoh.invalid',
      subject: 'Undangan KPU HUB KPU Kabupaten Lombok Timur',
    })
    expect(hub.letters[0]?.text).toMatch(/sebagai Ketua/)
    expect(hub.letters[0]?.text).toMatch(/sampai 27 November 2026 pukul 11.00 WITA/)
  })

  it('lets the invited set name and password, and is signed in at once', async () => {
    const { link } = await invited('b@contoh.invalid')
    expect(await text(await app.request(link))).toMatch(/sebagai Ketua/)
    const answer = await accept(link)
    expect(answer.headers.get('location')).toBe('/kerja')
    const cookie = answer.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; ')
    const account = await app.request('/kerja/akun', { headers: { cookie } })
    expect(await text(account)).toMatch(/Widuri Kabutpagi, S.H./)
    expect(await peopleWith('b@contoh.invalid')).toHaveLength(1)
  })

  it('is refused the second time, after it was revoked, and when its week is over', async () => {
    const used = await invited('c@contoh.invalid')
    await accept(used.link)
    const revoked = await invited('d@contoh.invalid')
    await revokeUndangan(hub.as(admin), { id: revoked.id })
    const expired = await invited('e@contoh.invalid')
    await hub.services.ownerPool.query(
      "update undangan set expires_at = '2026-11-20T02:59:59Z' where id = $1",
      [expired.id],
    )
    const words = {
      [used.link]: 'sudah diterima',
      [revoked.link]: 'dicabut',
      [expired.link]: 'masanya',
    }
    for (const [link, word] of Object.entries(words)) {
      for (const answer of [await app.request(link), await accept(link)]) {
        expect(answer.status).toBe(409)
        expect(await text(answer)).toContain(word)
      }
    }
    expect(await peopleWith('c@contoh.invalid')).toHaveLength(1)
    expect(await peopleWith('e@contoh.invalid')).toHaveLength(0)
    expect((await app.request('/undangan/karangan')).status).toBe(404)
  })

  it('sent again works by the new link only', async () => {
    const { id, link } = await invited('f@contoh.invalid')
    await resendUndangan(hub.as(admin), { id })
    const again = await sentLink()
    expect((await app.request(link)).status).toBe(404)
    expect((await app.request(again)).status).toBe(200)
  })

  it('keeps what was typed when the password is too weak', async () => {
    const { link } = await invited('g@contoh.invalid')
    const answer = await accept(link, 'pendek')
    const page = parse(await answer.text())
    expect(answer.status).toBe(422)
    expect(page.querySelector('#nama')?.getAttribute('value')).toBe('Widuri Kabutpagi, S.H.')
    expect(page.querySelector('#sandi-masalah')?.text).toMatch(/paling sedikit 12/)
  })

  it('to a second office asks for the password of the account, and takes no other', async () => {
    const email = 'h@contoh.invalid'
    await accept((await invited(email)).link)
    const second = await invited(email, await hub.actor('5271', 'admin_satker'))
    expect(await text(await app.request(second.link))).toMatch(/sudah punya akun/)
    expect((await post(second.link, { sandi: 'bukan-sandinya' })).status).toBe(422)
    expect(await peopleWith(email)).toHaveLength(1)
    expect((await post(second.link, { sandi: password })).status).toBe(303)
    const people = await peopleWith(email)
    expect(new Set(people.map((p) => p.satker_kode))).toEqual(new Set(['5203', '5271']))
    expect(new Set(people.map((p) => p.user_id)).size).toBe(1)
  })

  it('writes no letter when it was revoked before the job ran', async () => {
    const given = { nama: 'Widuri', email: 'i@contoh.invalid', peran: 'ketua', area: null } as const
    const id = await inviteOrang(hub.as(admin), { satkerKode: '5203', ...given })
    await revokeUndangan(hub.as(admin), { id })
    await runJobs(hub.services, jobs)
    expect(hub.letters).toEqual([])
  })
})
