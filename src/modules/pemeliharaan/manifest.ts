import { z } from 'zod'

export const formatName = 'kpu-hub-cadangan/1'
export const manifestName = 'manifest.json'

/** The archive ends with the SHA-256 of all that stands before, in hexadecimal: the comment of the ZIP. */
export const digestLength = 64

export const antreanPart = 'basisdata/antrean.copy'
export const rahasiaPart = 'rahasia'
export const tabelPart = (name: string): string => `basisdata/${name}.copy`

/** What of the file store goes along, by the folder in which it lies there. */
const stored = /^berkas\/((isi|pratinjau)\/([0-9a-f]{2})\/\3[0-9a-f]{62}(?:\.webp)?)$/
export const berkasPart = (key: string): string => `berkas/${key}`
/** The key in the file store of a part; null for a part of another kind, and for every name that leads elsewhere. */
export const keyOf = (part: string): string | null => stored.exec(part)?.[1] ?? null

/** A file that was received and not yet checked, by the id of its row. */
const waiting = /^berkas\/terima\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
export const waitingPart = (id: string): string => `berkas/terima/${id}`
export const waitingOf = (part: string): string | null => waiting.exec(part)?.[1] ?? null

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().nonnegative()
const qualified = z.string().regex(/^[a-z_]+\.[A-Za-z_0-9]+$/)

const partSchema = z.strictObject({ name: z.string(), bytes: count, sha256 })

export const manifestSchema = z.strictObject({
  format: z.literal(formatName),
  createdAt: z.iso.datetime(),
  version: z.string(),
  baseUrl: z.string(),
  /** every migration that the database had, oldest first */
  migrations: z.array(z.string().regex(/^\w+$/)).min(1),
  tables: z.array(
    z.strictObject({ name: qualified, columns: z.array(z.string()).min(1), rows: count }),
  ),
  sequences: z.array(z.strictObject({ name: qualified, value: z.number().int() })),
  /** jobs that waited or had failed */
  jobs: count,
  /** tells whether a given secret is the one that the database was written with */
  secret: z.strictObject({ kept: z.boolean(), salt: z.string(), fingerprint: z.string() }),
  /** keys of contents that the database knows and the store no longer had, or had with another hash */
  missing: z.array(z.string()),
  parts: z.array(partSchema),
})

/** What an archive says of itself, written last. */
export type Manifest = z.infer<typeof manifestSchema>
export type Part = z.infer<typeof partSchema>

/** Names that stand in one of two lists only: what an archive lacks, and what it has too much of. */
export function differences(
  manifest: Manifest,
  entries: readonly string[],
): { missing: string[]; extra: string[] } {
  const wanted = new Set([
    ...manifest.tables.map(({ name }) => tabelPart(name)),
    antreanPart,
    ...(manifest.secret.kept ? [rahasiaPart] : []),
    ...manifest.parts.map(({ name }) => name).filter((name) => keyOf(name) ?? waitingOf(name)),
  ])
  const listed = manifest.parts.map(({ name }) => name)
  const there = entries.filter((name) => name !== manifestName)
  const missing = [...wanted].filter((name) => !listed.includes(name) || !there.includes(name))
  const extra = [...listed, ...there].filter((name) => !wanted.has(name))
  const twice = there.filter((name, i) => there.indexOf(name) !== i)
  return { missing, extra: [...new Set([...extra, ...twice])] }
}
