import { createReadStream } from 'node:fs'
import { chmod, mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { KeptFile, Store } from './files.ts'

/** Contents in a folder that only this user may enter. */
export function openFolder(root: string): Store {
  const disk = new Disk(new FSDriver({ location: root, visibility: 'private' }))
  return {
    // The driver copies without fsync; a synced file that changes its name is there whole or not at all.
    async keep(path, key) {
      const target = join(root, key)
      await chmod(path, 0o600)
      await sync(path)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await rename(path, target)
      await sync(dirname(target))
      await sync(dirname(dirname(target)))
    },
    has: (key) => disk.exists(key),
    async read(key, range) {
      if (!range) return disk.getStream(key)
      return createReadStream(join(root, key), { start: range.from, end: range.to })
    },
    remove: (key) => disk.delete(key),
    list: (prefix) => listed(disk, prefix),
  }
}

/** Flushes a file or the entries of a folder to the disk. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Everything below a prefix, page by page. */
export async function* listed(disk: Disk, prefix: string): AsyncIterable<KeptFile> {
  let paginationToken: string | undefined
  do {
    const page = await disk.listAll(prefix, {
      recursive: true,
      ...(paginationToken && { paginationToken }),
    })
    for (const object of page.objects) {
      if (!object.isFile) continue
      const { lastModified } = await object.getMetaData()
      yield { key: object.key, changedAt: lastModified }
    }
    paginationToken = page.paginationToken
  } while (paginationToken)
}
