/** What an id token says, as far as it matters here. */
export type Claims = Readonly<Record<string, unknown>>

export type Person = { subject: string; email: string; strong: boolean }

export type ClaimFault = 'nonce' | 'no-email' | 'unverified' | 'domain' | 'subject'

/**
 * The person whom a verified id token names. Only an address that the provider has verified counts
 * (OpenID Connect Core §5.7): else anyone could claim a colleague's.
 */
export function personOf(
  claims: Claims,
  wanted: { nonce: string; domains: readonly string[]; strong: readonly string[] },
): Person | ClaimFault {
  const { nonce, sub, email, email_verified: verified } = claims
  if (nonce !== wanted.nonce) return 'nonce'
  if (typeof sub !== 'string' || sub === '') return 'subject'
  if (typeof email !== 'string' || !email.includes('@')) return 'no-email'
  if (verified !== true) return 'unverified'
  const address = email.trim().toLowerCase()
  const domain = address.slice(address.lastIndexOf('@') + 1)
  if (wanted.domains.length > 0 && !wanted.domains.includes(domain)) return 'domain'
  return { subject: sub, email: address, strong: saysStrong(claims, wanted.strong) }
}

/** Does `amr` (RFC 8176) or `acr` hold one of the values that mean two factors? */
function saysStrong({ amr, acr }: Claims, strong: readonly string[]): boolean {
  const said = [...(Array.isArray(amr) ? amr : []), acr]
  return said.some((value) => typeof value === 'string' && strong.includes(value))
}
