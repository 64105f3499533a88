import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import { otherKind, page } from './kinds.ts'
import type { Recognised } from './recognise.ts'

const headBytes = 65_536
const allowedControls = new Set([0x09, 0x0a, 0x0c, 0x0d])

/** Text is what holds no control characters; text that a browser or shell would run is refused. */
export async function textKind(path: string, name: string): Promise<Recognised> {
  let head = Buffer.alloc(0)
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer
    if (bytes.some((byte) => byte < 0x20 && !allowedControls.has(byte)))
      return { refusal: otherKind }
    if (head.length < headBytes) head = Buffer.concat([head, bytes])
  }
  if (runs(head.toString('latin1'))) return { refusal: page }
  return { contentType: extname(name).toLowerCase() === '.csv' ? 'text/csv' : 'text/plain' }
}

const runs = (text: string): boolean =>
  /^(?:\xEF\xBB\xBF)?\s*(?:<|#!)/.test(text) ||
  /<(?:!doctype|html|head|body|script|svg|iframe|\?php|\?xml)\b/i.test(text)
