import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

type Identity = { sub: string; email: string; email_verified: boolean; amr?: string[] }

export const client = { id: 'kpu-hub', secret: 'rahasia-klien-untuk-uji' }

/** An identity provider on a free port, where `who` is signed in already; `deny` makes them refuse. */
export async function startProvider(redirectUri: string) {
  const state: { who: Identity; deny: boolean } = {
    who: { sub: 'tak-ada', email: '', email_verified: false },
    deny: false,
  }
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, configuration(redirectUri, state))
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/tanya/')) return void answer(request, response)
    const { sub, amr } = state.who
    const result = state.deny
      ? { error: 'access_denied' }
      : { login: { accountId: sub, ...(amr && { amr }) } }
    void provider.interactionFinished(request, response, result)
  })
  return { issuer, state, stop: () => stop(server) }
}

const stop = (server: Server) =>
  new Promise<void>((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })

const configuration = (redirectUri: string, state: { who: Identity }) => ({
  clients: [
    {
      client_id: client.id,
      client_secret: client.secret,
      redirect_uris: [redirectUri],
    },
  ],
  cookies: { keys: ['kunci-kuki-untuk-uji'] },
  claims: { openid: ['sub', 'amr', 'acr'], email: ['email', 'email_verified'] },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/tanya/${uid}` },
  findAccount: async (_: unknown, accountId: string) => ({
    accountId,
    claims: async () => ({ ...state.who, sub: accountId }),
  }),
  loadExistingGrant: async (context: {
    oidc: {
      session: { accountId: string }
      client: { clientId: string }
      provider: Provider
    }
  }) => {
    const { session, client: asking, provider } = context.oidc
    const grant = new provider.Grant({
      accountId: session.accountId,
      clientId: asking.clientId,
    })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  },
})

/** Follows the provider's redirects as a browser does, until they lead to `home`; returns that address. */
export async function throughProvider(from: string, home: string): Promise<string> {
  const cookies = new Map<string, string>()
  let at = from
  for (let hops = 0; hops < 10 && !at.startsWith(home); hops++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const next = answer.headers.get('location')
    if (!next) throw new Error(`the provider stopped at ${at}: ${await answer.text()}`)
    at = new URL(next, at).toString()
  }
  return at
}
