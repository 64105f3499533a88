import { crc32, deflateRawSync } from 'node:zlib'

export type ZipPart = { name: string; content: string | Buffer; declaredSize?: number }

/** Packs parts into a zip archive, in memory; `declaredSize` lets a directory lie. */
export function buildZip(parts: ZipPart[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const content = Buffer.from(part.content)
    const packed = deflateRawSync(content)
    const name = Buffer.from(part.name)
    const header = fields(part, content, packed, name)
    const local = Buffer.concat([u32(0x04034b50), header, name, packed])
    directory.push(
      Buffer.concat([u32(0x02014b50), u16(20), header, u16(0, 0, 0), u32(0, offset), name]),
    )
    bodies.push(local)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  const end = [u32(0x06054b50), u16(0, 0, parts.length, parts.length), u32(index.length, offset)]
  return Buffer.concat([...bodies, index, ...end, u16(0)])
}

function fields(part: ZipPart, content: Buffer, packed: Buffer, name: Buffer): Buffer {
  const size = part.declaredSize ?? content.length
  return Buffer.concat([
    u16(20, 0, 8, 0, 0),
    u32(crc32(content), packed.length, size),
    u16(name.length, 0),
  ])
}

function u16(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2)
  values.forEach((value, i) => buffer.writeUInt16LE(value, i * 2))
  return buffer
}

function u32(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4)
  values.forEach((value, i) => buffer.writeUInt32LE(value, i * 4))
  return buffer
}
