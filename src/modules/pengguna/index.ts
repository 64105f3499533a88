import type { Actor } from '#platform/identity/actor.ts'
import type { Services } from '#platform/services.ts'

/** Who asks, from the session cookie; null when no one has signed in. */
export async function actorFromRequest(
  services: Services,
  _headers: Headers,
): Promise<{ actor: Actor | null; now: Date }> {
  return { actor: null, now: services.clock() }
}
