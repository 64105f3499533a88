import { SaxesParser, type SaxesTagNS } from 'saxes'
import { UnreadableFile } from './unreadable-file.ts'

/** What is told of an XML part as it streams by. Names are those of Office, without prefix. */
export type XmlHandlers = {
  open?: (name: string, attribute: (name: string) => string | undefined) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

const officeNames = /wordprocessingml|spreadsheetml|officeDocument|package\/2006/
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006'

/**
 * Streams an XML part of an Office file. Names outside Office's vocabularies keep their prefix, the
 * second rendering that mc:Fallback holds is left out, and a document type is refused.
 */
export async function readXml(
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: true })
  let skipped = 0
  const nameOf = (tag: SaxesTagNS): string => (officeNames.test(tag.uri) ? tag.local : tag.name)
  const isFallback = (tag: SaxesTagNS): boolean =>
    tag.uri === compatibility && tag.local === 'Fallback'

  parser.on('error', (error) => {
    throw brokenXml(error)
  })
  parser.on('doctype', () => {
    throw brokenXml(new Error('document type'))
  })
  parser.on('opentag', (tag) => {
    if (skipped > 0 || isFallback(tag)) skipped++
    else handlers.open?.(nameOf(tag), (name) => attributeOf(tag, name))
  })
  parser.on('closetag', (tag) => {
    if (skipped > 0) skipped--
    else handlers.close?.(nameOf(tag))
  })
  parser.on('text', (text) => {
    if (skipped === 0) handlers.text?.(text)
  })

  await feed(parser, chunks)
}

async function feed(
  parser: SaxesParser<{ xmlns: true }>,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  let decoder: TextDecoder | null = null
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(xmlEncoding(chunk), { fatal: true })
    parser.write(decode(decoder, chunk))
  }
  if (decoder) parser.write(decode(decoder))
  parser.close()
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch (error) {
    throw brokenXml(error)
  }
}

function xmlEncoding(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function attributeOf(tag: SaxesTagNS, name: string): string | undefined {
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.local === name) return attribute.value
  }
  return undefined
}

function brokenXml(cause: unknown): UnreadableFile {
  return new UnreadableFile(
    'Isi berkas ini rusak. Buka di Word atau Excel, simpan ulang, lalu unggah kembali.',
    { cause },
  )
}
