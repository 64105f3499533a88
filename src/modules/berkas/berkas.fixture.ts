import { Hono } from 'hono'
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { answerError } from '#platform/http/answer-error.ts'
import type { HubEnv } from '#platform/http/env.ts'
import { limitBody } from '#platform/http/limit-body.ts'
import { isMultipart, readMultipart } from '#platform/http/multipart.ts'
import type { Actor } from '#platform/identity/actor.ts'
import type { Services } from '#platform/services.ts'
import { runJobs } from '#test/support/run-jobs.ts'
import { jobs } from './jobs.ts'
import { berkasOfForm } from './staff-form.ts'
import { staff } from './staff.tsx'

/** The routes of this room and a form that takes files, as a signed-in person meets them. */
export function visit(services: Services, actor: Actor) {
  const app = new Hono<HubEnv>()
  app.onError(answerError((c, { status, message }) => c.text(message, status)))
  app.use(async (c, next) => {
    c.set('services', services)
    c.set('requestId', 'uji')
    c.set('flash', null)
    c.set('caller', { db: services.db, actor, now: services.clock(), requestId: 'uji' })
    await next()
  })
  app.use(
    limitBody((c, { status, message }) => c.text(message, status), {
      inMemory: [],
      streamed: ['/kerja/berkas/unggah'],
    }),
  )
  app.route('/kerja', staff)
  app.post('/kerja/uji', async (c) => {
    const { ids, problems } = await berkasOfForm(c, 'berkas')
    return c.json({ ids, problems: problems.map(({ message }) => message) })
  })
  app.post('/kerja/uji-teks', async (c) =>
    c.json({ files: isMultipart(c) ? (await readMultipart(c)).files.length : null }),
  )
  return {
    request: (path: string, init?: RequestInit) => app.request(path, init),
    /** Posts files as a form without script does. */
    async post(files: readonly File[], kept: readonly string[] = []) {
      const body = new FormData()
      for (const id of kept) body.append('berkas', id)
      for (const file of files) body.append('berkas', file)
      const answer = await app.request('/kerja/uji', { method: 'POST', body })
      const text = await answer.text()
      const said = answer.ok ? (JSON.parse(text) as { ids: string[]; problems: string[] }) : null
      return { status: answer.status, text, ids: said?.ids ?? [], problems: said?.problems ?? [] }
    },
    ...tusClient((path, init) => Promise.resolve(app.request(path, init))),
    check: () => runJobs(services, jobs),
  }
}

const version = { 'tus-resumable': '1.0.0' }

function tusClient(request: (path: string, init: RequestInit) => Promise<Response>) {
  return {
    announce: (length: number, name = 'laporan.pdf') =>
      request('/kerja/berkas/unggah', {
        method: 'POST',
        headers: {
          ...version,
          'upload-length': String(length),
          'upload-metadata': `filename ${Buffer.from(name).toString('base64')},pemilik ${Buffer.from('orang lain').toString('base64')}`,
        },
      }),
    head: (url: string) => request(url, { method: 'HEAD', headers: version }),
    remove: (url: string) => request(url, { method: 'DELETE', headers: version }),
    /** `breakAfter` ends the request's body with an error after so many bytes, as a lost line does. */
    patch: (url: string, content: Buffer, offset: number, breakAfter?: number) => {
      const init = {
        method: 'PATCH',
        headers: {
          ...version,
          'upload-offset': String(offset),
          'content-type': 'application/offset+octet-stream',
        },
        body: breakAfter === undefined ? new Uint8Array(content) : broken(content, breakAfter),
        duplex: 'half',
      }
      return request(url, init)
    },
  }
}

function broken(content: Buffer, after: number): ReadableStream<Uint8Array> {
  const step = 16_384
  let at = 0
  return new ReadableStream({
    async pull(controller) {
      if (at >= after) return controller.error(new Error('line lost'))
      controller.enqueue(new Uint8Array(content.subarray(at, Math.min(at + step, after))))
      at += step
      // what has arrived is written before the line breaks
      await sleep(5)
    },
  })
}

/** A text file that nobody else has. */
export const aText = (name = 'catatan.txt'): File =>
  new File([`Catatan ${randomBytes(8).toString('hex')}\n`], name)
