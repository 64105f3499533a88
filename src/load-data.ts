import type { Mount } from '#platform/mount.ts'
import type { Services } from '#platform/services.ts'

/** What the law provides; each loader is idempotent and cheap when nothing has changed. */
export async function loadReference(services: Services, mounts: readonly Mount[]): Promise<void> {
  for (const mount of mounts) await mount.reference?.(services)
}

/** The same for a data folder that no server has opened yet, so that a command at the terminal finds the offices. */
export async function loadFirstReference(
  services: Services,
  mounts: readonly Mount[],
): Promise<void> {
  const { rows } = await services.ownerPool.query('select from satker limit 1')
  if (rows.length === 0) await loadReference(services, mounts)
}

/** How far the sample offices are: chosen away, being loaded, or all there. */
type SampleState = 'kosong' | 'dimuat' | 'lengkap'

/** The sample offices, once: a database that already holds a person, or was once started empty, is left as it is. */
export async function loadSamples(
  services: Services,
  mounts: readonly Mount[],
  empty = false,
): Promise<void> {
  if ((await sampleState(services)) !== null || (await holdsPeople(services))) return
  if (empty) return keepState(services, 'kosong')
  await keepState(services, 'dimuat')
  for (const mount of mounts) await mount.samples?.(services)
  await keepState(services, 'lengkap')
}

/** Was a start killed while it loaded the sample offices? Nobody has ever been served from such a database. */
export const samplesWereCutShort = async (services: Services): Promise<boolean> =>
  (await sampleState(services)) === 'dimuat'

/** Lines for the terminal: who can sign in here, or how the first person comes in. */
export async function greetingLines(
  services: Services,
  mounts: readonly Mount[],
): Promise<string[]> {
  if (await holdsPeople(services)) {
    const greetings = mounts.flatMap((mount) => mount.greeting ?? [])
    return (await Promise.all(greetings.map((greet) => greet(services)))).flat()
  }
  return [
    '  Belum ada pengguna. Undang admin pertama:',
    '    npx hub pengguna admin --satker 00 --email nama@kpu.go.id --nama "Nama Lengkap"',
    '',
  ]
}

async function holdsPeople({ ownerPool }: Services): Promise<boolean> {
  const { rows } = await ownerPool.query('select from pengguna limit 1')
  return rows.length > 0
}

async function sampleState({ ownerPool }: Services): Promise<SampleState | null> {
  const { rows } = await ownerPool.query<{ state: SampleState }>(
    "select sha256 as state from hub.rujukan where nama = 'contoh'",
  )
  return rows[0]?.state ?? null
}

async function keepState({ ownerPool }: Services, state: SampleState): Promise<void> {
  await ownerPool.query(
    `insert into hub.rujukan (nama, sha256) values ('contoh', $1)
     on conflict (nama) do update set sha256 = excluded.sha256, loaded_at = now()`,
    [state],
  )
}
