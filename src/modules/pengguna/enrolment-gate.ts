import type { Session } from '#platform/http/env.ts'

const open = ['/kerja/akun/keamanan', '/kerja/akun/konfirmasi']

/** Is a page closed because its reader owes a second factor and the grace is over? */
export const heldAtEnrolment = (session: Session | null, path: string, now: Date): boolean =>
  session !== null &&
  session.enrolBy !== null &&
  session.enrolBy <= now &&
  !open.some((door) => path === door || path.startsWith(`${door}/`))
