import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { buildPdf, drawText } from '#test/support/documents-pdf.ts'
import { buildZip } from '#test/support/documents-zip.ts'

/** A photo as a phone takes it: turned by EXIF, with place, time and the name of the device. */
export const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 400, channels: 3, background: '#a33' } })
    .withExif({
      IFD0: { Model: 'Telepon Uji', Orientation: '6' },
      IFD2: { DateTimeOriginal: '2026:03:04 09:15:30' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '8/1 35/1 0/1', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

/** Two pages with a title on the first. */
export const pdf = (): Buffer =>
  buildPdf(
    ['BERITA ACARA', 'Halaman kedua'].map((text) => ({
      width: 595,
      height: 842,
      content: drawText(842, 72, 72, 24, text),
    })),
  )

const ooxml = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

export const docx = (main = ooxml): Buffer =>
  buildZip([
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    },
    { name: 'word/document.xml', content: '<w:document/>' },
  ])

/** A PNG of 30 000 × 30 000 black pixels in a few kilobytes. */
export function pngBomb(side = 30_000): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * 64))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  out.set(body, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/** A container as Word, Excel and PowerPoint wrote it until 2007, with these streams in its directory. */
export function compound(...streams: string[]): Buffer {
  const head = Buffer.alloc(512)
  head.set(Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  const entries = streams.map((name) => {
    const entry = Buffer.alloc(128)
    entry.write(name, 'utf16le')
    entry.writeUInt16LE((name.length + 1) * 2, 64)
    return entry
  })
  return Buffer.concat([head, ...entries, Buffer.alloc(512)])
}

/** What every scanner must find, in parts, so that none finds it here. */
export const eicar = (): Buffer =>
  Buffer.from(
    ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
  )
