import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { ErrorPageOf } from './answer-error.ts'
import type { HubContext, HubEnv } from './env.ts'
import { isMultipart } from './multipart.ts'

const kibibyte = 1024
const mebibyte = 1024 * kibibyte

const fileTooLarge =
  'Berkas terlalu besar: paling besar 25 MB. Unggah hanya keputusan dan lampirannya, atau perkecil gambar di dalamnya.'
const formTooLarge = 'Isian terlalu besar. Simpan sebagian-sebagian.'

const uploadTooLarge = (mebibytes: number) =>
  `Kiriman terlalu besar: berkas dalam satu kiriman bersama-sama paling besar ${mebibytes} MB. Kirim berkas besar satu per satu, atau perkecil dahulu.`

type Paths = {
  /** take a whole file into memory */
  inMemory: readonly string[]
  /** watch the size themselves while it streams to disk */
  streamed: readonly string[]
}

/**
 * A body is held in memory, so who has not signed in gets little of it. Multipart forms of those who have
 * are streamed to disk and may carry files.
 */
export function limitBody(page: ErrorPageOf, paths: Paths) {
  const most = (maxSize: number, message: string) =>
    bodyLimit({
      maxSize,
      onError: async (c: HubContext) =>
        page(c, { status: 413, message, requestId: c.get('requestId') }),
    })
  const file = most(30 * mebibyte, fileTooLarge)
  const form = most(4 * mebibyte, formTooLarge)
  const guest = most(64 * kibibyte, formTooLarge)
  return createMiddleware<HubEnv>((c, next) => {
    if (!c.get('caller').actor) return guest(c, next)
    if (paths.inMemory.includes(c.req.path)) return file(c, next)
    if (paths.streamed.some((path) => isBelow(c.req.path, path))) return next()
    if (!isMultipart(c)) return form(c, next)
    const { mostFileBytes } = c.get('services').config
    return most(mostFileBytes + 4 * mebibyte, uploadTooLarge(Math.floor(mostFileBytes / mebibyte)))(
      c,
      next,
    )
  })
}

const isBelow = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)
