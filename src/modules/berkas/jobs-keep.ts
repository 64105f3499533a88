import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Caller } from '#platform/command.ts'
import { uuidv7 } from '#platform/id.ts'
import type { Services } from '#platform/services.ts'
import { checkJob, receiveBerkas } from './commands/receive.ts'
import { jobs } from './jobs.ts'

type Made = { satkerKode: string; nama: string; bytes: Uint8Array }

/** Keeps a file that the product itself made, checked at once by the same steps as what people send. */
export async function keepBerkas(
  services: Services,
  caller: Caller,
  { satkerKode, nama, bytes }: Made,
): Promise<{ id: string }> {
  const id = uuidv7(caller.now.getTime())
  await writeFile(join(services.files.receiving, id), bytes, { flush: true })
  await receiveBerkas(caller, { satkerKode, id, nama, ukuran: bytes.length })
  await jobs[checkJob]?.(services, { satkerKode, id })
  return { id }
}
