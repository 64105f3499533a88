import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { Disk } from 'flydrive'
import { S3Driver } from 'flydrive/drivers/s3'
import type { S3Config } from '../config.ts'
import type { Store } from './files.ts'
import { listed } from './folder.ts'

/** Contents in a bucket of Amazon or of whoever speaks its protocol. */
export function openS3(config: S3Config): Store {
  const client = new S3Client({
    region: config.region,
    credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey },
    ...(config.endpoint && { endpoint: config.endpoint, forcePathStyle: true }),
    // Not every server of this protocol knows the checksums that Amazon added later.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const disk = new Disk(
    new S3Driver({ client, bucket: config.bucket, visibility: 'private', supportsACL: false }),
  )
  return {
    async keep(path, key) {
      const { size: contentLength } = await stat(path)
      await disk.putStream(key, createReadStream(path), { contentLength })
      await rm(path)
    },
    has: (key) => disk.exists(key),
    async read(key, range) {
      if (!range) return disk.getStream(key)
      const Range = `bytes=${range.from}-${range.to}`
      const answer = await client.send(
        new GetObjectCommand({ Bucket: config.bucket, Key: key, Range }),
      )
      return answer.Body as Readable // on Node the SDK answers with a stream of Node
    },
    remove: (key) => disk.delete(key),
    list: (prefix) => listed(disk, prefix),
  }
}
