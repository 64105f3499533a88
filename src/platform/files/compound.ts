import { createReadStream } from 'node:fs'

const wanted = [
  'WordDocument',
  'Workbook',
  'Book',
  'PowerPoint Document',
  'EncryptedPackage',
  '_VBA_PROJECT',
  '_VBA_PROJECT_CUR',
]

/** An entry of a compound file's directory begins with its name in UTF-16 and ends 64 bytes on with its length. */
const entryBytes = 128

/** Which of the streams we know a compound file (MS-CFB) lists in its directory. */
export async function namesInCompound(path: string): Promise<Set<string>> {
  const found = new Set<string>()
  const marks = wanted.map((name) => ({ name, head: Buffer.from(`${name}\0`, 'utf16le') }))
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.concat([rest, chunk as Buffer])
    const whole = bytes.length - (bytes.length % entryBytes)
    for (let at = 0; at < whole; at += entryBytes)
      for (const { name, head } of marks)
        if (bytes.readUInt16LE(at + 64) === head.length && bytes.indexOf(head, at) === at)
          found.add(name)
    rest = bytes.subarray(whole)
  }
  return found
}
