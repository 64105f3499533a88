/** When a picture was taken by the camera's clock; `offset` (such as +08:00) only where the camera knew it. */
export type CameraTime = { local: string; offset: string | null }

const exifPointer = 0x8769
const takenTag = 0x9003
const offsetTag = 0x9011

/** DateTimeOriginal of an EXIF block, or null when it is absent or broken. */
export function cameraTime(exif: Buffer): CameraTime | null {
  try {
    const tiff = exif.subarray(exif.toString('latin1', 0, 4) === 'Exif' ? 6 : 0)
    const read = reader(tiff)
    const pointer = read.entry(read.long(4), exifPointer)
    if (pointer === null) return null
    const folder = read.long(pointer + 8)
    const taken = read.text(read.entry(folder, takenTag))
    const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(taken ?? '')
    if (!parts) return null
    const offset =
      /^[+-]\d\d:\d\d/.exec(read.text(read.entry(folder, offsetTag)) ?? '')?.[0] ?? null
    return { local: `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}`, offset }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The moment that a camera's time stands for, at an office whose zone has `hours` before UTC. */
export function momentOf({ local, offset }: CameraTime, hours: number): Date | null {
  const at = new Date(`${local}${offset ?? `+${String(hours).padStart(2, '0')}:00`}`)
  return Number.isNaN(at.getTime()) ? null : at
}

/** TIFF as EXIF uses it: folders of entries of 12 bytes, short values inside, long ones elsewhere. */
function reader(tiff: Buffer) {
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  return {
    long,
    entry(folder: number, tag: number): number | null {
      const count = short(folder)
      for (let index = 0; index < count; index++) {
        const at = folder + 2 + index * 12
        if (short(at) === tag) return at
      }
      return null
    },
    text(entry: number | null): string | null {
      if (entry === null) return null
      const length = long(entry + 4)
      const at = length > 4 ? long(entry + 8) : entry + 8
      return tiff.toString('latin1', at, at + length)
    },
  }
}
