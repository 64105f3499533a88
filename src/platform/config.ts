import { resolve } from 'node:path'
import { z } from 'zod'
import { StartFault } from './errors.ts'

const projectRoot = resolve(
  import.meta.dirname,
  import.meta.dirname.endsWith('dist') ? '..' : '../..',
)

const port = z.coerce
  .number({ error: 'harus angka 1–65535' })
  .int('harus angka bulat')
  .min(1, 'harus 1–65535')
  .max(65535, 'harus 1–65535')

const schema = z.object({
  PORT: port.default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  BASE_URL: z.url({ error: 'harus alamat lengkap, misalnya https://hub.kpu.go.id' }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'harus diawali postgres:// atau postgresql://')
    .optional(),
  HUB_DATA: z.string().min(1).default(resolve(projectRoot, '.hub')),
  HUB_RAHASIA: z.string().min(32, 'paling sedikit 32 huruf').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'harus diawali smtp:// atau smtps://')
    .optional(),
  SURAT_DARI: z.string().default('KPU HUB <hub@localhost.localdomain>'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'harus debug, info, warn, error, atau silent',
    })
    .default('info'),
  HUB_KUNCI_METRIK: z.string().min(16, 'paling sedikit 16 huruf').optional(),
  HUB_PROKSI: z.enum(['0', '1'], { error: 'harus 0 atau 1' }).default('0'),
})

/** Everything the process may be told from outside, read once. */
export type Config = {
  port: number
  host: string
  baseUrl: string
  databaseUrl: string | null
  dataDir: string
  secret: string | null
  smtpUrl: string | null
  mailFrom: string
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** opens /metrics; without it nobody reads them */
  metricsKey: string | null
  /** trust X-Forwarded-For of a proxy in front */
  behindProxy: boolean
  projectRoot: string
}

/** Reads the configuration; a wrong value ends in one line that names it. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`)
    throw new StartFault(`Konfigurasi keliru. ${problems.join('; ')}.`)
  }
  const v = parsed.data
  return {
    port: v.PORT,
    host: v.HOST,
    baseUrl: (v.BASE_URL ?? `http://localhost:${v.PORT}`).replace(/\/$/, ''),
    databaseUrl: v.DATABASE_URL ?? null,
    dataDir: resolve(v.HUB_DATA),
    secret: v.HUB_RAHASIA ?? null,
    smtpUrl: v.SMTP_URL ?? null,
    mailFrom: v.SURAT_DARI,
    logLevel: v.LOG_LEVEL,
    metricsKey: v.HUB_KUNCI_METRIK ?? null,
    behindProxy: v.HUB_PROKSI === '1',
    projectRoot,
  }
}
