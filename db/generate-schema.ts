import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'

/** Writes db/schema.ts from the migrations, or with --verify fails when it is not what they give. */
export async function generateSchema(verify: boolean): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-skema-'))
  const server = await startEmbedded(dataDir, ['-c', 'fsync=off'])
  try {
    const folder = join(import.meta.dirname, 'migrations')
    await migrate({ config: server.connection, embedded: true }, folder)
    const { host, user, database } = server.connection
    const url = `postgres://${user}@/${database}?host=${encodeURIComponent(String(host))}`
    const out = join(import.meta.dirname, 'schema.ts')
    const flags = [
      '--dialect',
      'postgres',
      '--url',
      url,
      '--out-file',
      out,
      '--date-parser',
      'string',
    ]
    const shape = [
      '--numeric-parser',
      'number',
      '--type-mapping',
      '{"int8":"number"}',
      '--default-schema',
      'public',
    ]
    const left = ['--exclude-pattern', '{auth,graphile_worker}.*']
    execFileSync('kysely-codegen', [...flags, ...shape, ...left, ...(verify ? ['--verify'] : [])], {
      stdio: 'inherit',
    })
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

if (process.argv[1]?.endsWith('generate-schema.ts'))
  await generateSchema(process.argv.includes('--verify'))
