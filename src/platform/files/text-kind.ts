import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import { otherKind, page } from './kinds.ts'
import type { Recognised } from './recognise.ts'

const headBytes = 65_536
/** 1 for each byte that no text holds: control characters but tab, line feed, form feed, return. */
const binary = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte) ? 1 : 0,
)

/** Text is what holds no control characters; text that a browser or shell would run is refused. */
export async function textKind(path: string, name: string): Promise<Recognised> {
  let head = Buffer.alloc(0)
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer
    if (isBinary(bytes)) return { refusal: otherKind }
    if (head.length < headBytes) head = Buffer.concat([head, bytes])
  }
  if (runs(head.toString('latin1'))) return { refusal: page }
  return { contentType: extname(name).toLowerCase() === '.csv' ? 'text/csv' : 'text/plain' }
}

/** A plain loop: files have up to 200 million bytes. */
function isBinary(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at++) if (binary[bytes[at]!]) return true
  return false
}

const runs = (text: string): boolean =>
  /^(?:\xEF\xBB\xBF)?\s*(?:<|#!)/.test(text) ||
  /<(?:!doctype|html|head|body|script|svg|iframe|\?php|\?xml)\b/i.test(text)
