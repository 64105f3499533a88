import { readdir, readFile, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { MemoryLocker, Server, type ServerOptions, type Upload } from '@tus/server'
import type { Files } from './files.ts'
import { sync } from './folder.ts'

/** An upload that can be continued: who began it, and how much of it is here. */
export type Arriving = {
  id: string
  name: string
  owner: string
  bytes: number
  offset: number
  createdAt: Date
}

const mebibyte = 1024 * 1024
/** What must stay free on the disk for the database and everything else. */
const spareBytes = 512 * mebibyte

/** One writer at a time for each upload, over all requests of this process. */
const locker = new MemoryLocker()

type UploadOptions = Required<
  Pick<ServerOptions, 'maxSize' | 'namingFunction' | 'onIncomingRequest' | 'onUploadFinish'>
> & { path: string; owner: string; nameOf: (sent: string) => string }

/** What speaks tus for one request; the owner comes from the session, never from the upload's own words. */
export function tusServer(files: Files, { owner, nameOf, ...options }: UploadOptions): Server {
  return new Server({
    ...options,
    datastore: new FileStore({ directory: files.receiving }),
    locker,
    relativeLocation: true,
    allowedOrigins: [],
    disableTerminationForFinishedUploads: true,
    async onUploadCreate(_, upload) {
      if (upload.size === undefined || !(await hasRoom(files, upload.size)))
        throw tusFault(507, 'Ruang cakram server hampir penuh. Hubungi pengelola.')
      return { metadata: { nama: nameOf(upload.metadata?.['filename'] ?? ''), pemilik: owner } }
    },
    onResponseError: (_, error) => sentenceOf(error),
  })
}

/** What tus answers when a hook throws it. */
export const tusFault = (status_code: number, body: string) =>
  Object.assign(new Error(body), { status_code, body })

const sentences: Readonly<Record<number, string>> = {
  404: 'Unggahan ini tidak ditemukan.',
  413: 'Berkas lebih besar dari yang diterima.',
}

function sentenceOf(error: object): { status_code: number; body: string } | undefined {
  const status_code = 'status_code' in error ? Number(error.status_code) : 500
  const body = sentences[status_code]
  return body ? { status_code, body } : undefined
}

async function hasRoom({ receiving }: Files, bytes: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(receiving)
  // once as received, once as kept
  return bavail * bsize > 2 * bytes + spareBytes
}

/** One upload in the receiving folder, or null; `id` must be an id of ours. */
export async function arriving({ receiving }: Files, id: string): Promise<Arriving | null> {
  try {
    const kept = await readFile(join(receiving, `${id}.json`), 'utf8')
    const { size, creation_date, metadata } = JSON.parse(kept) as Upload
    const { size: offset } = await stat(join(receiving, id))
    return {
      id,
      name: metadata?.['nama'] ?? '',
      owner: metadata?.['pemilik'] ?? '',
      bytes: size ?? -1,
      offset,
      createdAt: new Date(creation_date ?? 0),
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError)
      return null
    throw error
  }
}

/** Makes sure that a complete upload outlives a power cut before anyone is told that it was received. */
export async function settle({ receiving }: Files, id: string): Promise<void> {
  await sync(join(receiving, id))
  await sync(receiving)
}

/** Removes what arrived under an id and everything that was made of it on the way. */
export async function forget({ receiving }: Files, id: string): Promise<void> {
  for (const ending of ['', '.json', '.hasil', '.png', '.webp'])
    await rm(join(receiving, `${id}${ending}`), { force: true })
}

export type Left = { name: string; changedAt: Date }

/** Every file in the receiving folder, with the time of its last byte. */
export async function* leftovers({ receiving }: Files): AsyncIterable<Left> {
  for (const name of await readdir(receiving)) {
    const found = await stat(join(receiving, name)).catch(() => null)
    if (found) yield { name, changedAt: found.mtime }
  }
}
