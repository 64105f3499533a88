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

const s3Variables = {
  HUB_S3_WADAH: z.string().min(3, 'harus nama bucket').optional(),
  HUB_S3_ALAMAT: z.url({ error: 'harus alamat lengkap, misalnya https://s3.kpu.go.id' }).optional(),
  HUB_S3_WILAYAH: z.string().min(1).default('us-east-1'),
  HUB_S3_KUNCI: z.string().min(1).optional(),
  HUB_S3_RAHASIA: z.string().min(1).optional(),
}

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
  HUB_OIDC_PENERBIT: z
    .url({ error: 'harus alamat lengkap, misalnya https://sso.kpu.go.id' })
    .optional(),
  HUB_OIDC_ID: z.string().min(1).optional(),
  HUB_OIDC_RAHASIA: z.string().min(1).optional(),
  HUB_OIDC_LABEL: z.string().max(60, 'paling banyak 60 huruf').default('akun kantor'),
  HUB_OIDC_DOMAIN: z.string().default(''),
  HUB_OIDC_DUA_FAKTOR: z.string().default('mfa'),
  HUB_PROKSI: z.enum(['0', '1'], { error: 'harus 0 atau 1' }).default('0'),
  HUB_UNGGAH_MB: z.coerce
    .number({ error: 'harus angka 1–2000' })
    .int('harus angka bulat')
    .min(1, 'harus 1–2000')
    .max(2000, 'harus 1–2000')
    .default(200),
  HUB_CLAMD: z
    .string()
    .regex(
      /^(\/.+|[^\s/:]+:\d{1,5}|\[[\da-f:]+\]:\d{1,5})$/i,
      'harus host:pintu (misalnya 127.0.0.1:3310) atau alamat soket yang diawali /',
    )
    .optional(),
  ...s3Variables,
})

export type OidcConfig = {
  issuer: string
  clientId: string
  clientSecret: string
  /** words of the button: "Masuk dengan …" */
  label: string
  /** e-mail domains that may come in; empty = any */
  domains: readonly string[]
  /** values of `amr` or `acr` by which the provider says that two factors were asked */
  strong: readonly string[]
}

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
  /** the identity provider of the organisation; null = nobody signs in that way */
  oidc: OidcConfig | null
  /** trust X-Forwarded-For of a proxy in front */
  behindProxy: boolean
  /** how large one uploaded file may be, in bytes */
  mostFileBytes: number
  /** host:port or socket path of ClamAV's daemon; without it nothing is scanned */
  clamd: string | null
  /** where contents are kept instead of the data folder */
  s3: S3Config | null
  projectRoot: string
}

export type S3Config = {
  bucket: string
  /** null = Amazon's own */
  endpoint: string | null
  region: string
  accessKeyId: string
  secretAccessKey: string
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
    oidc: readOidc(v),
    behindProxy: v.HUB_PROKSI === '1',
    mostFileBytes: v.HUB_UNGGAH_MB * 1024 * 1024,
    clamd: v.HUB_CLAMD ?? null,
    s3: s3Of(v),
    projectRoot,
  }
}

function s3Of(v: z.output<typeof schema>): S3Config | null {
  if (!v.HUB_S3_WADAH) return null
  if (!v.HUB_S3_KUNCI || !v.HUB_S3_RAHASIA)
    throw new StartFault(
      'Konfigurasi keliru. HUB_S3_WADAH diisi, maka HUB_S3_KUNCI dan HUB_S3_RAHASIA harus diisi juga.',
    )
  return {
    bucket: v.HUB_S3_WADAH,
    endpoint: v.HUB_S3_ALAMAT ?? null,
    region: v.HUB_S3_WILAYAH,
    accessKeyId: v.HUB_S3_KUNCI,
    secretAccessKey: v.HUB_S3_RAHASIA,
  }
}

/** All three of issuer, id and secret, or none of them. */
function readOidc(v: z.output<typeof schema>): OidcConfig | null {
  const { HUB_OIDC_PENERBIT: issuer, HUB_OIDC_ID: id, HUB_OIDC_RAHASIA: secret } = v
  if (!issuer && !id && !secret) return null
  if (!issuer || !id || !secret)
    throw new StartFault(
      'Konfigurasi keliru. HUB_OIDC_PENERBIT, HUB_OIDC_ID, dan HUB_OIDC_RAHASIA harus diisi ketiganya.',
    )
  const { protocol, hostname } = new URL(issuer)
  if (protocol !== 'https:' && !['localhost', '127.0.0.1'].includes(hostname))
    throw new StartFault('Konfigurasi keliru. HUB_OIDC_PENERBIT harus https.')
  return {
    issuer,
    clientId: id,
    clientSecret: secret,
    label: v.HUB_OIDC_LABEL,
    domains: words(v.HUB_OIDC_DOMAIN.toLowerCase()),
    strong: words(v.HUB_OIDC_DUA_FAKTOR),
  }
}

const words = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean)
