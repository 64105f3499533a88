import type { Mount } from '#platform/mount.ts'
import type { Services } from '#platform/services.ts'

/** What the law provides; each loader is idempotent and cheap when nothing has changed. */
export async function loadReference(services: Services, mounts: readonly Mount[]): Promise<void> {
  for (const mount of mounts) await mount.reference?.(services)
}

/** The sample offices, once: a database that already holds a person is left as it is. */
export async function loadSamples(services: Services, mounts: readonly Mount[]): Promise<void> {
  const { rows } = await services.ownerPool.query('select from pengguna limit 1')
  if (rows.length > 0) return
  for (const mount of mounts) await mount.samples?.(services)
}

/** Lines for the terminal: who can sign in here, while the sample offices are loaded. */
export async function sampleAccounts(
  services: Services,
  mounts: readonly Mount[],
): Promise<string[]> {
  const lines = await Promise.all(mounts.map((mount) => mount.greeting?.(services) ?? []))
  return lines.flat()
}
