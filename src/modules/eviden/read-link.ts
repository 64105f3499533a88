import { lookup as resolve } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './link-address.ts'
import { pageTitle } from './page-title.ts'

export type LinkRead = { judul: string } | { sebab: string }

type Options = {
  /** which addresses may be asked; tests let in their own server */
  isAllowed?: (address: string) => boolean
  /** milliseconds for everything together */
  patience?: number
}

const mostRedirects = 5
const mostBytes = 512 * 1024

/**
 * Reads the title of a page. Asks only the open internet by http or https, and looks at the address
 * it really connects to, so that neither a name nor a redirect leads inside.
 */
export async function readLink(url: string, options: Options = {}): Promise<LinkRead> {
  const { isAllowed = isPublicAddress, patience = 10_000 } = options
  const signal = AbortSignal.timeout(patience)
  let at = url
  for (let step = 0; step <= mostRedirects; step++) {
    const target = URL.canParse(at) ? new URL(at) : null
    if (!target || !['http:', 'https:'].includes(target.protocol))
      return { sebab: 'Alamat bukan http atau https.' }
    const host = target.hostname.replaceAll(/^\[|\]$/g, '')
    if (isIP(host) > 0 && !isAllowed(host)) return { sebab: insideNetwork }
    const answer = await ask(target, isAllowed, signal).catch((error: unknown) => ({
      sebab: sebabOf(error, signal),
    }))
    if (!('redirect' in answer)) return answer
    at = URL.canParse(answer.redirect, at) ? new URL(answer.redirect, at).href : ''
  }
  return { sebab: 'Halaman berpindah alamat terlalu sering.' }
}

const insideNetwork = 'Alamat itu berada di jaringan dalam, jadi tidak dibaca oleh server.'

class InsideNetwork extends Error {}

/** Resolves a name, and fails when any of its addresses is closed to us. */
const guarded =
  (isAllowed: (address: string) => boolean): LookupFunction =>
  (hostname, options, done) =>
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '')
      if (addresses.length === 0 || !addresses.every(({ address }) => isAllowed(address)))
        return done(new InsideNetwork(), '')
      const first = addresses[0]
      if (options.all) return done(null, addresses)
      done(null, first?.address ?? '', first?.family)
    })

function ask(
  target: URL,
  isAllowed: (address: string) => boolean,
  signal: AbortSignal,
): Promise<LinkRead | { redirect: string }> {
  const { request } = target.protocol === 'https:' ? https : http
  const headers = { accept: 'text/html', 'user-agent': 'KPU-HUB (pembaca judul tautan)' }
  return new Promise((answer, fail) => {
    const call = request(target, { lookup: guarded(isAllowed), headers, signal, agent: false })
    call.on('error', fail)
    call.on('response', (response) => {
      const { statusCode = 0 } = response
      const { location } = response.headers
      response.on('error', fail)
      if (statusCode >= 300 && statusCode < 400 && location) {
        response.destroy()
        return answer({ redirect: location })
      }
      if (statusCode !== 200) {
        response.destroy()
        return answer({ sebab: `Situs menjawab ${statusCode}.` })
      }
      if (!/html/i.test(response.headers['content-type'] ?? '')) {
        response.destroy()
        return answer({ sebab: 'Tautan itu bukan halaman HTML, jadi tidak berjudul.' })
      }
      readTitle(response, answer)
    })
    call.end()
  })
}

function readTitle(response: http.IncomingMessage, answer: (read: LinkRead) => void) {
  const parts: Buffer[] = []
  let size = 0
  const finish = () => {
    const judul = pageTitle(decoded(Buffer.concat(parts), response.headers['content-type'] ?? ''))
    answer(judul ? { judul } : { sebab: 'Halaman itu tidak berjudul.' })
  }
  response.on('data', (part: Buffer) => {
    parts.push(part)
    size += part.length
    if (size < mostBytes) return
    response.destroy()
    finish()
  })
  response.on('end', finish)
}

function decoded(bytes: Buffer, contentType: string): string {
  const charset = /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return bytes.toString()
  }
}

function sebabOf(error: unknown, signal: AbortSignal): string {
  if (error instanceof InsideNetwork) return insideNetwork
  if (signal.aborted) return 'Situs terlalu lama menjawab.'
  const code = (error as { code?: unknown }).code
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'Nama situs tidak ditemukan.'
  return 'Situs tidak dapat dihubungi.'
}
