/** What is known of a letter after an attempt to hand it to the mail server. */
export type Outcome = 'accepted' | 'refused' | 'unknown'

type MailError = { responseCode?: unknown; syscall?: unknown; code?: unknown; message?: unknown }

/** The server was never reached, or closed the door before any letter was spoken of. */
const neverReached = ['EDNS', 'EAUTH', 'ECONNECTION']
const neverGreeted = /^(Connection timeout|Greeting never received)/

/**
 * Did the mail server surely not take the letter? Only then may it be sent again. A line that broke after
 * the letter was on its way leaves it open, and a doubled letter is worse than one left to the next digest.
 */
export function outcomeOf(error: unknown): Exclude<Outcome, 'accepted'> {
  const { responseCode, syscall, code, message } = (error ?? {}) as MailError
  const refused =
    typeof responseCode === 'number' ||
    syscall === 'connect' ||
    neverReached.includes(String(code)) ||
    neverGreeted.test(String(message))
  return refused ? 'refused' : 'unknown'
}
