import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { uuidv7 } from '#platform/id.ts'
import { sync } from '#platform/files/folder.ts'
import { cleanName } from '#platform/files/name.ts'
import { actorOf, type HubContext } from '#platform/http/env.ts'
import type { PostedFile } from '#platform/http/multipart.ts'
import { receiveBerkas } from './commands/receive.ts'
import { tooLarge } from './labels.ts'

/** Takes one file of a posted form into the books. Returns its id, or the sentence that says why not. */
export async function receivePosted(
  c: HubContext,
  file: PostedFile,
): Promise<{ id: string } | { problem: string }> {
  const { config, files, clock } = c.get('services')
  const nama = cleanName(file.name)
  if (file.cut || file.bytes === 0) {
    await rm(file.path, { force: true })
    return {
      problem: file.cut
        ? tooLarge(nama, config.mostFileBytes)
        : `Berkas ${nama} kosong (0 byte). Pilih berkas yang berisi.`,
    }
  }
  const id = uuidv7(clock().getTime())
  await adopt(file.path, join(files.receiving, id))
  const { satkerKode } = actorOf(c)
  await receiveBerkas(c.get('caller'), { satkerKode, id, nama, ukuran: file.bytes })
  return { id }
}

/** Before a row speaks of a file, the file is on the disk to stay. */
async function adopt(from: string, to: string): Promise<void> {
  await sync(from)
  await rename(from, to)
  await sync(join(to, '..'))
}
