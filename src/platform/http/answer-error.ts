import type { ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { databaseTrouble } from '../db/trouble.ts'
import { Refusal } from '../errors.ts'
import type { HubContext, HubEnv } from './env.ts'

/** Draws the page of an error; lives in ui, so it is handed in. */
export type ErrorPageOf = (
  c: HubContext,
  error: {
    status: 401 | 403 | 404 | 409 | 413 | 429 | 500 | 503
    message: string
    requestId: string
  },
) => Response | Promise<Response>

const faultMessage =
  'Ada gangguan pada sistem. Yang Anda ketik masih ada di halaman sebelumnya; coba kirim lagi.'

const troubleMessages = {
  full: 'Ruang cakram server penuh. Hubungi pengelola, lalu kirim lagi.',
  away: 'Basis data sedang tidak menjawab. Tunggu sebentar, lalu kirim lagi dari halaman sebelumnya.',
}

const uniqueViolation = '23505'
const twiceMessage =
  'Data yang sama baru saja tersimpan, mungkin karena tombol ditekan dua kali. Buka kembali halamannya, lalu periksa isinya.'

/** Turns what was thrown into a page: a refusal says why, a fault shows only the request id. */
export const answerError =
  (page: ErrorPageOf): ErrorHandler<HubEnv> =>
  (error, c) => {
    const requestId = c.get('requestId')
    if (error instanceof Refusal) {
      if (error.kind === 'not-signed-in') return c.redirect('/masuk', 303)
      return page(c, { status: error.status, message: error.message, requestId })
    }
    if (error instanceof HTTPException && error.status === 403)
      return page(c, {
        status: 403,
        message: 'Permintaan ini tidak berasal dari halaman KPU HUB.',
        requestId,
      })
    c.get('services').log.error(
      { id: requestId, err: { message: error.message, stack: error.stack } },
      'gangguan',
    )
    if ((error as { code?: unknown }).code === uniqueViolation)
      return page(c, { status: 409, message: twiceMessage, requestId })
    const trouble = databaseTrouble(error)
    if (trouble) return page(c, { status: 503, message: troubleMessages[trouble], requestId })
    return page(c, { status: 500, message: faultMessage, requestId })
  }

export const answerNotFound =
  (page: ErrorPageOf): NotFoundHandler<HubEnv> =>
  (c) =>
    page(c, {
      status: 404,
      message: 'Halaman tidak ditemukan. Periksa kembali alamatnya.',
      requestId: c.get('requestId'),
    })
