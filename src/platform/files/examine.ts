import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, link, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { CameraTime } from './exif-time.ts'
import { recodedAs } from './kinds.ts'
import { drawFirstPage } from './preview.ts'
import { recodeImage, writePreview } from './recode.ts'
import { recognise } from './recognise.ts'
import { scan } from './scan.ts'

/** A file that may be kept: `path` is the content, `preview` a WebP, both for the taking. */
export type Examined = {
  path: string
  preview: string | null
  sha256: Buffer
  receivedSha256: Buffer
  bytes: number
  contentType: string
  pages: number | null
  takenAt: CameraTime | null
  scanned: boolean
}

const infected = (name: string) =>
  `Pemindai menemukan isi berbahaya (${name}). Berkas tidak disimpan; periksa perangkat asal berkas ini.`

/**
 * Says what a received file is and makes of it what may be kept, or gives the sentence why not. The received
 * file itself stays, so that a process that dies here begins again. Throws ScannerAway.
 */
export async function examine(
  path: string,
  name: string,
  clamd: string | null,
): Promise<Examined | { refusal: string }> {
  const recognised = await recognise(path, name)
  if ('refusal' in recognised) return recognised
  const found = clamd ? await scan(clamd, path) : null
  if (found) return { refusal: infected(found) }
  const { contentType } = recognised
  const receivedSha256 = await sha256OfFile(path)
  const made = await contentOf(path, contentType)
  if ('refusal' in made) return made
  const pdf = contentType === 'application/pdf' ? await drawFirstPage(path, `${path}.png`) : null
  const drawable = pdf ? pdf.drawn && `${path}.png` : recodedAs(contentType) && made.path
  return {
    ...made,
    contentType,
    preview: drawable ? await previewOf(drawable, `${path}.webp`) : null,
    sha256: recodedAs(contentType) ? await sha256OfFile(made.path) : receivedSha256,
    receivedSha256,
    pages: pdf?.pages ?? null,
    scanned: clamd !== null,
  }
}

type Made = { path: string; bytes: number; takenAt: CameraTime | null }

async function contentOf(path: string, contentType: string): Promise<Made | { refusal: string }> {
  const out = `${path}.hasil`
  await rm(out, { force: true })
  const kind = recodedAs(contentType)
  if (!kind) {
    // some network folders know no second name for a file
    await link(path, out).catch(() => copyFile(path, out))
    return { path: out, bytes: (await stat(out)).size, takenAt: null }
  }
  const recoded = await recodeImage(path, out, kind)
  return 'refusal' in recoded ? recoded : { path: out, ...recoded }
}

/** No picture is no reason to refuse a document. */
async function previewOf(path: string, out: string): Promise<string | null> {
  try {
    await writePreview(path, out)
    return out
  } catch {
    return null
  }
}

/** The SHA-256 of a file of this machine. */
export async function sha256OfFile(path: string): Promise<Buffer> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest()
}
