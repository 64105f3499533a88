import { createHmac, createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OidcConfig } from '#platform/config.ts'
import { claimsOfCode, discover } from './penerbit.ts'

const known = generateKeyPairSync('rsa', { modulusLength: 2048 })
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 })
let server: Server
let config: OidcConfig
let idToken = ''
let info: Record<string, unknown> = {}

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answerTo(request.url ?? '')))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  config = {
    issuer: `http://localhost:${(server.address() as AddressInfo).port}`,
    clientId: 'kpu-hub',
    clientSecret: 'rahasia-klien',
    label: 'akun KPU',
    domains: [],
    strong: ['mfa'],
  }
})

afterAll(() => new Promise((done) => server.close(done)))

function answerTo(path: string): unknown {
  const { issuer } = config
  if (path === '/token') return { id_token: idToken, access_token: 'a', token_type: 'Bearer' }
  if (path === '/jwks')
    return { keys: [{ ...known.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256' }] }
  if (path === '/info') return info
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/info`,
    id_token_signing_alg_values_supported: ['none', 'HS256', 'RS256'],
  }
}

const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const seconds = Math.floor(performance.timeOrigin / 1000)
const right = () => ({
  iss: config.issuer,
  aud: 'kpu-hub',
  sub: 's1',
  email: 'sari@kpu.go.id',
  iat: seconds,
  exp: seconds + 3600,
})

function token(claims: object, alg = 'RS256', key = known.privateKey): string {
  const content = `${text({ alg, kid: 'k1' })}.${text(claims)}`
  if (alg === 'none') return `${content}.`
  if (alg === 'HS256')
    return `${content}.${createHmac('sha256', 'rahasia-klien').update(content).digest('base64url')}`
  return `${content}.${createSign('sha256').update(content).sign(key, 'base64url')}`
}

async function claimsOf(given: string) {
  idToken = given
  const found = await discover(config, 0)
  return claimsOfCode(config, found, { code: 'c', verifier: 'v', redirectUri: 'http://localhost/' })
}

describe('an id token', () => {
  it('is taken when all of it is right', async () => {
    expect(await claimsOf(token(right()))).toMatchObject({ sub: 's1', email: 'sari@kpu.go.id' })
  })

  it.each([
    ['of another issuer', () => token({ ...right(), iss: 'https://jahat.example' })],
    ['for another client', () => token({ ...right(), aud: 'lain' })],
    ['that has expired', () => token({ ...right(), exp: seconds - 3600 })],
    ['without end', () => token({ ...right(), exp: undefined })],
    ['signed by another key', () => token(right(), 'RS256', foreign.privateKey)],
    ['signed with the shared secret', () => token(right(), 'HS256')],
    ['signed by nobody', () => token(right(), 'none')],
    ['altered afterwards', () => token(right()).replace(/\.[^.]+\./, `.${text(right())}x.`)],
    ['that is none', () => 'bukan token'],
  ])('%s is refused', async (_what, made) => {
    await expect(claimsOf(made())).rejects.toThrow()
  })

  it('without address is completed by what the provider tells of the same person', async () => {
    const bare = { ...right(), email: undefined }
    info = { sub: 's1', email: 'sari@kpu.go.id', email_verified: true, amr: ['mfa'] }
    expect(await claimsOf(token({ ...bare, amr: ['pwd'] }))).toMatchObject({
      email: 'sari@kpu.go.id',
      amr: ['pwd'],
    })
    info = { sub: 's2', email: 'ketua@kpu.go.id', email_verified: true }
    expect(await claimsOf(token(bare))).not.toHaveProperty('email')
  })
})

describe('a provider', () => {
  it('that names itself otherwise is not trusted', async () => {
    const other = { ...config, issuer: `${config.issuer}/lain` }
    await expect(discover(other, 0)).rejects.toThrow(/names itself otherwise/)
  })
})
