/** SQLSTATE classes 08 (connection), 53 (resources) and 57 (operator intervention), and what a socket says. */
const away = /^(08|53|57)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/

/** What ails the database behind an error: its disk is full, or it does not answer; null when it is well. */
export function databaseTrouble(error: unknown): 'full' | 'away' | null {
  const { code = '', syscall, message } = error as NodeJS.ErrnoException
  if (code === '53100' || code === 'ENOSPC') return 'full'
  if (away.test(code) || syscall === 'connect') return 'away'
  return toldByDrivers.test(message) ? 'away' : null
}

/** Without a code: the pool, the connection, and the session reader, which hides what its query threw. */
const toldByDrivers =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Failed to get session)/
