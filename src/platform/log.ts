import pino from 'pino'
import type { Config } from './config.ts'

/** JSON lines on standard error; personal data never goes in: ids only. */
export const createLog = (level: Config['logLevel']) =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))

export type Log = ReturnType<typeof createLog>
