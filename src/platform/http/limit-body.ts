import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { ErrorPageOf } from './answer-error.ts'
import type { HubContext, HubEnv } from './env.ts'

const kibibyte = 1024
const mebibyte = 1024 * kibibyte

const fileTooLarge =
  'Berkas terlalu besar: paling besar 25 MB. Unggah hanya keputusan dan lampirannya, atau perkecil gambar di dalamnya.'
const formTooLarge = 'Isian terlalu besar. Simpan sebagian-sebagian.'

/** A body is held in memory, so who has not signed in gets little of it; only `filePaths` take a whole file. */
export function limitBody(page: ErrorPageOf, filePaths: readonly string[]) {
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
    return filePaths.includes(c.req.path) ? file(c, next) : form(c, next)
  })
}
