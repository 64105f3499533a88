import type { Readable } from 'node:stream'
import { contentKey, previewKey, type Range } from '#platform/files/files.ts'
import type { Services } from '#platform/services.ts'

/** A kept content as a stream, for those who have found its row in their reach. */
export const readBerkas = (
  { files }: Pick<Services, 'files'>,
  sha256: Buffer,
  range?: Range,
): Promise<Readable> => files.store.read(contentKey(sha256), range)

/** The preview of a kept content: a WebP of at most 480 pixels. */
export const readPratinjau = (
  { files }: Pick<Services, 'files'>,
  sha256: Buffer,
): Promise<Readable> => files.store.read(previewKey(sha256))
