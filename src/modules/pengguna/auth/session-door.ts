import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/** How the second factor was given; `peramban` is a browser that was told to remember. */
export const secondFactors = ['totp', 'kunci', 'pemulihan', 'peramban', 'sso'] as const
export type SecondFactor = (typeof secondFactors)[number]

const body = z.object({
  userId: z.string(),
  at: z.date(),
  secondFactor: z.enum(secondFactors).nullable(),
})

/**
 * A door of our own into better-auth's sessions, for proofs that it does not know. Every proof gets
 * a new token, and the one before dies: who planted it in this browser gains nothing.
 */
export const sessionDoor = {
  id: 'hub-session-door',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly({ method: 'POST', body }, async (ctx) => {
      const { internalAdapter, authCookies, secret } = ctx.context
      const { userId, at, secondFactor } = ctx.body
      const before = await ctx.getSignedCookie(authCookies.sessionToken.name, secret)
      if (before) await internalAdapter.deleteSession(before)
      const user = await internalAdapter.findUserById(userId)
      if (!user) throw new Error('a session was asked for an account that is not there')
      const proof = { provenAt: at, seenAt: at, secondFactor }
      const session = await internalAdapter.createSession(userId, false, proof)
      await setSessionCookie(ctx, { session, user })
      return ctx.json({ token: session.token })
    }),
  },
} as const
