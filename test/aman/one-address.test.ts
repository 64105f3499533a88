import { beforeAll, describe, expect, it } from 'vitest'
import { testApp } from '../support/app.ts'
import { testHub } from '../support/hub.ts'
import { signIn, testPassword } from '../support/sign-in.ts'

const hub = testHub()
const origin = 'http://localhost:8080'
const office = '203.0.113.7'
const many = 100

let emails: string[] = []
const cookies: string[] = []

/** Hashing a hundred passwords says nothing here: all have the first one's. */
beforeAll(async () => {
  const { ownerPool } = hub.services
  const first = await hub.actor('5203', 'pembaca')
  await signIn(hub.services, first)
  for (let i = 1; i < many; i++) await hub.actor('5203', 'pembaca')
  const { rows } = await ownerPool.query<{ email: string }>(
    "select email from pengguna where satker_kode = '5203' order by user_id nulls last, id",
  )
  emails = rows.map(({ email }) => email)
  await ownerPool.query(`
    insert into auth."user" (id, name, email, "emailVerified")
      select id::text, nama, email, true from pengguna where user_id is null;
    insert into auth.account (id, "userId", issuer, "accountId", "providerId", password, "updatedAt")
      select p.id::text, p.id::text, a.issuer, p.id::text, a."providerId", a.password, now()
      from pengguna p cross join auth.account a where p.user_id is null;
    update pengguna set user_id = id::text where user_id is null`)
}, 120_000)

/** The product as it stands behind a proxy that names the address of its visitors. */
const officeApp = () =>
  testApp({ ...hub.services, config: { ...hub.services.config, behindProxy: true } })

const from = (address: string, cookie = '') => ({ origin, cookie, 'x-forwarded-for': address })

type App = ReturnType<typeof officeApp>

const enter = (app: App, address: string, email: string, sandi: string) =>
  app.request(`${origin}/masuk`, {
    method: 'POST',
    headers: from(address),
    body: new URLSearchParams({ email, sandi }),
  })

describe('a whole office behind one address', () => {
  it('signs in on one morning, half of it after a slip', async () => {
    const app = officeApp()
    const statuses: number[] = []
    for (const [i, email] of emails.entries()) {
      await app.request(`${origin}/masuk`, { headers: from(office) })
      if (i % 2 === 0) await enter(app, office, email, 'salah ketik')
      const entered = await enter(app, office, email, testPassword)
      statuses.push(entered.status)
      cookies.push(
        entered.headers
          .getSetCookie()
          .map((text) => text.split(';')[0])
          .join('; '),
      )
    }
    expect(statuses.filter((status) => status !== 303)).toEqual([])
  }, 120_000)

  it('opens ten pages each within a minute', async () => {
    const app = officeApp()
    const statuses: number[] = []
    expect(cookies).toHaveLength(many)
    for (const cookie of cookies)
      for (let page = 0; page < 10; page++)
        statuses.push(
          (await app.request(`${origin}/kerja/akun`, { headers: from(office, cookie) })).status,
        )
    expect(statuses).toHaveLength(many * 10)
    expect(statuses.filter((status) => status !== 200)).toEqual([])
  }, 120_000)

  it('does not lend its pace to one person: he is slowed alone', async () => {
    const app = officeApp()
    const [greedy = '', other = ''] = cookies
    const ask = async (cookie: string) =>
      (await app.request(`${origin}/kerja/akun`, { headers: from(office, cookie) })).status
    let last = 0
    for (let i = 0; i < 620; i++) last = await ask(greedy)
    expect(last).toBe(429)
    expect(await ask(other)).not.toBe(429)
  }, 120_000)
})

describe('a stranger who guesses', () => {
  it('is stopped at one account after five tries, whose owner still comes in from his own desk', async () => {
    const [email = ''] = emails
    const app = officeApp()
    for (let i = 0; i < 5; i++) await enter(app, '198.51.100.9', email, `tebakan ${i}`)
    const guess = await enter(app, '198.51.100.9', email, testPassword)
    expect(guess.status).toBe(422)
    expect(await guess.text()).toMatch(/menit/)
    expect((await enter(app, office, email, testPassword)).status).toBe(303)
  })

  it('who goes through many accounts is stopped at his address, not at the office', async () => {
    const app = officeApp()
    const told: number[] = []
    for (let i = 0; i < 70; i++)
      told.push((await enter(app, '198.51.100.77', `orang${i}@contoh.invalid`, 'tebakan')).status)
    expect(told.filter((status) => status === 422)).toHaveLength(70)
    const stopped = await enter(app, '198.51.100.77', emails[1] ?? '', testPassword)
    expect(stopped.status).toBe(422)
    expect((await enter(app, office, emails[1] ?? '', testPassword)).status).toBe(303)
  })
})
