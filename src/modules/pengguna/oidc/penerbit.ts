import { verifyJwsAccessToken } from 'better-auth/oauth2'
import { z } from 'zod'
import type { OidcConfig } from '#platform/config.ts'
import type { Claims } from './klaim.ts'

/** An identity provider that hangs must not hang our visitors. */
const patienceMilliseconds = 5000
const freshMilliseconds = 60 * 60_000

const discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).default(['RS256']),
})

type Discovery = z.output<typeof discovery>

const tokens = z.object({ id_token: z.string(), access_token: z.string().optional() })
const userInfo = z.object({
  sub: z.string(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
})
const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) })

/** The provider cannot be reached or answers what no provider may. */
export class ProviderFault extends Error {}

const known = new Map<string, { at: number; found: Discovery }>()

/** What the provider says of itself (OpenID Connect Discovery §4), kept for an hour. `now` in milliseconds. */
export async function discover({ issuer }: OidcConfig, now: number): Promise<Discovery> {
  const kept = known.get(issuer)
  if (kept && now - kept.at < freshMilliseconds) return kept.found
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const found = discovery.parse(await askJson(address))
  if (found.issuer !== issuer) throw new ProviderFault('the issuer names itself otherwise')
  known.set(issuer, { at: now, found })
  return found
}

/** Where the browser is sent, with PKCE (RFC 7636), state and nonce. */
export function authorizationUrl(
  { clientId }: OidcConfig,
  found: Discovery,
  of: { redirectUri: string; state: string; nonce: string; codeChallenge: string },
): string {
  const url = new URL(found.authorization_endpoint)
  const query = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: of.redirectUri,
    scope: 'openid email profile',
    state: of.state,
    nonce: of.nonce,
    code_challenge: of.codeChallenge,
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.toString()
}

/** Changes the code for an id token and checks its signature, issuer, audience and dates. */
export async function claimsOfCode(
  config: OidcConfig,
  found: Discovery,
  of: { code: string; verifier: string; redirectUri: string },
): Promise<Claims> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code: of.code,
    redirect_uri: of.redirectUri,
    code_verifier: of.verifier,
  })
  const headers = clientHeaders(config, found, body)
  const { id_token: idToken, access_token: accessToken } = tokens.parse(
    await askJson(found.token_endpoint, { method: 'POST', body, headers }),
  )
  const claims = await verifyJwsAccessToken(idToken, {
    jwksFetch: async () => keySet.parse(await askJson(found.jwks_uri)),
    jwksCacheKey: found,
    verifyOptions: {
      issuer: config.issuer,
      audience: config.clientId,
      algorithms: asymmetric(found.id_token_signing_alg_values_supported),
      requiredClaims: ['sub', 'exp', 'iat'],
    },
  })
  return claims['email'] === undefined ? withUserInfo(claims, found, accessToken) : claims
}

/**
 * With a code the address may come from the UserInfo endpoint alone (OpenID Connect Core §5.4). What
 * it says counts only for the subject that the signed token names (§5.3.2), and only of the address.
 */
async function withUserInfo(
  claims: Claims,
  { userinfo_endpoint: endpoint }: Discovery,
  accessToken: string | undefined,
): Promise<Claims> {
  if (!endpoint || !accessToken) return claims
  const headers = { authorization: `Bearer ${accessToken}` }
  const { sub, ...address } = userInfo.parse(await askJson(endpoint, { headers }))
  return sub === claims['sub'] ? { ...claims, ...address } : claims
}

/** A token that is signed with a shared secret, or with none, proves nothing. */
const asymmetric = (algorithms: readonly string[]) =>
  algorithms.filter((name) => /^(RS|PS|ES)\d{3}$|^EdDSA$/.test(name))

/** client_secret_basic unless the provider takes only the other (RFC 6749 §2.3.1). */
function clientHeaders(
  { clientId, clientSecret }: OidcConfig,
  found: Discovery,
  body: URLSearchParams,
): Record<string, string> {
  const methods = found.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  if (!methods.includes('client_secret_basic') && methods.includes('client_secret_post')) {
    body.set('client_id', clientId)
    body.set('client_secret', clientSecret)
    return {}
  }
  const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}

async function askJson(address: string, init: RequestInit = {}): Promise<unknown> {
  try {
    const answer = await fetch(address, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMilliseconds),
    })
    if (!answer.ok) throw new ProviderFault(`${answer.status} from the provider`)
    return await answer.json()
  } catch (error) {
    if (error instanceof ProviderFault) throw error
    throw new ProviderFault('the provider does not answer', { cause: error })
  }
}
