import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import yauzl from 'yauzl'
import { ZipFile } from 'yazl'
import { digestLength, type Manifest, manifestName } from './manifest.ts'

type Change = { drop?: string; add?: string; manifest?: (manifest: Manifest) => Manifest }

/** The archive of someone who knows the format: written anew with a change, and with a digest that fits. */
export async function rewriteZip(bytes: Buffer, change: Change): Promise<Buffer> {
  const from = await yauzl.fromBufferPromise(bytes, { lazyEntries: true })
  const zip = new ZipFile()
  for await (const entry of from.eachEntry()) {
    if (entry.fileName === change.drop) continue
    let content = await buffer(await from.openReadStreamPromise(entry))
    if (entry.fileName === manifestName && change.manifest)
      content = Buffer.from(JSON.stringify(change.manifest(JSON.parse(content.toString('utf8')))))
    zip.addBuffer(content, entry.fileName)
  }
  // The writer refuses names that lead elsewhere; one of the same length takes the place.
  const wanted = change.add ?? ''
  const harmless = wanted.replaceAll('..', '__')
  if (wanted) zip.addBuffer(Buffer.from('x'), harmless)
  zip.end({ forceZip64Format: false, comment: '0'.repeat(digestLength) })
  const written = (await buffer(zip.outputStream)).toString('latin1')
  const whole = Buffer.from(wanted ? written.replaceAll(harmless, wanted) : written, 'latin1')
  const body = whole.subarray(0, whole.length - digestLength)
  return Buffer.concat([body, Buffer.from(createHash('sha256').update(body).digest('hex'))])
}
