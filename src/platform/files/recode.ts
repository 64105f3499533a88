import { stat } from 'node:fs/promises'
import sharp from 'sharp'
import { type CameraTime, cameraTime } from './exif-time.ts'

/** Only these decoders may touch what a stranger has sent. */
const load = 'VipsForeignLoad'
sharp.block({ operation: [load] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp'].flatMap((kind) => [
    `${load}${kind}File`,
    `${load}${kind}Buffer`,
  ]),
})
sharp.concurrency(1)
sharp.cache(false)

/** A larger picture is a mistake or an attack: it would take gigabytes once unpacked. */
const mostPixels = 80_000_000
const seconds = 60
const previewSide = 480

export type Recoded = { bytes: number; takenAt: CameraTime | null } | { refusal: string }

const damaged =
  'Gambar ini rusak atau bukan gambar yang sebenarnya. Buka dan simpan ulang, lalu kirim lagi.'
const tooManyPixels =
  'Gambar ini terlalu besar: paling banyak 80 juta piksel. Perkecil, lalu kirim lagi.'

/** Writes the bare picture to `out`: turned upright, without EXIF, place, thumbnail or anything appended. */
export async function recodeImage(
  path: string,
  out: string,
  kind: 'jpeg' | 'png' | 'webp',
): Promise<Recoded> {
  try {
    const { format, width, height, exif } = await sharp(path, {
      limitInputPixels: false,
    }).metadata()
    if (format !== kind) return { refusal: damaged }
    if (width * height > mostPixels) return { refusal: tooManyPixels }
    const picture = sharp(path, { failOn: 'error', limitInputPixels: mostPixels }).autoOrient()
    await picture.toFormat(kind, qualities[kind]).timeout({ seconds }).toFile(out)
    return { bytes: (await stat(out)).size, takenAt: exif ? cameraTime(exif) : null }
  } catch (error) {
    if (isFault(error)) throw error
    return { refusal: damaged }
  }
}

const qualities = { jpeg: { quality: 88 }, png: { compressionLevel: 9 }, webp: { quality: 88 } }

/** A disk that is full says nothing about the picture. */
const isFault = (error: unknown): boolean =>
  /ENOSPC|ENOENT|EACCES|No space left|unable to (?:open|write)/i.test(String(error))

/** Writes a WebP of at most 480 pixels a side. */
export async function writePreview(path: string, out: string): Promise<void> {
  await sharp(path, { limitInputPixels: mostPixels })
    .resize({ width: previewSide, height: previewSide, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 75 })
    .timeout({ seconds })
    .toFile(out)
}
